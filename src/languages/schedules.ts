import type { Quantity, Timetable } from '../model/quantity.js'
import { hoursAt, type Hours } from './clocks.js'
import type { Hit } from './hit.js'
import { afterDash } from './numbers.js'
import type { Scan } from './vocabulary.js'

interface Days {
  readonly days: ReadonlySet<number>
  readonly to: number
  /** Says enough only with hours beside it: "daily", "Sat". */
  readonly needsHours: boolean
}

interface Segment {
  readonly days?: Days
  readonly hours?: Hours
  readonly to: number
}

const WEEK = [0, 1, 2, 3, 4, 5, 6]
const FULL: Hours['stretches'] = [[0, 1440]]

function weekday({ tokens, words }: Scan, index: number): { value: number; to: number; short: boolean } | undefined {
  const name = words.day.names.at(tokens, index)
  if (name) return { value: name.value - 1, to: name.to, short: false }
  const short = words.day.short.at(tokens, index)
  if (!short) return undefined
  const dot = tokens[short.to]?.norm === '.' && tokens[short.to + 1]?.kind !== 'word'
  return { value: short.value - 1, to: dot ? short.to + 1 : short.to, short: true }
}

function between(from: number, to: number): number[] {
  return WEEK.filter((day) => (from <= to ? day >= from && day <= to : day >= from || day <= to))
}

/** One entry of a list of days: a range, a group or a single day. */
function dayItem(scan: Scan, index: number): Days | undefined {
  const { tokens, words } = scan
  const group = words.day.groups.at(tokens, index)
  if (group) return { days: new Set(group.value), to: group.to, needsHours: false }
  const all = words.day.withHours.at(tokens, index)
  if (all) return { days: new Set(WEEK), to: all.to, needsHours: true }
  const ignored = words.day.ignored.at(tokens, index)
  if (ignored) return { days: new Set(), to: ignored.to, needsHours: true }
  const first = weekday(scan, index)
  if (!first) return undefined
  const next = words.range.to.at(tokens, first.to)?.to ?? words.clock.range.at(tokens, first.to)?.to ?? afterDash(scan, first.to)
  const second = next === undefined ? undefined : weekday(scan, next)
  if (second) return { days: new Set(between(first.value, second.value)), to: second.to, needsHours: false }
  return { days: new Set([first.value]), to: first.to, needsHours: first.short }
}

function listStep({ tokens, words }: Scan, index: number): number {
  const comma = tokens[index]?.norm === ',' || tokens[index]?.norm === '&' ? index + 1 : index
  return words.range.and.at(tokens, comma)?.to ?? comma
}

function daysAt(scan: Scan, index: number): Days | undefined {
  let found = dayItem(scan, index)
  while (found) {
    const at = listStep(scan, found.to)
    const next = at > found.to ? dayItem(scan, at) : undefined
    if (!next || (next.needsHours && next.days.size === 7)) break
    found = { days: new Set([...found.days, ...next.days]), to: next.to, needsHours: found.needsHours && next.needsHours }
  }
  return found && found.days.size > 0 ? found : undefined
}

/** Over ":", "from", "between", "on", "open" and the like. */
function skipFillers({ tokens, words }: Scan, index: number): number {
  let at = index
  for (let i = 0; i < 3; i++) {
    const mark = [':', ',', '-', '('].includes(tokens[at]?.norm ?? '')
    at = mark ? at + 1 : (words.day.fillers.at(tokens, at)?.to ?? at)
  }
  return at
}

/** "9–12 and 13–17" */
function allHours(scan: Scan, index: number, weak: boolean): Hours | undefined {
  let found = hoursAt(scan, index, weak)
  while (found) {
    const at = listStep(scan, found.to)
    const next = at > found.to ? hoursAt(scan, at, weak) : undefined
    if (!next) break
    found = { stretches: [...found.stretches, ...next.stretches], to: next.to }
  }
  return found
}

function segmentAt(scan: Scan, index: number): Segment | undefined {
  const days = daysAt(scan, index)
  if (days) {
    const hours = allHours(scan, skipFillers(scan, days.to), true)
    if (hours) return { days, hours, to: hours.to }
    return days.needsHours || scan.words.day.not.before(scan.tokens, index) ? undefined : { days, to: days.to }
  }
  const hours = allHours(scan, index, false) ?? bareHours(scan, index)
  if (!hours) return undefined
  const later = daysAt(scan, skipFillers(scan, hours.to))
  if (!later) return { hours, to: hours.to }
  const owned = allHours(scan, skipFillers(scan, later.to), true)
  return owned && !hoursFirst(scan, hours.to, later.to, owned) ? { hours, to: hours.to } : { days: later, hours, to: later.to }
}

/** "9–5 Mon–Fri", "9 to 5, Monday to Friday": two bare numbers are hours where the name of a day follows at once, or several days behind a comma. */
function bareHours(scan: Scan, index: number): Hours | undefined {
  const hours = hoursAt(scan, index, true)
  if (!hours || weekday(scan, hours.to)) return hours
  const days = scan.tokens[hours.to]?.norm === ',' ? dayItem(scan, hours.to + 1) : undefined
  return days && days.days.size > 1 && !days.needsHours ? hours : undefined
}

/** "8–18 weekdays, 9–17 Sat": a mark parts the days from the next hours, none from their own, and those hours have days behind them too. */
function hoursFirst(scan: Scan, hoursEnd: number, daysEnd: number, { to }: Hours): boolean {
  const marked = (at: number): boolean => scan.tokens[at]?.kind === 'mark'
  return !marked(hoursEnd) && marked(daysEnd) && daysAt(scan, skipFillers(scan, to)) !== undefined
}

/** "Mon–Fri 9–17, Sat 10–14": segments with days and hours belong to one timetable. */
function segmentsAt(scan: Scan, index: number): readonly Segment[] {
  const segments: Segment[] = []
  let next = segmentAt(scan, index)
  while (next) {
    segments.push(next)
    if (!next.days || !next.hours) break
    const mark = [',', ';', '|', '/'].includes(scan.tokens[next.to]?.norm ?? '')
    const at = scan.words.range.and.at(scan.tokens, mark ? next.to + 1 : next.to)?.to ?? (mark ? next.to + 1 : next.to)
    const following = at > next.to ? segmentAt(scan, at) : undefined
    next = following?.days && following.hours ? following : undefined
  }
  return segments
}

function timetableOf(segments: readonly Segment[]): Timetable {
  return WEEK.map((day) => {
    const own = segments.filter(({ days }) => !days || days.days.has(day))
    return own.flatMap(({ hours }) => hours?.stretches ?? FULL).sort((a, b) => a[0] - b[0])
  })
}

function quantityOf(timetable: Timetable, unit: string): Quantity {
  const open = timetable.flat().reduce((sum, [from, to]) => sum + to - from, 0)
  return { dimension: 'schedule', low: open, high: open, bound: 'exact', unit, amount: [open, open], timetable }
}

/** Timetables. Unit `days`: only days are known; `hours`: only hours; `week`: both. `low` and `high` are the open minutes of a week. */
export function scheduleAt(scan: Scan, index: number): Hit | undefined {
  const always = scan.words.day.always.at(scan.tokens, index)
  if (always) return { quantity: quantityOf(WEEK.map(() => FULL), 'week'), from: index, to: always.to }
  const segments = segmentsAt(scan, index)
  const [first, last] = [segments[0], segments.at(-1)]
  if (!first || !last) return undefined
  const unit = !first.days ? 'hours' : first.hours ? 'week' : 'days'
  return { quantity: quantityOf(timetableOf(segments), unit), from: index, to: last.to }
}
