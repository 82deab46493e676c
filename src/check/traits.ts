import type { Statement } from '../model/claim.js'
import { overlap } from '../model/compare.js'
import type { Alignment, Passages, Together } from '../model/match.js'
import { has, LIMITED, UNBOUNDED } from './cues.js'
import { isAll, isConcrete } from './promise.js'

/** Orders to staff that take something from a promise, by what they do: hide it, make it wait for somebody's yes, only aim at it. */
export type OrderKind = 'secrecy' | 'approval' | 'hedge'

/** What speaks for or against an order being about a promise, each as a number; what is not named is 0. */
export type Traits = Readonly<Record<string, number>>

/** Words of a promise that make it the likelier one to be meant. */
const TAKEN_BACK: Readonly<Record<OrderKind, readonly string[]>> = {
  secrecy: ['free', 'give', 'get', 'offer'],
  approval: ['immediate', 'automatic', 'guarantee'],
  hedge: UNBOUNDED,
}

/** More pairs before one say no more. */
const MOST_BEFORE = 5

/** 1 for yes, 0 for no. */
export const yes = (is: boolean): number => (is ? 1 : 0)

/** The amounts that a promise commits to; with none, an order speaks of its extent anyhow. */
function sameExtent(promise: Statement, told: Statement): boolean {
  const amounts = promise.claims.flatMap(({ quantity }) => (quantity && quantity.high > 0 ? [quantity] : []))
  return amounts.length === 0 || amounts.some((q) => told.quantities.some((t) => overlap(q, t)))
}

/** How well the passages that the two stand in belong together. */
function ofPassages(together: Together | undefined): Traits {
  if (!together) return { apart: 1 }
  const { score, telling, coverage, mutual, rank, rankBack, margin, marginBack } = together
  return {
    passageScore: Math.min(score, 6), passageTelling: Math.min(telling, 5), passageCoverage: coverage, passageMutual: mutual, passageRank: Math.min(rank, 6), passageRankBack: Math.min(rankBack, 6),
    passageMargin: Math.max(-1.5, Math.min(1.5, margin)), passageMarginBack: Math.max(-1.5, Math.min(1.5, marginBack)),
  }
}

/**
 * Gives the traits of each pair among all pairs of its order, the best first. Scores are cut off where more of them says no
 * more; what is the same for all pairs is looked at once, since an order can have thousands.
 */
export function traitsAmong(kind: OrderKind, pairs: readonly Alignment[], passages: Passages): (pair: Alignment) => Traits {
  const [first, second] = pairs
  return (pair) => {
    const { a, b, score } = pair
    const next = (pair === first ? second : first)?.score ?? 0
    return {
      score: Math.min(score, 3), touch: Math.min(score, 1), coverage: pair.coverage, mutual: pair.mutual,
      twoWords: yes(pair.telling >= 2), threeWords: yes(pair.telling >= 3),
      rank: pairs.slice(0, MOST_BEFORE).filter((other) => other.score > score).length, margin: Math.max(-1.5, Math.min(1.5, score - next)),
      takenBack: yes(has(a, ...TAKEN_BACK[kind])), immediate: yes(has(a, 'immediate')), absolute: yes(has(a, 'absolute')), free: yes(has(a, 'free')),
      limited: yes(has(a, ...LIMITED)), soft: yes(has(a, 'aim', 'hedge')), concrete: yes(isConcrete(a)),
      extent: yes(sameExtent(a, b)), amount: yes(a.quantities.some((q) => q.dimension !== 'count' && b.quantities.some((t) => overlap(q, t)))),
      narrower: yes(pair.scope.relation === 'narrower'), wider: yes(pair.scope.relation === 'wider'),
      ...(kind === 'hedge' ? { frequency: yes(isAll(b, 'hedge', 'frequency')) } : {}),
      ...ofPassages(passages.of(a, b)),
    }
  }
}
