import type { Quantity } from './quantity.js'
import type { Role } from './pack.js'
import { ROLE_FACTS } from './roles.js'

/**
 * How what staff are told stands to what was promised, for the customer.
 * `unsure`: the words leave it open; `incomparable`: another currency, another kind of quantity. `code` says why.
 */
export interface Comparison {
  readonly verdict: 'better' | 'same' | 'worse' | 'unsure' | 'incomparable'
  readonly code: string
  /** The verdict rests on the calendar or the start of the clock alone. */
  readonly soft: boolean
}

export interface Money {
  readonly currency?: string
  readonly rates: Readonly<Record<string, number>>
}

/** What arithmetic leaves of a difference between equal amounts. */
const NEAR = 1e-6

/** "a third": a share that no one writes out in percent. */
const isFraction = (q: Quantity): boolean => q.dimension === 'percent' && Math.abs(q.low * 10 - Math.round(q.low * 10)) > NEAR
/** "a third" is 33 % in people's words, "two thirds" 66 or 67 %. */
const isRounding = (a: Quantity, b: Quantity): boolean => isFraction(a) !== isFraction(b) && Math.abs(a.low - b.low) < 1 && Math.abs(a.high - b.high) < 1

/** The very same amount, whatever it measures. */
export const sameAmount = (a: Quantity, b: Quantity): boolean => a.dimension === b.dimension && ((a.low === b.low && a.high === b.high) || isRounding(a, b))

/** Amounts of one kind whose intervals touch: "a month" and "30 days". */
export const overlap = (a: Quantity, b: Quantity): boolean => a.dimension === b.dimension && a.low <= b.high && b.low <= a.high

const answer = (verdict: Comparison['verdict'], code: string, soft = false): Comparison => ({ verdict, code, soft })

/** Later start of the clock is better for the customer who has the time: delivery > dispatch > order. */
const ANCHOR_RANK: Readonly<Record<string, number>> = { delivery: 3, collection: 3, arrival: 3, dispatch: 2, purchase: 1, order: 1, payment: 1 }

function money(promise: Quantity, told: Quantity, rates: Money): readonly [Quantity, Quantity] | undefined {
  const a = promise.currency ?? rates.currency
  const b = told.currency ?? rates.currency
  if (a === undefined || b === undefined || a === b) return [promise, told]
  const from = rates.rates[a] ?? (a === rates.currency ? 1 : undefined)
  const to = rates.rates[b] ?? (b === rates.currency ? 1 : undefined)
  if (from === undefined || to === undefined) return undefined
  return [scaled(promise, from), scaled(told, to)]
}

const scaled = (q: Quantity, by: number): Quantity => ({ ...q, low: q.low * by, high: q.high * by })

/** "per night" against "per stay": two prices that are counted by different things cannot be set against each other. */
function samePer(a: Quantity, b: Quantity): boolean {
  const left = (a.per ?? []).filter((unit) => TIMES.has(unit))
  const right = (b.per ?? []).filter((unit) => TIMES.has(unit))
  return left.length === 0 || right.length === 0 || left.some((unit) => right.includes(unit))
}

const TIMES: ReadonlySet<string> = new Set(['hour', 'day', 'night', 'week', 'month', 'year', 'stay', 'visit', 'booking', 'order', 'session', 'trip'])

/** "at least 24 hours before": the number named is the one that counts, whichever way is better. */
const OPEN_ABOVE: ReadonlySet<Quantity['bound']> = new Set(['atLeast', 'from', 'over'])

/** The end of the interval that the role makes the customer rely on. */
function end(q: Quantity, better: 'more' | 'less'): number {
  if (OPEN_ABOVE.has(q.bound)) return q.low
  if (better === 'less') return q.high
  return q.bound === 'upTo' || q.bound === 'atMost' || q.bound === 'until' || q.bound === 'under' ? q.high : q.low
}

/**
 * Compares a promise with an instruction about the same measure (semantics.md: "The role of a measure decides").
 * A promise is kept when what staff are told is at least as good for the customer.
 */
export function compare(role: Role, promise: Quantity, told: Quantity, rates: Money): Comparison {
  if (promise.dimension !== told.dimension) return answer('incomparable', 'other-kind')
  if (promise.ambiguous || told.ambiguous) return answer('unsure', 'ambiguous-number')
  const facts = ROLE_FACTS[role]
  if (!facts.dimensions.includes(promise.dimension)) return answer('incomparable', 'other-kind')
  if (facts.better === 'superset') return timetables(promise, told)
  if (promise.dimension === 'count' && !sameNoun(promise, told)) return answer('incomparable', 'other-noun')
  if (promise.dimension === 'money') {
    const pair = money(promise, told, rates)
    if (!pair) return answer('incomparable', 'currency-mismatch')
    if (!samePer(promise, told)) return answer('incomparable', 'other-unit')
    return amounts(role, pair[0], pair[1])
  }
  if (!samePer(promise, told)) return answer('incomparable', 'other-unit')
  return amounts(role, promise, told)
}

