import type { Quantity, QuantityHit, Timetable } from '../model/quantity.js'
import type { Clause, Lexed } from './lexed.js'
import type { TrailInfo } from './trail.js'

type Hours = readonly [number, number]

const clock = (hit: QuantityHit): boolean => hit.quantity.dimension === 'clock'
const schedule = (hit: QuantityHit, unit: string): boolean => hit.quantity.dimension === 'schedule' && hit.quantity.unit === unit

/** Days that the row, label or column names, when the clause itself has hours alone. */
function daysAbove(trail: readonly TrailInfo[]): Quantity | undefined {
  for (const step of [...trail].reverse()) {
    if (step.kind !== 'row' && step.kind !== 'column' && step.kind !== 'key') continue
    const days = step.lexed.clauses.flatMap((clause) => clause.quantities).find((hit) => schedule(hit, 'days'))
    if (days) return days.quantity
  }
  return undefined
}

const join = (days: Timetable, hours: Hours): Timetable => days.map((day) => (day.length > 0 ? [hours] : []))

/** "open at half past seven, last one out at half past ten": two clock times, one after the other. */
function stretch(hits: readonly QuantityHit[]): { readonly hours: Hours; readonly from: QuantityHit; readonly to: QuantityHit } | undefined {
  const clocks = hits.filter(clock)
  const [from, to] = clocks
  if (clocks.length !== 2 || !from || !to || from.quantity.low >= to.quantity.low) return undefined
  return { hours: [from.quantity.low, to.quantity.low], from, to }
}

/** "7.30 – 11.00" beside named days: with no days it could as well be a price. */
function dotted(lexed: Lexed, clause: Clause, trail: readonly TrailInfo[]): QuantityHit | undefined {
  const tokens = lexed.tokens.slice(clause.from, clause.to)
  const [from, dash, to] = tokens
  const days = daysAbove(trail)?.timetable
  if (tokens.length !== 3 || !from || !to || dash?.norm !== '-' || !days) return undefined
  const [open, close] = [minutes(from.norm), minutes(to.norm)]
  if (open === undefined || close === undefined || open >= close) return undefined
  return { quantity: weekly(days, [open, close]), start: from.start, end: to.end, firstToken: clause.from, lastToken: clause.to }
}

/** "7.30" as minutes of the day; undefined when it is no time. */
function minutes(norm: string): number | undefined {
  const [, hour, minute] = /^(\d{1,2})[.:](\d{2})$/.exec(norm) ?? []
  if (hour === undefined || minute === undefined || Number(hour) > 24 || Number(minute) > 59) return undefined
  return Number(hour) * 60 + Number(minute)
}

/** Puts days and hours together that stand apart: "Saturday and Sunday" in the row, "7.30 – 11.00" in the cell. */
export function withHours(lexed: Lexed, clause: Clause, trail: readonly TrailInfo[]): readonly QuantityHit[] {
  const hits = clause.quantities
  if (hits.length === 0) return [dotted(lexed, clause, trail)].filter((hit) => hit !== undefined)
  const hours = hits.find((hit) => schedule(hit, 'hours'))
  const days = hits.find((hit) => schedule(hit, 'days'))
  if (hours && days) {
    const open = hours.quantity.timetable?.[0]?.[0]
    return open && days.quantity.timetable ? hits.flatMap((hit) => (hit === days ? [] : [hit === hours ? { ...hit, quantity: weekly(days.quantity.timetable as Timetable, open) } : hit])) : hits
  }
  if (hours && !days) {
    const above = daysAbove(trail)
    const open = hours.quantity.timetable?.[0]?.[0]
    return above?.timetable && open ? hits.map((hit) => (hit === hours ? { ...hit, quantity: weekly(above.timetable as Timetable, open) } : hit)) : hits
  }
  const pair = stretch(hits)
  const named = days?.quantity ?? (pair ? daysAbove(trail) : undefined)
  if (!pair || !named?.timetable) return hits
  const rest = hits.filter((hit) => hit !== days && hit !== pair.from && hit !== pair.to)
  return [...rest, { ...pair.from, end: pair.to.end, lastToken: pair.to.lastToken, quantity: weekly(named.timetable, pair.hours) }]
}

function weekly(days: Timetable, hours: Hours): Quantity {
  const timetable = join(days, hours)
  const minutes = timetable.reduce((sum, day) => sum + day.length * (hours[1] - hours[0]), 0)
  return { dimension: 'schedule', low: minutes, high: minutes, bound: 'exact', unit: 'week', amount: [minutes, minutes], timetable }
}
