/** Dimensions that saydo compares. Canonical units: duration = days, clock = minutes of the day, percent = percent, storage = GB, mass = kg, distance = km. */
export type Dimension = 'duration' | 'money' | 'percent' | 'count' | 'clock' | 'schedule' | 'date' | 'age' | 'mass' | 'distance' | 'storage'

/** How the text bounds the number: "within 3 days" atMost, "from €49" from, "over 50" over, "up to 3" upTo, "at least 2" atLeast, "until 14:00" until. */
export type Bound = 'exact' | 'atMost' | 'atLeast' | 'upTo' | 'from' | 'over' | 'under' | 'until' | 'range'

/** When a duration starts to run. */
export const ANCHORS = ['delivery', 'dispatch', 'order', 'payment', 'purchase', 'collection', 'request', 'arrival', 'start', 'end'] as const

export type Anchor = (typeof ANCHORS)[number]

/** A weekly timetable: for each day (0 = Monday) the open stretches in minutes of the day, [from, to). */
export type Timetable = readonly (readonly (readonly [number, number])[])[]

/**
 * A number with its unit, as an interval. `low` and `high` span what the words may mean in the canonical unit:
 * "3–5 days" is 3..5, "a month" 28..31, "3 business days" 3..5 with `calendar: 'business'`.
 */
export interface Quantity {
  readonly dimension: Dimension
  readonly low: number
  readonly high: number
  readonly bound: Bound
  /** The unit as written, canonical name: minute, hour, day, week, month, year, %, EUR, kg, km, GB … */
  readonly unit: string
  /** The number(s) in the written unit: "two weeks" → 2. */
  readonly amount: readonly [number, number]
  readonly calendar?: 'business' | 'calendar'
  /** ISO code for money; absent when the text names none. */
  readonly currency?: string
  readonly anchor?: Anchor
  /** "before arrival", "after delivery": which side of the event the duration lies on. */
  readonly relation?: 'before' | 'after'
  readonly approximate?: boolean
  /** "per night", "per dog", "a month", "each": what the number is counted by, as canonical words. */
  readonly per?: readonly string[]
  /** For counts: the noun that is counted ("dogs"), lower case. */
  readonly noun?: string
  readonly timetable?: Timetable
  /** For dates: ISO days, either end may be open. A date without a year has `yearless`. */
  readonly from?: string
  readonly to?: string
  readonly yearless?: boolean
  /** True when one way to read the number is as good as another ("1.000" in an English text). */
  readonly ambiguous?: boolean
  /** A number of a data field whose name tells no unit (`luggage: 250`): it may be of any kind. */
  readonly unitless?: boolean
}

/** A quantity found in a text: tokens from `firstToken` up to, not including, `lastToken`, and the character range. */
export interface QuantityHit {
  readonly quantity: Quantity
  readonly start: number
  readonly end: number
  readonly firstToken: number
  readonly lastToken: number
}
