import type { Statement } from '../model/claim.js'
import type { Quantity } from '../model/quantity.js'
import type { KeyWeights } from './weights.js'

/**
 * Statements with their keys as numbers, one after another in a few arrays: the entries of statement `i` are those from
 * `starts[i]` up to `starts[i + 1]`, in the order of its weights. Comparing ten million pairs by maps of words took five times as long.
 */
export interface Numbered {
  readonly statements: readonly Statement[]
  readonly starts: Int32Array
  readonly keys: Int32Array
  /** How near each key stands. */
  readonly near: Float64Array
  /** What each key is worth there: its weight, the less the farther it stands. */
  readonly worth: Float64Array
  /** What all keys in the sentence itself are worth, by statement. */
  readonly mass: Float64Array
  /** Amounts that speak for one thing when they stand on both sides, as numbers, by statement. */
  readonly amounts: readonly (readonly number[])[]
  /** What kinds of amounts the claims of a statement have, by statement: a bit for each. */
  readonly measures: Int32Array
}

/** Numbers the keys of statements. */
export function numbered(statements: readonly Statement[], weights: KeyWeights): Numbered {
  const starts = new Int32Array(statements.length + 1)
  statements.forEach((statement, i) => { starts[i + 1] = (starts[i] as number) + statement.weights.size })
  const total = starts[statements.length] as number
  const [keys, near, worth, mass] = [new Int32Array(total), new Float64Array(total), new Float64Array(total), new Float64Array(statements.length)]
  let at = 0
  statements.forEach((statement, i) => {
    let sum = 0
    for (const [key, nearness] of statement.weights) {
      const number = weights.numberOf(key)
      const weight = weights.byNumber[number] as number
      keys[at] = number
      near[at] = nearness
      worth[at++] = weight * nearness
      if (nearness >= 1) sum += weight
    }
    mass[i] = sum
  })
  return { statements, starts, keys, near, worth, mass, amounts: amountsOf(statements), measures: measuresOf(statements) }
}

const telling = (quantity: Quantity): boolean => quantity.dimension !== 'count' && quantity.high > 0
const NONE: readonly number[] = []

function amountsOf(statements: readonly Statement[]): (readonly number[])[] {
  const known = new Map<string, number>()
  const numberOf = ({ dimension, low, high }: Quantity): number => {
    const name = `${dimension} ${low} ${high}`
    const number = known.get(name) ?? known.size
    known.set(name, number)
    return number
  }
  return statements.map(({ quantities }) => (quantities.length === 0 ? NONE : quantities.filter(telling).map(numberOf)))
}

/** What has no unit may measure anything. */
const ANY = -1

function measuresOf(statements: readonly Statement[]): Int32Array {
  const known = new Map<string, number>()
  const bitOf = (dimension: string): number => {
    const bit = known.get(dimension) ?? 1 << known.size
    known.set(dimension, bit)
    return bit
  }
  return Int32Array.from(statements, ({ claims }) => claims.reduce((bits, { quantity }) => (quantity ? bits | (quantity.unitless ? ANY : bitOf(quantity.dimension)) : bits), 0))
}
