import type { Aligner } from './align.js'
import { shelved } from './shelves.js'

/** Gives the numbers of the statements that one may have to do with. */
export type Candidates = (statement: number) => readonly number[]

/** The partners of each statement as numbers, the best first. A million and a half of them would take half a gigabyte as objects. */
export interface Links {
  readonly size: number
  /** Calls with each partner of a statement and what the two share. */
  each(statement: number, visit: (other: number, score: number) => void): void
}

/** Only so many partners of one statement are worth a look. */
const MOST = 25

/** Which of the candidates are partners of a statement, and with what score; the best first. */
export function partners(statement: number, candidates: readonly number[], judge: Aligner): readonly (readonly [number, number])[] {
  judge.face(statement)
  const found: (readonly [number, number])[] = []
  for (const other of candidates) {
    const score = other === statement ? 0 : judge.score(other)
    if (score > 0) found.push([other, score])
  }
  return found.sort((a, b) => b[1] - a[1]).slice(0, MOST)
}

/** Links statements from 0 up to `size` with their partners. */
export function linksOf(size: number, candidates: Candidates, judge: Aligner): Links {
  const [starts, others, scores] = [new Int32Array(size + 1), new Int32Array(size * MOST), new Float64Array(size * MOST)]
  let at = 0
  for (let statement = 0; statement < size; statement++) {
    for (const [other, score] of partners(statement, candidates(statement), judge)) {
      others[at] = other
      scores[at++] = score
    }
    starts[statement + 1] = at
  }
  return {
    size,
    each(statement, visit) {
      for (let i = starts[statement] as number; i < (starts[statement + 1] as number); i++) visit(others[i] as number, scores[i] as number)
    },
  }
}

/** The same links from the other end: by the partner, in the order in which the partners turn up. */
export interface Back {
  /** The statements that are partners of some. */
  readonly order: readonly number[]
  /** Those that a statement is a partner of, with what the two share; the best first. */
  of(statement: number): readonly (readonly [number, number])[]
}

/** Turns links round. The partners have numbers below `most`. */
export function turned(links: Links, most: number): Back {
  const order = new Set<number>()
  const { starts, items, values } = shelved((visit) => {
    for (let a = 0; a < links.size; a++) links.each(a, (b, score) => visit(b, a, score))
  }, most)
  for (let a = 0; a < links.size; a++) links.each(a, (b) => order.add(b))
  return {
    order: [...order],
    of: (b) => Array.from({ length: (starts[b + 1] as number) - (starts[b] as number) }, (_, i) => (starts[b] as number) + i)
      .map((i) => [items[i] as number, values[i] as number] as const).sort((x, y) => y[1] - x[1]),
  }
}