const sameNoun = (a: Quantity, b: Quantity): boolean =>
  !a.noun || !b.noun || a.noun.slice(0, Math.max(3, a.noun.length - 2)) === b.noun.slice(0, Math.max(3, a.noun.length - 2))

function amounts(role: Role, promise: Quantity, told: Quantity): Comparison {
  const better = ROLE_FACTS[role].better as 'more' | 'less'
  // "save up to 50 %": that such a ceiling exists is all that is promised; "from €79": that such a floor exists.
  if (role === 'benefit' && promise.bound === 'upTo') return told.high < promise.high - NEAR ? answer('worse', 'lower-ceiling') : answer('same', 'ceiling-exists')
  if ((role === 'price' || role === 'fee') && promise.bound === 'from' && told.low > promise.low + NEAR) return answer('worse', 'higher-floor')
  if ((role === 'price' || role === 'fee') && promise.bound === 'from') return answer('same', 'floor-exists')
  const numbers = ends(better, promise, told)
  if (numbers.verdict !== 'same') return numbers
  return anchors(role, promise, told)
}

/** The end of a range in written business time; `low` is the first amount without weekends. */
const raw = (q: Quantity, better: 'more' | 'less'): number => (q.amount[0] === 0 ? q.low : (q.low / q.amount[0]) * (better === 'less' ? q.amount[1] : q.amount[0]))

/** "a month" is 28 to 31 days: intervals that touch agree, unless only the calendar makes them touch. */
function ends(better: 'more' | 'less', promise: Quantity, told: Quantity): Comparison {
  const fuzzy = (q: Quantity): boolean => q.dimension === 'duration' && q.calendar !== 'business' && (q.unit === 'month' || q.unit === 'year')
  // Both in business time: the calendar stretches them alike, so the written amounts decide.
  const alike = promise.calendar === 'business' && told.calendar === 'business'
  const p = alike ? raw(promise, better) : end(promise, better)
  const t = alike ? raw(told, better) : end(told, better)
  const gap = better === 'less' ? t - p : p - t
  if (Math.abs(gap) <= NEAR * Math.max(1, Math.abs(p)) || p === t || isRounding(promise, told)) return answer('same', 'same-value')
  if ((fuzzy(promise) || fuzzy(told)) && promise.low <= told.high + NEAR && told.low <= promise.high + NEAR) return answer('same', 'same-value')
  if (gap < 0) return answer('better', 'staff-more-generous')
  const business = promise.calendar !== told.calendar && (promise.calendar === 'business' || told.calendar === 'business')
  if (!business) return answer('worse', 'worse-value')
  const anyway = better === 'less' ? told.low > promise.low : told.low < promise.low
  return answer('worse', 'worse-calendar', !anyway)
}

/** Equal windows whose clocks start at different events are not equal. */
function anchors(role: Role, promise: Quantity, told: Quantity): Comparison {
  const p = promise.anchor ? ANCHOR_RANK[promise.anchor] : undefined
  const t = told.anchor ? ANCHOR_RANK[told.anchor] : undefined
  if (p === undefined || t === undefined || p === t || promise.dimension !== 'duration') return answer('same', 'same-value')
  const later = ROLE_FACTS[role].better === 'more' ? t < p : t > p
  return later ? answer('worse', 'earlier-clock', true) : answer('better', 'staff-more-generous')
}

/** Minutes of the promised day that the other timetable leaves out. */
function uncovered(day: readonly (readonly [number, number])[], other: readonly (readonly [number, number])[]): number {
  let missing = 0
  for (const [from, to] of day) {
    let covered = 0
    for (const [a, b] of other) covered += Math.max(0, Math.min(to, b) - Math.max(from, a))
    missing += to - from - covered
  }
  return missing
}

function timetables(promise: Quantity, told: Quantity): Comparison {
  if (!promise.timetable || !told.timetable) return answer('unsure', 'no-unit')
  const daysOnly = promise.unit === 'days' || told.unit === 'days'
  if (daysOnly && promise.unit !== told.unit) return answer('unsure', 'no-unit')
  let worse = 0
  let shared = 0
  for (let day = 0; day < 7; day++) {
    const p = promise.timetable[day] ?? []
    const t = told.timetable[day] ?? []
    if (p.length === 0) continue
    // A timetable names the days that it is about; a day that only one side names is another row's business.
    if (t.length === 0 && told.unit === 'week' && !whole(promise)) continue
    shared++
    worse += uncovered(p, t)
  }
  if (shared === 0) return answer('incomparable', 'scope-disjoint')
  if (worse > 0) return answer('worse', 'shorter-hours')
  return answer('same', 'same-value')
}

/** Round the clock, all week. */
const whole = (q: Quantity): boolean => (q.timetable ?? []).every((day) => day.length === 1 && (day[0] as readonly [number, number])[1] - (day[0] as readonly [number, number])[0] >= 1439)
