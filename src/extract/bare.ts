import type { Quantity, QuantityHit } from '../model/quantity.js'
import type { Clause, Lexed } from './lexed.js'
import type { TrailInfo } from './trail.js'

/** Field names that lend a bare number its unit: `charge: 8.00`, `return_days: 30`. Lists are `cues/unit-*.yaml`. */
const UNITS: readonly (readonly [cue: string, dimension: Quantity['dimension'], unit: string, factor: number])[] = [
  ['unit-day', 'duration', 'day', 1],
  ['unit-hour', 'duration', 'hour', 1 / 24],
  ['unit-minute', 'duration', 'minute', 1 / 1440],
  ['unit-month', 'duration', 'month', 30],
  ['unit-percent', 'percent', '%', 1],
  ['unit-money', 'money', 'money', 1],
]

/** A field or cell that is nothing but a number: its key or column says what it counts. */
export function bareAmount(lexed: Lexed, clause: Clause, trail: readonly TrailInfo[]): QuantityHit | undefined {
  const words = lexed.tokens.slice(clause.from, clause.to).filter((token) => token.kind !== 'mark')
  const only = words[0]
  if (words.length !== 1 || !only || only.kind !== 'number') return undefined
  const value = Number(only.norm.replace(',', '.'))
  const names = trail.filter((step) => step.kind === 'column' || step.kind === 'key').reverse()
  const unit = names.map((step) => UNITS.find(([cue]) => step.hits.has(`cue:${cue}`))).find((found) => found !== undefined)
  if (!Number.isFinite(value) || !unit) return undefined
  const [, dimension, name, factor] = unit
  const bound = names[0]?.hits.has('cue:unit-from') ? 'from' : 'exact'
  const quantity: Quantity = { dimension, low: value * factor, high: value * factor, bound, unit: name, amount: [value, value] }
  return { quantity, start: only.start, end: only.end, firstToken: lexed.tokens.indexOf(only), lastToken: lexed.tokens.indexOf(only) + 1 }
}

/** So many keys above an amount are read with it: `delivery: {free_from: 60}`. */
const READ_WITH = 2

/** The keys over an amount that stands alone are its sentence, so their words count as much as a sentence's own. */
export function keysAsSentence(trail: readonly TrailInfo[]): readonly TrailInfo[] {
  const near = new Set(trail.filter((step) => step.kind === 'key').slice(-READ_WITH))
  return trail.map((step) => (near.has(step) ? { ...step, weight: 1 } : step))
}
