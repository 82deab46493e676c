import type { Bound, Quantity } from '../model/quantity.js'
import { leadOf, optional } from './context.js'
import type { Hit } from './hit.js'
import { afterDash, afterRange, touches } from './numbers.js'
import type { Scan } from './vocabulary.js'

interface Day {
  readonly year?: number
  readonly month: number
  readonly day: number
  readonly to: number
  readonly ambiguous: boolean
}

const YEAR = /^(19|20)\d\d$/
const MILLISECONDS = 86_400_000
/** Yearless days are written with the year 0000 and counted in a leap year. */
const NO_YEAR = 2000

function daysIn(month: number, year = NO_YEAR): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function valid(day: Day): Day | undefined {
  return day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= daysIn(day.month, day.year) ? day : undefined
}

/** "31/10/2026", "31.10.2026", "2026-10-31" */
function numericDay(scan: Scan, index: number): Day | undefined {
  const norm = scan.tokens[index]?.norm ?? ''
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(norm)
  if (iso) return valid({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), to: index + 1, ambiguous: false })
  const yearFirst = /^(\d{4})([./])(\d\d?)\2(\d\d?)$/.exec(norm)
  if (yearFirst) return valid({ year: Number(yearFirst[1]), month: Number(yearFirst[3]), day: Number(yearFirst[4]), to: index + 1, ambiguous: false })
  const parts = /^(\d\d?)([./])(\d\d?)\2(\d{4}|\d\d)$/.exec(norm)
  if (!parts) return undefined
  const [first, second] = [Number(parts[1]), Number(parts[3])]
  const open = parts[2] === '/' && first <= 12 && second <= 12 && first !== second
  const monthFirst = second > 12 || (open && scan.words.date.order === 'mdy')
  const year = Number(parts[4]) + (parts[4]?.length === 2 ? NO_YEAR : 0)
  return valid({ year, month: monthFirst ? first : second, day: monthFirst ? second : first, to: index + 1, ambiguous: open })
}

/** "31.10." where the language writes days so. */
function dottedDay({ tokens, words }: Scan, index: number): Day | undefined {
  const parts = /^(\d\d?)\.(\d\d?)$/.exec(tokens[index]?.norm ?? '')
  if (!words.date.dotted || !parts || tokens[index + 1]?.norm !== '.' || !touches(tokens, index + 1)) return undefined
  return valid({ month: Number(parts[2]), day: Number(parts[1]), to: index + 2, ambiguous: false })
}

/** "31. 10." and "31. 10. 2026", with spaces, where the language writes days so. */
function spacedDay(scan: Scan, index: number): Day | undefined {
  const { tokens, words } = scan
  const stop = (at: number): boolean => tokens[at]?.norm === '.' && touches(tokens, at)
  const number = (at: number): number | undefined => (/^\d\d?$/.test(tokens[at]?.norm ?? '') ? Number(tokens[at]?.norm) : undefined)
  const [day, month] = [number(index), number(index + 2)]
  if (!words.date.dotted || day === undefined || month === undefined || !stop(index + 1) || !stop(index + 3)) return undefined
  const dated = yearAt(scan, index + 4)
  return valid({ ...optional('year', dated.year), month, day, to: dated.year === undefined ? index + 4 : dated.to, ambiguous: false })
}

/** A month's name; "may" and "march" must begin with a capital. */
function monthAt({ text, tokens, words }: Scan, index: number): { value: number; to: number } | undefined {
  const month = words.date.months.at(tokens, index)
  const token = tokens[index]
  if (!month || !token) return undefined
  return words.date.capital.has(token.norm) && text[token.start] === token.norm[0] ? undefined : month
}

function skip({ tokens }: Scan, index: number, mark: string): number {
  return tokens[index]?.norm === mark ? index + 1 : index
}

function yearAt(scan: Scan, index: number): { year?: number; to: number } {
  const at = skip(scan, index, ',')
  const token = scan.tokens[at]
  if (token?.kind !== 'number' || !YEAR.test(token.norm)) return { to: index }
  return { year: Number(token.norm), to: scan.words.date.year.at(scan.tokens, at + 1)?.to ?? at + 1 }
}

