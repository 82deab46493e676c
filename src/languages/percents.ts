import { boundOf, leadOf, optional, perOf, tailBound } from './context.js'
import type { Hit } from './hit.js'
import { afterRange, amountAt, numberAt, type Amount } from './numbers.js'
import type { Scan } from './vocabulary.js'

/** "10 %", "10–15 percent", "10% to 15%" */
function written(scan: Scan, index: number): Amount | undefined {
  const amount = amountAt(scan, index)
  const sign = amount && scan.words.percent.words.at(scan.tokens, amount.to)
  if (sign) return widened(scan, index, { ...amount, to: sign.to })
  const first = amount?.range ? numberAt(scan, index) : undefined
  const inner = first && scan.words.percent.words.at(scan.tokens, first.to)
  return first && inner ? { ...first, low: first.value, high: first.value, range: false, to: inner.to } : undefined
}

function widened(scan: Scan, index: number, first: Amount): Amount {
  const next = first.range ? undefined : afterRange(scan, index, first.to)
  const second = next === undefined ? undefined : numberAt(scan, next)
  const sign = second && scan.words.percent.words.at(scan.tokens, second.to)
  return second && sign && second.value > first.low ? { ...first, high: second.value, to: sign.to, range: true } : first
}

/** "a fifth off": a part of the price. */
function fraction(scan: Scan, index: number): Amount | undefined {
  const { tokens, words } = scan
  const named = words.percent.named.at(tokens, index)
  if (named) return { low: named.value, high: named.value, to: named.to, range: false, ambiguous: false, digits: false }
  const start = words.number.one.at(tokens, index)?.to ?? index
  const part = words.number.fractions.at(tokens, index) ?? words.number.fractions.at(tokens, start)
  if (!part || !words.percent.fractionBefore.at(tokens, part.to)) return undefined
  const value = Math.round(part.value * 1e4) / 100
  return { low: value, high: value, to: part.to, range: false, ambiguous: false, digits: false }
}

/** Percentages. */
export function percentAt(scan: Scan, index: number): Hit | undefined {
  const amount = written(scan, index) ?? fraction(scan, index)
  if (!amount) return undefined
  const lead = leadOf(scan, index, scan.words.bound.before)
  const tail = tailBound(scan, amount.to)
  const per = perOf(scan, tail.to)
  const quantity = {
    dimension: 'percent', low: amount.low, high: amount.high, bound: boundOf(lead, tail.bound, amount.range), unit: '%', amount: [amount.low, amount.high],
    ...optional('per', per.per), ...optional('approximate', lead.approximate || undefined), ...optional('ambiguous', amount.ambiguous || undefined),
  } as const
  return { quantity, from: index, to: amount.to, next: per.to }
}
