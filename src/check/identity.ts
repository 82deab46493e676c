import type { Claim, Statement } from '../model/claim.js'
import { isWord } from '../model/keys.js'
import type { Quantity } from '../model/quantity.js'
import type { CheckContext } from './context.js'

type Scopes = CheckContext['scopes']

const rounded = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(6)) : value)

/** What an amount comes to: "two weeks", "14 days" and "within 14 days" are one. */
function amountOf({ dimension, low, high, calendar, currency, per, timetable, from, to }: Quantity): string {
  const value = dimension === 'date' ? [from ?? '', to ?? ''] : [rounded(low), rounded(high)]
  const week = timetable ? JSON.stringify(timetable) : ''
  return [dimension, ...value, currency ?? '', calendar === 'business' ? calendar : '', ...(per ?? []).toSorted(), week].join(' ')
}

/** What a claim comes to, whatever its words; undefined where nobody knows what it is about. */
function claimOf({ topic, quantity, yes, members }: Claim): string | undefined {
  if (!topic || (!quantity && yes === undefined && !members)) return undefined
  return [topic, quantity ? amountOf(quantity) : '', yes ?? '', ...(members ?? []).toSorted()].join(' ')
}

/** The words of a text and its numbers, without case, punctuation and marks. */
export const wordsIn = (text: string): string => (text.normalize('NFC').toLowerCase().match(/[\p{L}\p{M}\p{N}\p{Sc}%]+/gu) ?? []).join(' ')

/** What leads to a cell or a field is a part of what it says. */
const PARTS: ReadonlySet<string> = new Set(['row', 'column', 'label', 'key'])

/** For which customers, products, places and rows something is said. */
function scopeOf({ labels }: Statement, scopes: Scopes): readonly string[] {
  const keys = labels.flatMap((label) => label.keys.filter((key) => isWord(key) && (PARTS.has(label.kind) || scopes.has(key))))
  return [...new Set(keys)].sort()
}

/** What somebody commits to in a statement, in one claim of it or in all: typed, and to whom, where it can be measured; else its words. */
export function identityOf(statement: Statement, scopes: Scopes, claim?: Claim): string {
  const typed = (claim ? [claim] : statement.claims).flatMap((one) => claimOf(one) ?? [])
  return typed.length > 0 ? [...new Set(typed), ...scopeOf(statement, scopes)].sort().join('; ') : wordsIn(statement.quote)
}

/** Two sides as one: the order in which they are found does not matter. */
export function pairOf(one: string, other: string): readonly string[] {
  return [one, other].sort()
}