/** The number of a day: "31", "31st", "first". */
function dayNumber({ tokens, words }: Scan, index: number): { value: number; to: number } | undefined {
  const token = tokens[index]
  if (token?.kind !== 'number') return words.number.ordinals.at(tokens, index)
  if (!/^\d\d?$/.test(token.norm) || Number(token.norm) > 31) return undefined
  const suffix = touches(tokens, index + 1) ? words.number.suffixes.at(tokens, index + 1) : undefined
  return { value: Number(token.norm), to: suffix?.to ?? index + 1 }
}

/** "31 October 2026", "the 31st of October", "31. októbra" */
function dayFirst(scan: Scan, index: number): Day | undefined {
  const day = dayNumber(scan, index)
  if (!day) return undefined
  const at = scan.words.date.of.at(scan.tokens, day.to)?.to ?? skip(scan, day.to, '.')
  const month = monthAt(scan, at)
  if (!month) return undefined
  const dated = yearAt(scan, skip(scan, month.to, '.'))
  const { year, to } = dated.year === undefined ? { year: undefined, to: month.to } : dated
  return valid({ ...optional('year', year), month: month.value, day: day.value, to, ambiguous: false })
}

/** "October 31, 2026", "gruodžio 31 d." */
function monthFirst(scan: Scan, index: number): Day | undefined {
  const month = monthAt(scan, index)
  const day = month && dayNumber(scan, skip(scan, month.to, '.'))
  if (!month || !day) return undefined
  const suffix = scan.words.date.day.at(scan.tokens, day.to)
  if (!suffix && scan.words.unit.all.at(scan.tokens, day.to)) return undefined
  return valid({ ...yearAt(scan, suffix?.to ?? day.to), month: month.value, day: day.value, ambiguous: false })
}

/** "2026 m. gruodžio 31 d." */
function yearFirst(scan: Scan, index: number): Day | undefined {
  const { year, to } = yearAt(scan, index)
  if (year === undefined || to === index + 1) return undefined
  const day = monthFirst(scan, to)
  return day && { ...day, year }
}

/** "gruodžio 1–24 d.": the month stands before both days. */
function monthBefore(scan: Scan, index: number): readonly [Day, Day] | undefined {
  const dated = yearAt(scan, index)
  const month = monthAt(scan, dated.year === undefined ? index : dated.to)
  const day = month && dayNumber(scan, skip(scan, month.to, '.'))
  const next = day && afterRange(scan, index, day.to)
  const last = next === undefined ? undefined : dayNumber(scan, next)
  if (!month || !day || !last || last.value <= day.value || monthAt(scan, last.to)) return undefined
  const to = scan.words.date.day.at(scan.tokens, last.to)?.to
  if (to === undefined && scan.words.unit.all.at(scan.tokens, last.to)) return undefined
  const base = { ...optional('year', dated.year), month: month.value, to: to ?? last.to, ambiguous: false }
  const [from, until] = [valid({ ...base, day: day.value }), valid({ ...base, day: last.value })]
  return from && until ? [from, until] : undefined
}

/** A day; the name of the weekday may stand before it. */
function dayAt(scan: Scan, index: number): Day | undefined {
  const { tokens, words } = scan
  const weekday = words.day.names.at(tokens, index) ?? words.day.short.at(tokens, index)
  const at = weekday ? skip(scan, skip(scan, weekday.to, '.'), ',') : index
  return numericDay(scan, at) ?? dottedDay(scan, at) ?? spacedDay(scan, at) ?? yearFirst(scan, at) ?? dayFirst(scan, at) ?? monthFirst(scan, at)
}

/** A whole month, or the part of it that is named. */
function monthSpan(scan: Scan, index: number, part: string | undefined): readonly [Day, Day] | undefined {
  const month = monthAt(scan, index)
  if (!month) return undefined
  const base = { ...yearAt(scan, month.to), month: month.value, ambiguous: false }
  const last = daysIn(base.month, base.year)
  const [first, end] = part === 'end' ? [last, last] : part === 'start' ? [1, 1] : part === 'middle' ? [15, 15] : [1, last]
  return [{ ...base, day: first }, { ...base, day: end }]
}

