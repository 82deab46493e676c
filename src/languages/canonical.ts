/** Days in one of each unit of time, least and most. */
const DAYS: Readonly<Record<string, readonly [number, number]>> = {
  second: [1 / 86400, 1 / 86400], minute: [1 / 1440, 1 / 1440], hour: [1 / 24, 1 / 24], day: [1, 1], week: [7, 7],
  month: [28, 31], quarter: [90, 92], year: [365, 366], lifetime: [Infinity, Infinity],
}

/** Other units, in their dimension's canonical one. */
const FACTORS: Readonly<Record<string, number>> = {
  KB: 1e-6, MB: 0.001, GB: 1, TB: 1000, g: 0.001, kg: 1, t: 1000, oz: 0.028349523125, lb: 0.45359237, cm: 0.00001, m: 0.001, km: 1, mile: 1.609344,
}

/** Hours in a working day. */
const SHIFT = 10

/** Working days in elapsed days: at worst a weekend falls into every five, and one more at the end. */
function businessSpan(amount: readonly [number, number], unit: string): readonly [number, number] {
  const [shortest, longest] = DAYS[unit] ?? [1, 1]
  const days = unit === 'day' ? amount[1] : Math.ceil((amount[1] * longest * 24) / SHIFT)
  return unit === 'day' || longest < 1 ? [amount[0] * shortest, days + 2 * Math.ceil(days / 5)] : [amount[0] * shortest, amount[1] * longest]
}

/** The interval in the canonical unit that an amount of a unit may mean. */
export function canonical(amount: readonly [number, number], unit: string, business: boolean): readonly [number, number] {
  if (business) return businessSpan(amount, unit)
  const days = DAYS[unit]
  if (days) return [amount[0] * days[0], amount[1] * days[1]]
  const factor = FACTORS[unit] ?? 1
  return [amount[0] * factor, amount[1] * factor]
}

/** Is the unit one that saydo can convert? */
export function isUnit(unit: string): boolean {
  return unit in DAYS || unit in FACTORS
}
