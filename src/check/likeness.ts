import type { Statement } from '../model/claim.js'
import { sameAmount } from '../model/compare.js'
import type { Alignment, Matched } from '../model/match.js'
import type { Quantity } from '../model/quantity.js'
import { type Traits, yes } from './traits.js'
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

/** Where the words stand that two statements share: in both themselves, in one and around the other, or only around both. */
export function wordTraits({ a, b }: Alignment, weight: Matched['weight']): Traits {
  const sums = { ownOwn: 0, ownAround: 0, aroundBoth: 0, unknown: 0 }
  let bestWord = 0
  for (const [key, nearA] of a.weights) {
    const nearB = b.weights.get(key)
    if (nearB === undefined || key.startsWith('=')) continue
    const worth = weight(key) * nearA * nearB
    bestWord = Math.max(bestWord, worth)
    if (key.startsWith('~')) sums.unknown += worth
    sums[nearA >= OWN && nearB >= OWN ? 'ownOwn' : nearA >= OWN || nearB >= OWN ? 'ownAround' : 'aroundBoth'] += worth
  }
  return {
    ...Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, Math.min(MOST, sum)])), bestWord,
    wordsOfPromise: Math.min(MOST_WORDS, a.weights.size), wordsOfTold: Math.min(MOST_WORDS, b.weights.size),
    cellOfPromise: yes(isCell(a)), cellOfTold: yes(isCell(b)), softTold: yes(b.cues.has('hedge')),
    sameCues: [...a.cues.keys()].filter((cue) => b.cues.has(cue) && !isPlace(cue)).length,
  }
}

/** 1 for the same, -1 for another, 0 where one is not said. */
const likeness = (one: string | undefined, other: string | undefined): number => (one === undefined || other === undefined ? 0 : one === other ? 1 : -1)
const perOf = ({ per }: Quantity): string => per?.join() ?? ''

/** How two amounts are said: counted from the same day, by the same unit, with the same bound, and beside other amounts that agree. */
export function amountTraits({ pair: { a, b }, promise, told }: Duel): Traits {
  const [p, t] = [promise.quantity, told.quantity]
  if (!p || !t) return {}
  return {
    anchor: likeness(p.anchor, t.anchor), relation: likeness(p.relation, t.relation), per: yes(perOf(p) === perOf(t)), bound: yes(p.bound === t.bound),
    size: Math.log10(1 + (Number.isFinite(p.high) ? p.high : 0)), free: yes(p.high === 0 || t.high === 0), freeMoney: yes(p.dimension === 'money' && (p.high === 0 || t.high === 0)),
    companions: a.quantities.filter((one) => one !== p && b.quantities.some((other) => other !== t && sameAmount(one, other))).length,
    deadlineTold: yes(told.role === 'deadline'),
  }
}
