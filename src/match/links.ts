import type { Scorer } from './align.js'
import { bestOf } from './best.js'
import { shelved } from './shelves.js'

/** Gives the numbers of the statements that one may have to do with. */
export type Candidates = (statement: number) => Int32Array

/**
 * The partners of each statement as numbers, the best first: those of statement `i` stand from `starts[i]` up to
 * `starts[i + 1]`. A million and a half of them would take half a gigabyte as objects.
 */
export interface Links {
  readonly starts: Int32Array
  readonly others: Int32Array
  /** What the two share. */
  readonly scores: Float64Array
  /** How many telling words they share. */
  readonly tellings: Uint8Array
}

/** Only so many partners of one statement are worth a look. */
const MOST = 25

/** Whose partners are looked for, and who may be one. */
export interface Search {
  /** Ascending. */
  readonly members: readonly number[]
  readonly candidates: Candidates
  /** Of the best partners of a statement, those that are kept; all without it. */
  readonly keep?: (statement: number, other: number) => boolean
}

/** Links statements, of `size` in all, with their partners. */
export function linksOf(size: number, { members, candidates, keep }: Search, judge: Scorer): Links {
  const most = members.length * MOST
  const [starts, others, scores, tellings] = [new Int32Array(size + 1), new Int32Array(most), new Float64Array(most), new Uint8Array(most)]
  const [scoreOf, tellingOf, best] = [new Float64Array(size), new Uint8Array(size), bestOf(MOST)]
  const weigh = (statement: number): Int32Array => {
    judge.face(statement)
    for (const other of candidates(statement)) {
      const score = other === statement ? 0 : judge.score(other)
      if (score === 0) continue
      scoreOf[other] = score
      tellingOf[other] = judge.telling()
      best.offer(other, score)
    }
    return best.take()
  }
  let at = 0
  let next = 0
  for (const statement of members) {
    starts.fill(at, next, statement + 1)
    next = statement + 1
    for (const other of weigh(statement)) {
      if (keep && !keep(statement, other)) continue
      others[at] = other
      scores[at] = scoreOf[other] as number
      tellings[at++] = tellingOf[other] as number
    }
  }
  starts.fill(at, next)
  return { starts, others: others.slice(0, at), scores: scores.slice(0, at), tellings: tellings.slice(0, at) }
}

/** The same links from the other end: by the partner, in the order in which the partners turn up. */
export interface Back {
  /** The statements that are partners of some. */
  readonly order: readonly number[]
  /** Those that a statement is a partner of, each with the place of the link; the best first. */
  of(statement: number): readonly (readonly [number, number])[]
}

/** Turns the links of statements below `size` round. The partners have numbers below `most`. */
export function turned({ starts, others, scores }: Links, size: number, most: number): Back {
  const shelves = shelved((visit) => {
    for (let a = 0; a < size; a++) for (let i = starts[a] as number; i < (starts[a + 1] as number); i++) visit(others[i] as number, a, i)
  }, most)
  return {
    order: [...new Set(others)],
    of: (b) => Array.from({ length: (shelves.starts[b + 1] as number) - (shelves.starts[b] as number) }, (_, i) => (shelves.starts[b] as number) + i)
      .map((i) => [shelves.items[i] as number, shelves.values[i] as number] as const).sort((x, y) => (scores[y[1]] as number) - (scores[x[1]] as number)),
  }
}
