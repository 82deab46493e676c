import type { Bound, Quantity } from '../model/quantity.js'
import { boundOf, leadOf, optional } from './context.js'
import type { Hit } from './hit.js'
import { amountAt, touches, type Amount } from './numbers.js'
import type { Scan } from './vocabulary.js'

const OLDEST = 120

/** "under 12" ends at 11, "over 65" begins at 66: whole years, both ends included. */
function years({ low, high }: Amount, bound: Bound): readonly [number, number] {
  if (bound === 'under') return [0, low - 1]
  if (bound === 'atMost' || bound === 'upTo' || bound === 'until') return [0, high]
  if (bound === 'over') return [low + 1, Infinity]
  if (bound === 'atLeast' || bound === 'from') return [low, Infinity]
  return [low, high]
}

function made(amount: Amount, bound: Bound, approximate: boolean): Quantity {
  const [low, high] = years(amount, bound)
  return {
    dimension: 'age', low, high, bound, unit: 'year', amount: [amount.low, amount.high],
    ...optional('approximate', approximate || undefined),
  }
}

/** The "s" of "under 12s". */
function pluralEnd({ tokens, words }: Scan, index: number): number | undefined {
  return touches(tokens, index) ? words.age.plural.at(tokens, index)?.to : undefined
}

/** Do the words before the amount speak of people or of age? */
function aboutPeople({ tokens, words }: Scan, index: number, from: number): boolean {
  const cue = words.age.cues.before(tokens, index) ?? words.age.cues.before(tokens, from)
  return (cue ?? words.age.people.before(tokens, from)) !== undefined
}

function hasUnit({ tokens, words }: Scan, index: number): boolean {
  const other = words.unit.all.at(tokens, index) ?? words.percent.words.at(tokens, index) ?? words.money.codes.at(tokens, index)
  return other !== undefined
}

/** Is the amount an age, and where does it end? */
function endOfAge(scan: Scan, index: number, amount: Amount, from: number, bounded: boolean): { to: number; after?: Bound } | undefined {
  const { tokens, words } = scan
  const plural = pluralEnd(scan, amount.to)
  if (plural !== undefined && bounded) return { to: plural }
  const unit = words.age.units.at(tokens, amount.to)
  const after = words.age.after.at(tokens, unit?.to ?? amount.to)
  // "2+1 free" is a sum.
  const tail = after && tokens[after.to]?.kind === 'number' ? undefined : after
  if (tail && !words.age.not.before(tokens, from)) return { to: tail.to, after: tail.value }
  // Where the same word counts years of anything ("12 rokov"), people must be spoken of.
  const people = aboutPeople(scan, index, from)
  if (unit && (people || words.unit.all.at(tokens, amount.to)?.to !== unit.to)) return { to: unit.to }
  return people && !hasUnit(scan, amount.to) && plainAfter(scan, index, amount, bounded) ? { to: amount.to } : undefined
}

/** "children under 12" is an age, "2 adults and children 3 times" is not: without a bound only a cue word right before counts. */
function plainAfter({ tokens, words }: Scan, index: number, amount: Amount, bounded: boolean): boolean {
  return bounded || amount.range || words.age.cues.before(tokens, index) !== undefined
}

/** Ages of people, as whole years. */
export function ageAt(scan: Scan, index: number): Hit | undefined {
  const amount = amountAt(scan, index)
  if (!amount || !Number.isInteger(amount.low) || amount.high > OLDEST) return undefined
  const cue = scan.words.age.cues.before(scan.tokens, index)
  const lead = leadOf(scan, cue?.from ?? index, scan.words.age.before)
  const end = endOfAge(scan, index, amount, lead.from, lead.bound !== undefined)
  if (!end) return undefined
  return { quantity: made(amount, boundOf(lead, end.after, amount.range), lead.approximate), from: index, to: end.to }
}
