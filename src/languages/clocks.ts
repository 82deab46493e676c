import type { Bound } from '../model/quantity.js'
import { anchorAt, leadOf, optional } from './context.js'
import type { Hit } from './hit.js'
import { afterRange, numberAt } from './numbers.js'
import type { Scan } from './vocabulary.js'

/** How sure it is that this is a time: `full` names the minute of the day, `twelve` leaves the half of the day open, `weak` is a bare number. */
type Strength = 'full' | 'twelve' | 'weak'

export interface Time {
  readonly minutes: number
  readonly to: number
  readonly strength: Strength
  readonly meridiem?: 'am' | 'pm'
}

/** Opening hours: one or two stretches of a day (two past midnight). */
export interface Hours {
  readonly stretches: readonly (readonly [number, number])[]
  readonly to: number
}

const HALF = 720
const DAY = 1440

interface Face {
  readonly hour: number
  readonly minute: number
  readonly written: boolean
  readonly to: number
}

/** Hour and minute as written: "14:00", "5.30", "9", "nine". */
function faceAt(scan: Scan, index: number): Face | undefined {
  const token = scan.tokens[index]
  const parts = /^(\d\d?)([:.])([0-5]\d)$/.exec(token?.norm ?? '')
  if (token?.kind === 'number' && parts) return { hour: Number(parts[1]), minute: Number(parts[3]), written: parts[2] === ':', to: index + 1 }
  const number = scan.words.clock.hours.at(scan.tokens, index) ?? numberAt(scan, index)
  if (!number || !Number.isInteger(number.value)) return undefined
  return { hour: number.value, minute: 0, written: false, to: number.to }
}

function withMeridiem({ tokens, words }: Scan, { hour, minute, to }: Face): Time | undefined {
  const am = words.clock.am.at(tokens, to)
  const hit = am ?? words.clock.pm.at(tokens, to)
  if (!hit || hour > 12 || hour === 0) return undefined
  return { minutes: (hour % 12) * 60 + minute + (am ? 0 : HALF), to: hit.to, strength: 'full', meridiem: am ? 'am' : 'pm' }
}

/** "half past ten", "quarter to nine"; "half five" only where `loose`. */
function spokenAt(scan: Scan, index: number, loose: boolean): Time | undefined {
  const { tokens, words } = scan
  const phrase = words.clock.past.at(tokens, index) ?? (loose ? words.clock.half.at(tokens, index) : undefined)
  const face = phrase && faceAt(scan, phrase.to)
  if (!phrase || !face || face.hour < 1 || face.hour > 12) return undefined
  const shifted = { minutes: face.hour * 60 + phrase.value, to: face.to, strength: 'twelve' } as const
  const exact = withMeridiem(scan, face)
  return exact ? { ...exact, minutes: exact.minutes + phrase.value } : shifted
}

function namedAt({ tokens, words }: Scan, index: number): Time | undefined {
  const named = words.clock.words.at(tokens, index)
  return named && { minutes: named.value, to: named.to, strength: 'full' }
}

/** "в 9 часов", "iki 17 val.": the hours of a day, not a number of hours. After a word that also means "within", only the afternoon is sure. */
function isHourOfDay(scan: Scan, index: number, hour: number, next: number): boolean {
  const { tokens, words } = scan
  const lead = words.clock.after.before(tokens, index) ?? (hour > 12 ? words.clock.late.before(tokens, index) : undefined)
  // "до 12 ч. преди часа", "в срок от 12 часа" count hours: an event follows, or a longer word for "within" stands before.
  const bound = words.bound.duration.before(tokens, index)
  return hour < 24 && lead !== undefined && (bound === undefined || bound.from >= lead.from) && Object.keys(anchorAt(scan, next)).length === 0
}

