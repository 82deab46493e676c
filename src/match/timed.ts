import type { Statement } from '../model/claim.js'
import { LEAST_SHARED, type Pairs } from '../model/match.js'
import type { Dimension } from '../model/quantity.js'
import type { Aligner } from './align.js'

/** A company names few hours and times of the day, so two that share no word may still be the same. */
const TIMES: ReadonlySet<Dimension> = new Set(['schedule', 'clock'])
/** Where there are more pairs of them, a word in common is needed after all. */
const MOST = 10_000

const isTimed = ({ claims }: Statement): boolean => claims.some(({ quantity }) => quantity !== undefined && TIMES.has(quantity.dimension))

/** Whose hours and times are set against whose. */
export interface Timed {
  readonly statements: readonly Statement[]
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly keep: (a: number, b: number) => boolean
}

/** The pairs of hours and times that have too little in common to be linked by their words. */
export function timedPairs({ statements, left, right, keep }: Timed, judge: Aligner): Pairs {
  const timed = (members: readonly number[]): readonly number[] => members.filter((i) => isTimed(statements[i] as Statement))
  const [ours, theirs] = [timed(left), timed(right)]
  const [firsts, seconds, scores, tellings]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (const a of ours.length * theirs.length > MOST ? [] : ours) {
    judge.face(a)
    for (const b of theirs) {
      const score = keep(a, b) ? judge.shared(b) : LEAST_SHARED
      if (score >= LEAST_SHARED) continue
      firsts.push(a)
      seconds.push(b)
      scores.push(score)
      tellings.push(judge.telling())
    }
  }
  return {
    firsts: Int32Array.from(firsts), seconds: Int32Array.from(seconds), scores: Float64Array.from(scores),
    at: (place) => judge.align(firsts[place] as number, seconds[place] as number, { score: scores[place] as number, telling: tellings[place] as number }),
  }
}

function joined<T extends Int32Array | Float64Array>(kind: new (size: number) => T, one: T, other: T): T {
  const all = new kind(one.length + other.length)
  all.set(one)
  all.set(other, one.length)
  return all
}

/** All pairs of both. */
export function together(one: Pairs, other: Pairs): Pairs {
  const count = one.firsts.length
  return {
    firsts: joined(Int32Array, one.firsts, other.firsts), seconds: joined(Int32Array, one.seconds, other.seconds), scores: joined(Float64Array, one.scores, other.scores),
    at: (place) => (place < count ? one.at(place) : other.at(place - count)),
  }
}
