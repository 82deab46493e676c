import type { Statement } from '../model/claim.js'
import { overlap } from '../model/compare.js'
import { isWord } from '../model/keys.js'
import type { Alignment, Matched } from '../model/match.js'
import { has, LIMITED, LIMITS, UNBOUNDED } from './cues.js'
import { content, isAll, isConcrete } from './promise.js'
import { cover, ITSELF, wordsOf } from './telling.js'

/** Orders to staff that take something from a promise, by what they do: hide it, make it wait for somebody's yes, only aim at it, keep it for some. */
export type OrderKind = 'secrecy' | 'approval' | 'hedge' | 'limit'

/** What speaks for or against an order being about a promise, each as a number; what is not named is 0. */
export type Traits = Readonly<Record<string, number>>

/** The limit that a sentence sets; age and deposit limits have no word of their own. */
export const limitOf = (told: Statement): (typeof LIMITS)[number] => LIMITS.find((cue) => told.cues.has(cue)) ?? 'only-for'

/** Words of a promise that make it the likelier one to be meant. */
const TAKEN_BACK: Readonly<Record<OrderKind, readonly string[]>> = {
  secrecy: ['free', 'give', 'get', 'offer'],
  approval: ['immediate', 'automatic', 'guarantee'],
  hedge: UNBOUNDED,
  limit: UNBOUNDED,
}

/** A word so near stands in the sentence or in what it leans on. */
const LEANING = 0.85
/** A sentence of so few words says hardly more than its limit. */
const FEW = 2
/** In a table, a list or a data file the limited thing stands beside the limit. */
const STRUCTURE: ReadonlySet<string> = new Set(['row', 'column', 'key', 'item', 'label'])

/** More pairs before one say no more. */
const MOST_BEFORE = 5

/** 1 for yes, 0 for no. */
export const yes = (is: boolean): number => (is ? 1 : 0)

/** The amounts that a promise commits to; with none, an order speaks of its extent anyhow. */
function sameExtent(promise: Statement, told: Statement): boolean {
  const amounts = promise.claims.flatMap(({ quantity }) => (quantity && quantity.high > 0 ? [quantity] : []))
  return amounts.length === 0 || amounts.some((q) => told.quantities.some((t) => overlap(q, t)))
}

/** "Tub only on 6–10" after "Wi-Fi comes with it" limits the tub: the limited thing stands in the sentence itself, or where it is looked for. */
const namesIt = ({ a, b }: Alignment): boolean =>
  content(b) <= FEW || b.cues.has('pronoun') || [...b.weights].some(([key, near]) => near >= LEANING && isWord(key) && (a.weights.get(key) ?? 0) >= 0.5) || b.labels.some((label) => STRUCTURE.has(label.kind))

/** How much of a condition stands in one sentence on the say side, and in one that sets a limit itself; 0 to 1. */
function disclosure(told: Statement, pairs: readonly Alignment[], weight: Matched['weight']): Traits {
  const words = wordsOf(told, ITSELF, weight)
  const covers = pairs.map(({ a }) => [a, cover(words, a.weights)] as const)
  return {
    stated: Math.max(0, ...covers.map(([, share]) => share)),
    statedAsLimit: Math.max(0, ...covers.map(([a, share]) => (has(a, ...LIMITS) ? share : 0))),
  }
}

/** What the condition is like. */
function traitsOfLimit(pair: Alignment): Traits {
  return { [limitOf(pair.b)]: 1, namesIt: yes(namesIt(pair)), words: Math.min(6, content(pair.b)) }
}

/**
 * Gives the traits of each pair among all pairs of its order, the best first. Scores are cut off where more of them says no
 * more; what is the same for all pairs is looked at once, since an order can have thousands.
 */
export function traitsAmong(kind: OrderKind, pairs: readonly Alignment[], weight: Matched['weight']): (pair: Alignment) => Traits {
  const [first, second] = pairs
  const told = kind === 'limit' && first ? disclosure(first.b, pairs, weight) : {}
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
      ...(kind === 'limit' ? { ...told, ...traitsOfLimit(pair) } : {}),
    }
  }
}
