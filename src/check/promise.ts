import type { Statement } from '../model/claim.js'
import { has } from './cues.js'
import { isWord } from '../model/keys.js'
import { ITSELF } from './telling.js'

/**
 * A statement on the say side that a customer may rely on. Read widely: whether staff are told something against it is
 * decided by what the two have in common. What is counted, and must be known to staff, is `isConcrete`.
 */
export const isPromise = (statement: Statement): boolean => noPromise(statement) === undefined

/** Why a statement is no promise, by the code of a silence; undefined where it is one. */
export function noPromise(statement: Statement): string | undefined {
  if (statement.kind !== 'said') return statement.kind
  if (has(statement, 'puffery') && statement.claims.length === 0) return 'puffery'
  if (isRefusal(statement)) return 'refusal'
  if (isBoilerplate(statement)) return 'boilerplate'
  return statement.claims.length > 0 || content(statement) >= 2 ? undefined : 'no-promise'
}

/** "can be neither changed nor refunded": what the customer does not get. */
const isRefusal = (statement: Statement): boolean =>
  has(statement, 'refuse', 'deny') && !has(statement, 'free', 'guarantee', 'absolute') && !statement.claims.some((claim) => claim.quantity)

/** Duties of the customer, rights that are reserved, definitions: a promise only where they also give something; in a legal text only where it is measured. */
const isBoilerplate = (statement: Statement): boolean =>
  (statement.formal || (has(statement, 'commits-nobody') && !has(statement, 'free', 'guarantee', 'give'))) && !statement.claims.some((claim) => claim.quantity && claim.topic)

/** Roles whose amounts somebody has to act on; a price, opening hours or what the customer must do are there to be read. */
const ACTED_ON: ReadonlySet<string> = new Set(['window', 'deadline', 'advance', 'benefit', 'rate'])

const actedOn = (statement: Statement): boolean =>
  statement.claims.some((claim) => claim.quantity && claim.role !== undefined && (ACTED_ON.has(claim.role) || (claim.role === 'count' && claim.topic !== undefined && has(statement, 'give', 'get', 'free'))))

/** "There is no call-out fee": nothing that staff would have to do. */
const isAbsentFee = (statement: Statement): boolean => isAll(statement, 'free', 'no-fee')

/** All words of one list that the statement has are words of the other one, too. */
export function isAll(statement: Statement, list: string, other: string): boolean {
  const others = statement.cues.get(other) ?? []
  return (statement.cues.get(list) ?? []).every((span) => others.some((one) => one.start < span.end && span.start < one.end))
}

/** A promise so concrete that somebody has to know of it: what `promise/unbacked` asks about. */
export function isConcrete(statement: Statement): boolean {
  if (!isPromise(statement) || has(statement, 'fact', 'history')) return false
  return actedOn(statement) || (has(statement, 'free') && !isAbsentFee(statement)) || has(statement, 'guarantee') || (has(statement, 'give') && content(statement) >= 2) || (has(statement, 'get') && content(statement) >= 3)
}

/** Opening hours and the like: nothing that staff have to do, but customers come by them. */
const tellsHours = (statement: Statement): boolean =>
  statement.claims.some(({ role, topic, quantity }) => role === 'schedule' && topic !== undefined && quantity !== undefined && quantity.unit !== 'days')

/** What the list of all promises holds: those that are concrete, and hours to come by. */
export const isListed = (statement: Statement): boolean =>
  isConcrete(statement) || (isPromise(statement) && !has(statement, 'fact', 'history') && tellsHours(statement))

/** How many telling words of its own a statement has. */
export function content(statement: Statement): number {
  let count = 0
  for (const [key, near] of statement.weights) if (near >= ITSELF && isWord(key)) count++
  return count
}

/** The promise is soft itself: "we aim to". */
export const isSoft = (statement: Statement): boolean => has(statement, 'aim', 'hedge')
