import type { Quantity } from '../model/quantity.js'
import { canonical } from './canonical.js'
import { anchorAt, boundOf, leadOf, optional, perOf, tailBound, type Lead } from './context.js'
import type { Hit } from './hit.js'
import { hoursAt } from './clocks.js'
import { afterRange, amountAt, numberAt, ordinalAt, type Amount } from './numbers.js'
import type { Fixed, Scan, Unit } from './vocabulary.js'

type Calendar = Quantity['calendar']

/** An amount with its unit, before the words around it are read. */
interface Core extends Unit {
  readonly amount: readonly [number, number]
  readonly low: number
  readonly high: number
  readonly from: number
  readonly to: number
  readonly range: boolean
  readonly ambiguous: boolean
  readonly calendar: Calendar
  /** A place in a row of days, which words for moments bound: "by the third day". */
  readonly place?: boolean
}

interface UnitHit extends Unit {
  readonly calendar: Calendar
  readonly to: number
}

/** A unit with the adjectives before it: "full working days". */
function unitAt({ tokens, words }: Scan, index: number): UnitHit | undefined {
  let at = index
  let calendar: Calendar
  for (let i = 0; i < 4; i++) {
    const unit = words.unit.all.at(tokens, at)
    if (unit) return { dimension: unit.value.dimension, unit: unit.value.unit, calendar: unit.value.business ? 'business' : unit.value.dimension === 'duration' ? calendar : undefined, to: unit.to }
    const business = words.unit.business.at(tokens, at)
    const plain = words.unit.calendar.at(tokens, at)
    if (business) calendar = 'business'
    if (plain) calendar = 'calendar'
    const step = business ?? plain ?? words.unit.adjectives.at(tokens, at)
    if (!step) return undefined
    at = step.to
  }
  return undefined
}

function makeCore(from: number, { low, high, range, ambiguous }: Omit<Amount, 'to' | 'digits'>, unit: UnitHit): Core {
  const amount = [low, high] as const
  const [least, most] = canonical(amount, unit.unit, unit.calendar === 'business')
  return { ...unit, amount, low: least, high: most, from, to: unit.to, range, ambiguous }
}

const EXACT = { range: false, ambiguous: false }
const single = (value: number): Omit<Amount, 'to' | 'digits'> => ({ low: value, high: value, ...EXACT })

/** "nuo 2015 m.", "с 2019 года": a year of the calendar, not so many years. */
const isCalendarYear = ({ low, digits }: Amount, { unit }: UnitHit): boolean => unit === 'year' && digits && low >= 1900 && low < 2200

/** "30 days", "3–5 working days", "an hour and a half" */
function numbered(scan: Scan, from: number): Core | undefined {
  const amount = amountAt(scan, from)
  const unit = amount && unitAt(scan, amount.to)
  if (!amount || !unit || isCalendarYear(amount, unit)) return undefined
  const tail = amount.range ? undefined : scan.words.number.tails.at(scan.tokens, unit.to)
  if (!tail) return makeCore(from, amount, unit)
  return makeCore(from, single(amount.low + tail.value), { ...unit, to: tail.to })
}

/** "half an hour", "three quarters of an hour" */
function fractional(scan: Scan, from: number): Core | undefined {
  const fraction = scan.words.number.fractions.at(scan.tokens, from)
  const unit = fraction && unitAt(scan, fraction.to)
  return unit && makeCore(from, single(fraction.value), unit)
}

/** "an hour and a half"; "a day" only where something before or after shows that it is an amount. */
function articled(scan: Scan, from: number): Core | undefined {
  const { tokens, words } = scan
  const article = words.number.one.at(tokens, from)
  const unit = article && unitAt(scan, article.to)
  if (!unit) return undefined
  const tail = words.number.tails.at(tokens, unit.to)
  if (tail) return makeCore(from, single(1 + tail.value), { ...unit, to: tail.to })
  const lead = leadOf(scan, from, words.bound.duration)
  const around = Object.keys(anchorAt(scan, unit.to)).length > 0 || tailBound(scan, unit.to).bound !== undefined
  const shown = lead.bound !== undefined || lead.approximate || around || unit.calendar !== undefined || unit.unit !== 'day'
  return shown ? makeCore(from, single(1), unit) : undefined
}

const BOUNDING: ReadonlySet<string | undefined> = new Set(['atMost', 'atLeast', 'upTo', 'until', 'under'])

/** "within the hour", "храним неделю": a unit without a number, after a word that bounds it or that it goes on from. */
function bare(scan: Scan, from: number): Core | undefined {
  const { tokens, words } = scan
  const hit = words.unit.bare.at(tokens, from)
  if (!hit) return undefined
  const bound = words.bound.duration.before(tokens, from)?.value
  // "up to the day of departure", "until the day before" name a day, "do hodiny" is an hour.
  const bounded = BOUNDING.has(bound) && (bound === 'atMost' || Object.keys(anchorAt(scan, hit.to)).length === 0)
  if (!bounded && !words.unit.lasting.before(tokens, from)) return undefined
  return makeCore(from, single(1), { dimension: 'duration', unit: hit.value, calendar: undefined, to: hit.to })
}

