import type { Quantity } from '../model/quantity.js'
import { boundOf, leadOf, optional, perOf, tailBound } from './context.js'
import type { Hit } from './hit.js'
import { afterRange, amountAt, numberAt, touches } from './numbers.js'
import type { Reading, Scan } from './vocabulary.js'

interface Sum {
  readonly value: number
  readonly to: number
  readonly currency?: string
  readonly ambiguous: boolean
}

/** "49,-": a price without cents. */
function afterStroke({ tokens }: Scan, index: number): number {
  return tokens[index]?.norm === ',' && tokens[index + 1]?.norm === '-' && touches(tokens, index + 1) ? index + 2 : index
}

/** "49 €", "20p", "twelve euros": the currency after a number. */
function currencyAfter(scan: Scan, reading: Reading): Sum | undefined {
  const { tokens, words } = scan
  const at = afterStroke(scan, reading.to)
  const code = words.money.codes.at(tokens, at)
  // "7 р. д." are working days, though "7 р." are roubles.
  if (code && (words.unit.all.at(tokens, at)?.to ?? 0) > code.to) return undefined
  if (code) return { ...reading, to: code.to, currency: code.value }
  const minor = words.money.minor.at(tokens, at)
  const letter = tokens[at]?.norm.length === 1
  if (!minor || (letter && !touches(tokens, at))) return undefined
  return { ...reading, value: reading.value / 100, to: minor.to, ...optional('currency', minor.value === 'none' ? undefined : minor.value) }
}

/** "€49", "EUR 49,90" */
function currencyBefore(scan: Scan, index: number): Sum | undefined {
  const code = scan.words.money.codes.at(scan.tokens, index)
  const reading = code && scan.tokens[code.to]?.kind === 'number' ? numberAt(scan, code.to) : undefined
  if (!code || !reading) return undefined
  const again = scan.words.money.codes.at(scan.tokens, reading.to)
  const to = again && again.value === code.value ? again.to : afterStroke(scan, reading.to)
  return { ...reading, to, currency: code.value }
}

/** A sum whose currency stands with the second number of the range: "10–20 €". */
function sharedCurrency(scan: Scan, index: number): readonly [Sum, Sum] | undefined {
  const amount = amountAt(scan, index)
  if (!amount?.range) return undefined
  const end = currencyAfter(scan, { ...amount, value: amount.high })
  if (!end) return undefined
  const scale = end.value / amount.high
  return [{ ...end, value: amount.low * scale }, end]
}

function sumAt(scan: Scan, index: number): Sum | undefined {
  const before = currencyBefore(scan, index)
  if (before) return before
  const reading = numberAt(scan, index)
  const article = reading ? undefined : scan.words.number.one.at(scan.tokens, index)
  const one = article && scan.words.money.codes.at(scan.tokens, article.to)
  if (one && scan.tokens[article.to]?.kind === 'word') return { value: 1, to: one.to, currency: one.value, ambiguous: false }
  return reading && currencyAfter(scan, reading)
}

function isOther({ tokens, words }: Scan, index: number): boolean {
  return (words.unit.all.at(tokens, index) ?? words.percent.words.at(tokens, index)) !== undefined
}

/** "€5 to €10", "$10–20" */
function secondSum(scan: Scan, index: number, first: Sum): Sum | undefined {
  const next = afterRange(scan, index, first.to)
  if (next === undefined) return undefined
  const reading = numberAt(scan, next)
  const bare = reading && !isOther(scan, reading.to) && scan.words.money.codes.at(scan.tokens, index) ? { ...reading, currency: first.currency } : undefined
  const second = sumAt(scan, next) ?? bare
  return second && second.currency === first.currency && second.value > first.value ? second : undefined
}

/** "per person" right after the sum, or past its name: "a £50 deposit per person". */
function laterPer(scan: Scan, index: number): ReturnType<typeof perOf> {
  const near = perOf(scan, index)
  for (let at = index; !near.per && at <= index + 2; at++) {
    if (at > index && scan.words.per.words.at(scan.tokens, at)) return { ...perOf(scan, at), to: index }
    if (scan.tokens[at]?.kind !== 'word' || scan.words.count.notNouns.at(scan.tokens, at)) break
  }
  return near
}

function hitOf(scan: Scan, index: number, first: Sum, second: Sum): Hit {
  const lead = leadOf(scan, index, scan.words.bound.before)
  const tail = tailBound(scan, second.to)
  const per = laterPer(scan, tail.to)
  const quantity: Quantity = {
    dimension: 'money', low: first.value, high: second.value, bound: boundOf(lead, tail.bound, second !== first), unit: second.currency ?? 'cent',
    amount: [first.value, second.value], ...optional('currency', second.currency), ...optional('per', per.per),
    ...optional('approximate', lead.approximate || undefined), ...optional('ambiguous', first.ambiguous || second.ambiguous || undefined),
  }
  return { quantity, from: index, to: second.to, next: per.to }
}

/** Sums of money and ranges of them. */
export function moneyAt(scan: Scan, index: number): Hit | undefined {
  const shared = sharedCurrency(scan, index)
  const first = shared?.[0] ?? sumAt(scan, index)
  if (!first) return undefined
  const second = shared?.[1] ?? secondSum(scan, index, first) ?? first
  return hitOf(scan, index, first, second)
}
