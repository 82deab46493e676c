import type { Statement } from '../model/claim.js'
import { sameAmount } from '../model/compare.js'
import type { Alignment, Matched } from '../model/match.js'
import type { Quantity } from '../model/quantity.js'
import { yes } from './traits.js'
import type { Duel } from './duels.js'

/** A word so near stands in the sentence or in what it leans on. */
const OWN = 0.85
/** More of one kind of likeness says no more, nor do more words. */
const MOST = 2
const MOST_WORDS = 12
/** In a table, a list or a data file. */
const STRUCTURE: ReadonlySet<string> = new Set(['row', 'column', 'key', 'item'])

const isCell = ({ labels }: Statement): boolean => labels.some(({ kind }) => STRUCTURE.has(kind))
const isPlace = (cue: string): boolean => cue.startsWith('at-')

function sameCues({ a, b }: Alignment): number {
  let same = 0
  for (const cue of a.cues.keys()) if (b.cues.has(cue) && !isPlace(cue)) same++
  return same
}

/** What words that two statements share are worth: those that stand in both themselves, in one and around the other, and only around both. */
export interface SharedWords {
  readonly ownOwn: number
  readonly ownAround: number
  readonly aroundBoth: number
  /** Of all of them, those that no list knows. */
  readonly unknown: number
  readonly best: number
}

export function sharedWords({ a, b }: Alignment, weight: Matched['weight']): SharedWords {
  const sums = { ownOwn: 0, ownAround: 0, aroundBoth: 0, unknown: 0, best: 0 }
  for (const [key, nearA] of a.weights) {
    const nearB = b.weights.get(key)
    if (nearB === undefined || key.startsWith('=')) continue
    const worth = weight(key) * nearA * nearB
    sums.best = Math.max(sums.best, worth)
    if (key.startsWith('~')) sums.unknown += worth
    if (nearA >= OWN && nearB >= OWN) sums.ownOwn += worth
    else if (nearA >= OWN || nearB >= OWN) sums.ownAround += worth
    else sums.aroundBoth += worth
  }
  return sums
}

interface Worded {
  readonly pair: Alignment
  readonly words: SharedWords
}

/** How the words of two statements lie to one another. */
export const WORD_TRAITS: Readonly<Record<string, (duel: Worded) => number>> = {
  ownOwn: ({ words }) => Math.min(MOST, words.ownOwn), ownAround: ({ words }) => Math.min(MOST, words.ownAround),
  aroundBoth: ({ words }) => Math.min(MOST, words.aroundBoth), unknown: ({ words }) => Math.min(MOST, words.unknown), bestWord: ({ words }) => words.best,
  wordsOfPromise: ({ pair }) => Math.min(MOST_WORDS, pair.a.weights.size), wordsOfTold: ({ pair }) => Math.min(MOST_WORDS, pair.b.weights.size),
  cellOfPromise: ({ pair }) => yes(isCell(pair.a)), cellOfTold: ({ pair }) => yes(isCell(pair.b)), softTold: ({ pair }) => yes(pair.b.cues.has('hedge')),
  sameCues: ({ pair }) => sameCues(pair),
}

/** 1 for the same, -1 for another, 0 where one is not said. */
const likeness = (one: string | undefined, other: string | undefined): number => (one === undefined || other === undefined ? 0 : one === other ? 1 : -1)
const perOf = (quantity: Quantity | undefined): string => quantity?.per?.join() ?? ''
const isFree = (quantity: Quantity | undefined): boolean => quantity?.high === 0
const sizeOf = (quantity: Quantity | undefined): number => (quantity && Number.isFinite(quantity.high) ? quantity.high : 0)

/** The amounts beside those of a duel that both statements name. */
const companions = ({ pair: { a, b }, promise, told }: Duel): number =>
  a.quantities.filter((one) => one !== promise.quantity && b.quantities.some((other) => other !== told.quantity && sameAmount(one, other))).length

/** How two amounts are said: counted from the same day, by the same unit, with the same bound, and beside other amounts that agree. */
export const AMOUNT_TRAITS: Readonly<Record<string, (duel: Duel) => number>> = {
  anchor: ({ promise, told }) => likeness(promise.quantity?.anchor, told.quantity?.anchor), relation: ({ promise, told }) => likeness(promise.quantity?.relation, told.quantity?.relation),
  per: ({ promise, told }) => yes(perOf(promise.quantity) === perOf(told.quantity)), bound: ({ promise, told }) => yes(promise.quantity?.bound === told.quantity?.bound),
  size: ({ promise }) => Math.log10(1 + sizeOf(promise.quantity)), free: ({ promise, told }) => yes(isFree(promise.quantity) || isFree(told.quantity)),
  freeMoney: ({ promise, told }) => yes(promise.quantity?.dimension === 'money' && (isFree(promise.quantity) || isFree(told.quantity))),
  companions, deadlineTold: ({ told }) => yes(told.role === 'deadline'),
}