/** "on day 30": so long after the start. */
function counted(scan: Scan, from: number): Core | undefined {
  const lead = scan.words.unit.nth.at(scan.tokens, from)
  const number = lead && numberAt(scan, lead.to)
  if (!lead || !number) return undefined
  return makeCore(from, single(number.value), { dimension: 'duration', unit: lead.value.unit, calendar: undefined, to: number.to })
}

/** Nobody calls a day of an event "the eighth", or of a week. */
const SURELY_COUNTED = 8

/** "the 8th working day", "every third day": so long after the start. Other days have names and dates too, so something must show that this one is counted. */
function ordered(scan: Scan, from: number): Core | undefined {
  const place = ordinalAt(scan, from)
  const unit = place && unitAt(scan, place.to)
  if (!place || !unit || unit.unit !== 'day') return undefined
  const { bound, unit: units } = scan.words
  // "by the 15th day of the month" is a date.
  if ([0, 1, 2].some((step) => units.all.at(scan.tokens, unit.to + step)?.value.unit === 'month')) return undefined
  const shown = place.value >= SURELY_COUNTED || unit.calendar === 'business' || scan.words.per.words.before(scan.tokens, from) !== undefined || (leadOf(scan, from, bound.moment).bound ?? leadOf(scan, from, bound.duration).bound ?? anchorAt(scan, unit.to).anchor) !== undefined
  return shown ? { ...makeCore(from, single(place.value), unit), place: true } : undefined
}

/** "working day 7", "day 21": the unit before its number. What stands by the day, or goes on as hours or another amount, is no count of days, nor is "Day 12: two days to go". */
function numberedAfter(scan: Scan, from: number): Core | undefined {
  const { tokens, words } = scan
  const unit = unitAt(scan, from)
  if (unit?.unit !== 'day' || words.per.words.before(tokens, from) || words.number.one.before(tokens, from)) return undefined
  const amount = amountAt(scan, unit.to)
  if (!amount || amount.low < 2 || tokens[unit.to - 1]?.kind === 'mark' || unitAt(scan, amount.to) || words.percent.words.at(tokens, amount.to) || words.money.codes.at(tokens, amount.to)) return undefined
  const counts = tokens[amount.to]?.kind === 'word' && !words.count.notNouns.at(tokens, amount.to)
  const titles = tokens[amount.to]?.norm === ':'
  if (unit.calendar !== 'business' && (amount.range || counts || titles || hoursAt(scan, unit.to, true))) return undefined
  return { ...makeCore(from, amount, { ...unit, to: amount.to }), place: true }
}

function fixedCore(from: number, to: number, { unit, amount, business }: Fixed): Core {
  const range = amount[0] !== amount[1] && unit !== 'day'
  return makeCore(from, { low: amount[0], high: amount[1], ...EXACT, range }, { dimension: 'duration', unit, calendar: business ? 'business' : undefined, to })
}

function coreAt(scan: Scan, from: number): Core | undefined {
  const fixed = scan.words.unit.fixed.at(scan.tokens, from)
  if (fixed) return fixedCore(from, fixed.to, fixed.value)
  return ordered(scan, from) ?? fractional(scan, from) ?? numbered(scan, from) ?? articled(scan, from) ?? bare(scan, from) ?? counted(scan, from) ?? numberedAfter(scan, from)
}

/** "two weeks to three months": a second amount with its unit. */
function widened(scan: Scan, core: Core): Core {
  const next = core.range ? undefined : afterRange(scan, core.from, core.to)
  const second = next === undefined || !numberAt(scan, next) ? undefined : numbered(scan, next)
  if (!second || second.dimension !== core.dimension || second.low <= core.low) return core
  return { ...core, unit: second.unit, amount: [core.unit === second.unit ? core.amount[0] : second.amount[0], second.amount[1]], high: second.high, to: second.to, range: true }
}

function hitOf(scan: Scan, core: Core, lead: Lead): Hit {
  const tail = tailBound(scan, core.to)
  const per = perOf(scan, tail.to)
  const lasting = core.dimension === 'duration'
  const quantity: Quantity = {
    dimension: core.dimension, low: core.low, high: core.high, bound: boundOf(lead, tail.bound, core.range), unit: core.unit, amount: core.amount,
    ...optional('calendar', core.calendar), ...(lasting ? anchorAt(scan, per.to) : {}), ...optional('per', per.per),
    ...optional('approximate', lead.approximate || undefined), ...optional('ambiguous', core.ambiguous || undefined),
  }
  return { quantity, from: core.from, to: core.to, next: per.to }
}

/** Durations, storage, mass and distance. */
export function measureAt(scan: Scan, index: number): Hit | undefined {
  const first = coreAt(scan, index)
  if (!first) return undefined
  const core = widened(scan, first)
  const { bound, unit } = scan.words
  const lead = leadOf(scan, index, core.dimension === 'duration' ? bound.duration : bound.before)
  const moment = core.place ? leadOf(scan, index, bound.moment).bound : undefined
  return hitOf(scan, core, { ...lead, bound: unit.nth.at(scan.tokens, index)?.value.bound ?? lead.bound ?? moment })
}
