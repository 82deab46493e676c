import type { Statement } from '../model/claim.js'
import type { Alignment, Passages } from '../model/match.js'
import { isBeyond } from './beyond.js'
import { ODDS } from './odds.js'
import { isPromise, isSoft } from './promise.js'
import { type OrderKind, traitsAmong, type Traits } from './traits.js'

/** The promise that an order takes something from, and how likely it is that it is this one, 0 to 1. */
export interface Likely {
  readonly pair: Alignment
  readonly likelihood: number
}

/** Whether a sentence for staff gives an order of this kind. */
export const isOrder = (kind: OrderKind, told: Statement): boolean => told.kind === 'said' && told.cues.has(kind)

/** What an order of a kind cannot be about, whatever the two have in common. */
const CANNOT: Readonly<Record<OrderKind, (promise: Statement, told: Statement) => boolean>> = {
  secrecy: (promise, told) => promise.cues.has('secrecy') || told.cues.has('own-words'),
  approval: (promise) => promise.cues.has('approval'),
  hedge: (promise, told) => isSoft(promise) || told.cues.has('secrecy') || told.cues.has('approval'),
}

/** The promises that an order could be about. */
export const candidates = (kind: OrderKind, pairs: readonly Alignment[]): readonly Alignment[] =>
  pairs.filter((pair) => pair.scope.relation !== 'disjoint' && isPromise(pair.a) && !CANNOT[kind](pair.a, pair.b) && !isBeyond(pair.a, pair.b))

/** Log-odds turned into a share, 0 to 1. */
export function share(weights: Traits, traits: Traits): number {
  const odds = Object.entries(traits).reduce((sum, [trait, value]) => sum + (weights[trait] ?? 0) * value, weights['bias'] ?? 0)
  return 1 / (1 + Math.exp(-odds))
}

/** Of all promises the one that an order is most likely about; `pairs` are those of the order, the best first. */
export function likeliest(kind: OrderKind, pairs: readonly Alignment[], passages: Passages): Likely | undefined {
  const traitsOf = traitsAmong(kind, pairs, passages)
  let best: Likely | undefined
  for (const pair of candidates(kind, pairs)) {
    const likelihood = share(ODDS[kind], traitsOf(pair))
    if (!best || likelihood > best.likelihood) best = { pair, likelihood }
  }
  return best
}
