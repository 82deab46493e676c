import type { Statement } from '../model/claim.js'
import { sameAmount } from '../model/compare.js'
import type { Quantity } from '../model/quantity.js'

const PAST = new Set(['over', 'atLeast', 'from'])

/**
 * True when staff's rule begins only where the promise ends: "after 30 days the manager decides" against "within 30 days".
 * Asking beyond what was promised takes nothing away.
 */
export function isBeyond(promise: Statement, told: Statement): boolean {
  return told.quantities.some((q) => q.relation !== 'before' && beginsLate(q, told) && !asksMore(q, told) && promise.quantities.some((p) => p.dimension === q.dimension && !PAST.has(p.bound) && q.low >= p.low))
}

const beginsLate = (q: Quantity, told: Statement): boolean =>
  PAST.has(q.bound) || (q.dimension === 'duration' && told.cues.has('later-than'))

/** "14 days or more ahead", "orders over £60": more of these is asked of the customer, so a higher one does not begin later. */
const asksMore = (q: Quantity, told: Statement): boolean =>
  told.claims.some((claim) => claim.quantity !== undefined && sameAmount(claim.quantity, q) && (claim.role === 'notice' || claim.role === 'threshold'))
