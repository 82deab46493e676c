import type { Claim } from '../model/claim.js'
import type { Dimension, Quantity } from '../model/quantity.js'

const MEASURED: ReadonlySet<Dimension> = new Set(['duration', 'money', 'percent', 'count', 'mass', 'distance', 'storage', 'age'])

/** `luggage: 250` beside "400 €" are euros, and `pause: 30` beside "45 days" are days. */
export function withUnitOf(bare: Claim, { quantity: model }: Claim): Claim {
  const { quantity } = bare
  if (!quantity?.unitless || !model || model.unitless || !MEASURED.has(model.dimension)) return bare
  const { amount: [number], bound } = quantity
  const { dimension, unit, currency, calendar, noun } = model
  const [least, most] = oneOf(model)
  return { ...bare, quantity: { dimension, unit, ...(currency && { currency }), ...(calendar && { calendar }), ...(noun && { noun }), bound, amount: [number, number], low: number * least, high: number * most } }
}

/** What one of an amount's unit comes to: a month is 28 to 31 days. */
function oneOf({ low, high, amount: [first, last] }: Quantity): readonly [number, number] {
  if (last <= 0 || !Number.isFinite(high)) return [1, 1]
  return [low / first || high / last, high / last]
}

