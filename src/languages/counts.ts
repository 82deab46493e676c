import type { Bound, Quantity } from '../model/quantity.js'
import { boundOf, leadOf, optional, perOf, tailBound } from './context.js'
import type { Hit } from './hit.js'
import { amountAt, touches, type Amount } from './numbers.js'
import type { Scan } from './vocabulary.js'

const CAPITALS = /^\p{Lu}{2,}$/u
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word)
/** "5.4 Fees", "Creative Commons 4.0": the number of a clause or of a version. */
const NUMBERED = /^\d{1,2}\.\d{1,2}$/

function raw({ text, tokens }: Scan, index: number): string {
  const token = tokens[index]
  return token ? text.slice(token.start, token.end) : ''
}

/** "GOS 1", "section 4", "week 5", "+353 1 555": the number is a name, not a count. */
function isName(scan: Scan, index: number, to: number): boolean {
  const { tokens, words } = scan
  const [token, before] = [tokens[index], tokens[index - 1]]
  if (!token || (token.kind === 'number' && /^0\d/.test(token.norm))) return true
  if (before && (before.kind === 'number' || before.kind === 'symbol') && token.kind === 'number') return true
  if (tokens[to]?.kind === 'number' || words.count.ids.before(tokens, index) || words.count.ranks.before(tokens, index)) return true
  if (token.kind === 'number' && NUMBERED.test(token.norm) && (index === 0 || isCapital(raw(scan, index - 1)))) return true
  if (before?.norm === '.' && words.count.ids.before(tokens, index - 1)) return true
  return CAPITALS.test(raw(scan, index - 1)) && !CAPITALS.test(raw(scan, to))
}

function isYear({ tokens }: Scan, index: number, { low }: Amount): boolean {
  return /^(19|20)\d\d$/.test(tokens[index]?.norm ?? '') && low >= 1900
}

/** The noun that is counted, past "free", "extra", "different". */
function nounAt(scan: Scan, index: number): { noun: string; to: number } | undefined {
  const { tokens, words } = scan
  let at = index
  for (let step = words.count.adjectives.at(tokens, at); step; step = words.count.adjectives.at(tokens, at)) at = step.to
  const token = tokens[at]
  if (token?.kind !== 'word' || token.norm.length < 3 || words.count.notNouns.at(tokens, at)) return undefined
  return touches(tokens, at) && tokens[at - 1]?.kind === 'number' ? undefined : { noun: token.norm, to: at + 1 }
}

function isBarred({ tokens, words }: Scan, index: number, amount: Amount): boolean {
  if (words.count.notAfter.before(tokens, index)) return true
  return amount.low === 1 && !amount.digits && words.count.oneNotAfter.before(tokens, index) !== undefined
}

function hitOf(scan: Scan, index: number, amount: Amount, inner: Bound | undefined, { noun, to }: { noun: string; to: number }): Hit {
  const lead = leadOf(scan, index, scan.words.bound.before)
  const tail = tailBound(scan, to)
  const per = perOf(scan, tail.to)
  const quantity: Quantity = {
    dimension: 'count', low: amount.low, high: amount.high, bound: boundOf(lead, inner ?? tail.bound, amount.range), unit: noun, amount: [amount.low, amount.high], noun,
    ...optional('per', per.per), ...optional('approximate', lead.approximate || undefined), ...optional('ambiguous', amount.ambiguous || undefined),
  }
  return { quantity, from: index, to: amount.to, next: per.per ? per.to : amount.to }
}

/** A number of things: the hit is the number alone, the noun stands in the quantity. */
export function countAt(scan: Scan, index: number): Hit | undefined {
  const amount = amountAt(scan, index)
  if (!amount || isName(scan, index, amount.to) || isYear(scan, index, amount) || isBarred(scan, index, amount)) return undefined
  const inner = tailBound(scan, amount.to)
  const noun = nounAt(scan, inner.to)
  return noun && hitOf(scan, index, amount, inner.bound, noun)
}
