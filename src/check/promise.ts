import type { Statement } from '../model/claim.js'

const has = (statement: Statement, ...cues: readonly string[]): boolean => cues.some((cue) => statement.cues.has(cue))

/** Amounts that a customer can rely on: those with a role, but not a bare count of things ("28 rooms"). */
const counts = (statement: Statement): boolean =>
  statement.claims.some((claim) => claim.quantity && claim.role !== undefined && (claim.role !== 'count' || claim.topic !== undefined || has(statement, 'give', 'get', 'free')))

/** A statement on the say side that a customer may rely on: an amount, a free or included thing, a guarantee, a service. */
export function isPromise(statement: Statement): boolean {
  if (statement.kind !== 'said') return false
  if (has(statement, 'puffery') && statement.claims.length === 0) return false
  if (isRefusal(statement)) return false
  return counts(statement) || statement.claims.length > 0 || has(statement, 'free', 'included', 'guarantee', 'give', 'get', 'offer')
}

/** "can be neither changed nor refunded": what the customer does not get. */
const isRefusal = (statement: Statement): boolean =>
  has(statement, 'refuse', 'deny') && !has(statement, 'free', 'guarantee', 'absolute') && !statement.claims.some((claim) => claim.quantity)

/** Roles whose amounts somebody has to act on; a price or opening hours are there to be read. */
const ACTED_ON: ReadonlySet<string> = new Set(['window', 'deadline', 'notice', 'advance', 'term', 'cutoff', 'threshold', 'benefit', 'rate', 'age'])

const actedOn = (statement: Statement): boolean =>
  statement.claims.some((claim) => claim.quantity && claim.role !== undefined && (ACTED_ON.has(claim.role) || (claim.role === 'count' && claim.topic !== undefined)))

/** "There is no call-out fee": nothing that staff would have to do. */
const isAbsentFee = (statement: Statement): boolean => {
  const free = statement.cues.get('free') ?? []
  const negation = statement.cues.get('negation') ?? []
  return free.every((span) => negation.some((not) => not.start >= span.start && not.end <= span.end))
}

/** A promise so concrete that somebody has to know of it: what `promise/unbacked` asks about. */
export function isConcrete(statement: Statement): boolean {
  if (!isPromise(statement) || has(statement, 'fact', 'history')) return false
  return actedOn(statement) || (has(statement, 'free') && !isAbsentFee(statement)) || has(statement, 'guarantee') || (has(statement, 'give') && content(statement) >= 2)
}

/** How many telling words of its own a statement has. */
export const content = (statement: Statement): number => [...statement.weights].filter(([key, near]) => near >= 1 && !key.startsWith('#')).length

/** The promise is soft itself: "we aim to". */
export const isSoft = (statement: Statement): boolean => has(statement, 'aim', 'hedge')