/** Does something show that the word is a month, and not a name or a verb? */
function monthShown(scan: Scan, index: number, span: readonly [Day, Day]): boolean {
  const { tokens, words } = scan
  return span[1].year !== undefined || words.date.in.before(tokens, index) !== undefined || words.bound.moment.before(tokens, index) !== undefined
}

function monthsAt(scan: Scan, index: number): readonly [Day, Day] | undefined {
  const part = scan.words.date.parts.at(scan.tokens, index)
  const first = monthSpan(scan, part?.to ?? index, part?.value)
  if (!first) return undefined
  const next = afterRange(scan, index, first[1].to)
  const second = next === undefined ? undefined : monthSpan(scan, next, undefined)
  if (second) return [{ ...first[0], ...optional('year', first[0].year ?? yearBefore(first[0], second[1])) }, second[1]]
  return part || monthShown(scan, index, first) ? first : undefined
}

/** "1–24 December", "between 1 and 24 December": the month stands with the second day. */
function sharedMonth(scan: Scan, index: number): readonly [Day, Day] | undefined {
  const day = dayNumber(scan, index)
  const next = day && (afterRange(scan, index, day.to) ?? (scan.tokens[day.to]?.norm === '.' ? afterDash(scan, day.to + 1) : undefined))
  const second = next === undefined ? undefined : (dayFirst(scan, next) ?? spacedDay(scan, next))
  return day && second && day.value < second.day ? [{ ...second, day: day.value }, second] : undefined
}

/** The year of the first day when only the second names one: "20 December to 5 January 2027". */
function yearBefore(first: Day, second: Day): number | undefined {
  return second.year !== undefined && first.month > second.month ? second.year - 1 : second.year
}

function daysAt(scan: Scan, index: number): readonly [Day, Day] | undefined {
  const first = dayAt(scan, index)
  if (!first) return undefined
  const next = afterRange(scan, index, first.to)
  const second = next === undefined ? undefined : dayAt(scan, next)
  if (!second) return [first, first]
  return [{ ...first, ...optional('year', first.year ?? yearBefore(first, second)) }, second]
}

function iso({ year, month, day }: Day): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${year === undefined ? '0000' : String(year)}-${two(month)}-${two(day)}`
}

function serial({ year = NO_YEAR, month, day }: Day): number {
  return Date.UTC(year, month - 1, day) / MILLISECONDS
}

const OPENS: ReadonlySet<Bound> = new Set<Bound>(['from', 'atLeast', 'over'])
const CLOSES: ReadonlySet<Bound> = new Set<Bound>(['until', 'atMost', 'under', 'upTo'])

/** Dates are days since 1970 in `low` and `high`; a year that is not named is written 0000. */
function quantityOf(first: Day, last: Day, single: boolean, lead: Bound | undefined): Quantity {
  const bound = !single && (lead === undefined || OPENS.has(lead)) ? 'range' : (lead ?? 'exact')
  const [opens, closes] = [!OPENS.has(bound), !CLOSES.has(bound)]
  return {
    dimension: 'date', low: closes ? serial(first) : -Infinity, high: opens ? serial(last) : Infinity, bound, unit: 'date', amount: [serial(first), serial(last)],
    ...optional('from', closes ? iso(first) : undefined), ...optional('to', opens ? iso(last) : undefined),
    ...optional('yearless', last.year === undefined || undefined), ...optional('ambiguous', first.ambiguous || last.ambiguous || undefined),
  }
}

/** Days, months and ranges of them. */
export function dateAt(scan: Scan, index: number): Hit | undefined {
  const span = sharedMonth(scan, index) ?? monthBefore(scan, index) ?? daysAt(scan, index) ?? monthsAt(scan, index)
  if (!span) return undefined
  const lead = leadOf(scan, index, scan.words.bound.moment)
  const [first, last] = span
  return { quantity: quantityOf(first, last, iso(first) === iso(last), lead.bound), from: index, to: last.to }
}
