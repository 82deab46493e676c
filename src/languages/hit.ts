import type { Quantity } from '../model/quantity.js'

/** A quantity and the tokens [from, to) of its number and unit. */
export interface Hit {
  readonly quantity: Quantity
  readonly from: number
  readonly to: number
  /** Where reading goes on, past a "per month" that is part of the quantity; `to` when absent. */
  readonly next?: number
}