function facedAt(scan: Scan, index: number): Time | undefined {
  const { tokens, words } = scan
  const face = faceAt(scan, index)
  if (!face || face.hour > 24) return undefined
  const marker = words.clock.marker.at(tokens, face.to)
  const exact = withMeridiem(scan, { ...face, to: marker?.to ?? face.to })
  if (exact) return exact
  const minutes = face.hour * 60 + face.minute
  const suffix = words.clock.suffix.at(tokens, face.to)
  const dotted = tokens[index]?.norm.includes('.') ?? false
  if (dotted && (suffix || words.clock.after.before(tokens, index) || words.clock.late.before(tokens, index))) return { minutes, to: suffix?.to ?? face.to, strength: 'full' }
  if (suffix && !face.written && isHourOfDay(scan, index, face.hour, suffix.to)) return { minutes, to: suffix.to, strength: face.hour > 12 ? 'full' : 'twelve' }
  if (face.written) return { minutes, to: suffix?.to ?? face.to, strength: 'full' }
  return { minutes, to: marker?.to ?? face.to, strength: marker ? (face.hour > 12 ? 'full' : 'twelve') : 'weak' }
}

/** A time of day from a token on. */
function timeAt(scan: Scan, index: number, loose: boolean): Time | undefined {
  return namedAt(scan, index) ?? spokenAt(scan, index, loose) ?? facedAt(scan, index)
}

/** "2–5 pm" starts at 14, "9–5 pm" at 9, "nine till five" ends at 17, "6 pm – 2 am" runs past midnight. */
function stretches(first: Time, second: Time): Hours['stretches'] {
  const borrowed = second.meridiem === 'pm' && !first.meridiem && first.strength !== 'full' && first.minutes + HALF < second.minutes
  const from = (first.minutes + (borrowed ? HALF : 0)) % DAY
  const late = !second.meridiem && second.minutes <= from && second.minutes + HALF > from && second.minutes <= HALF && second.strength !== 'full'
  const to = second.minutes + (late ? HALF : 0)
  if (to > from) return [[from, to]]
  return to === 0 ? [[from, DAY]] : [[from, DAY], [0, to]]
}

function isOther({ tokens, words }: Scan, index: number): boolean {
  return (words.unit.all.at(tokens, index) ?? words.percent.words.at(tokens, index) ?? words.money.codes.at(tokens, index)) !== undefined
}

/** A stretch of hours. With `weak`, bare numbers will do ("Mon–Fri 9–17"). */
export function hoursAt(scan: Scan, index: number, weak: boolean): Hours | undefined {
  const { tokens, words } = scan
  const first = timeAt(scan, index, true)
  if (!first) return undefined
  const till = words.clock.range.at(tokens, first.to)
  const next = till?.to ?? words.clock.to.at(tokens, first.to)?.to ?? afterRange(scan, index, first.to)
  const second = next === undefined ? undefined : timeAt(scan, next, true)
  if (!second) return undefined
  // "9–17 h": the suffix stands once, after both.
  const suffix = words.clock.suffix.at(tokens, second.to)
  const sure = first.strength !== 'weak' || second.strength !== 'weak' || weak || till !== undefined
  if (!sure || (!suffix && isOther(scan, second.to))) return undefined
  return { stretches: stretches(first, second), to: suffix?.to ?? second.to }
}

function minutesOf(time: Time, bound: Bound | undefined): number {
  return time.minutes === DAY && bound !== undefined && ['from', 'over', 'atLeast'].includes(bound) ? 0 : time.minutes
}

/** A single time of day. */
export function clockAt(scan: Scan, index: number): Hit | undefined {
  const time = timeAt(scan, index, false)
  if (!time || time.strength === 'weak') return undefined
  const lead = leadOf(scan, index, scan.words.bound.moment)
  const minutes = minutesOf(time, lead.bound)
  const quantity = {
    dimension: 'clock', low: minutes, high: minutes, bound: lead.bound ?? 'exact', unit: 'minute', amount: [minutes, minutes],
    ...optional('approximate', lead.approximate || undefined), ...optional('ambiguous', time.strength === 'twelve' || undefined),
  } as const
  return { quantity, from: index, to: time.to }
}
