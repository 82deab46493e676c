import type { Statement } from '../model/claim.js'
import { sameAmount } from '../model/compare.js'
import type { Alignment } from '../model/match.js'
import type { Quantity } from '../model/quantity.js'
import type { ScopeJudge } from './scope.js'

export interface Aligner {
  /** Undefined where two statements have too little in common to be about one thing. */
  align(a: Statement, b: Statement): Alignment | undefined
}

/** Below this weight of common words nothing is concluded. */
const LEAST = 0.3
/** A shared word of at least this weight tells something. */
const TELLING = 0.45
/** The same amount on both sides speaks for the same thing. */
const SAME_AMOUNT = 0.3

const equal = (a: Quantity, b: Quantity): boolean =>
  sameAmount(a, b) && a.dimension !== 'count' && a.high > 0

export function aligner(weight: (key: string) => number, scopes: ScopeJudge): Aligner {
  const mass = new Map<Statement, number>()
  const massOf = (statement: Statement): number => {
    const known = mass.get(statement)
    if (known !== undefined) return known
    let sum = 0
    for (const [key, near] of statement.weights) if (near >= 1) sum += weight(key)
    mass.set(statement, sum)
    return sum
  }
  return {
    align(a, b) {
      const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a]
      const shared: [string, number][] = []
      for (const [key, near] of small.weights) {
        const other = large.weights.get(key)
        if (other !== undefined) shared.push([key, weight(key) * near * other])
      }
      let score = shared.reduce((sum, [, w]) => sum + w, 0)
      if (score < LEAST) return undefined
      if (a.quantities.some((q) => b.quantities.some((r) => equal(q, r)))) score += SAME_AMOUNT
      const coverage = Math.min(1, score / Math.max(0.2, Math.min(massOf(a), massOf(b))))
      const mutual = Math.min(1, score / Math.max(0.2, massOf(a), massOf(b)))
      shared.sort((x, y) => y[1] - x[1])
      const telling = shared.filter(([key, w]) => w >= TELLING && !/^[@=]/.test(key)).length
      return { a, b, score, coverage, mutual, telling, shared: shared.map(([key]) => key), scope: scopes.relate(a, b) }
    },
  }
}
