import type { Claim } from '../model/claim.js'
import type { Money } from '../model/compare.js'
import type { Matched } from '../model/match.js'
import { type CheckContext, moneyOf, once } from './context.js'
import { type Encounters, encountersOf } from './encounter.js'

/**
 * All claims that have amounts, by numbers: those of statement `i` of all that are compared are `starts[i]` up to `starts[i + 1]`.
 * Half a million pairs are looked at by numbers that lie close together, and at their statements only where two amounts meet:
 * choosing suspicions in 1,000 documents takes three fifths of the time.
 */
export interface Ring {
  readonly claims: readonly Claim[]
  readonly starts: Int32Array
  /** The kind of each claim. */
  readonly kinds: Int32Array
  readonly encounters: Encounters
  readonly weight: Matched['weight']
}

/** The claims of all statements that are compared. */
export function ringFor({ statements, weight }: Matched, money: Money): Ring {
  const encounters = encountersOf(money)
  const [claims, starts] = [[] as Claim[], new Int32Array(statements.length + 1)]
  statements.forEach((statement, i) => {
    for (const claim of statement.claims) if (claim.quantity) claims.push(claim)
    starts[i + 1] = claims.length
  })
  return { claims, starts, kinds: Int32Array.from(claims, encounters.kindOf), encounters, weight }
}

/** The ring of a check. */
export const ringOf = once((context: CheckContext): Ring => ringFor(context.matched, moneyOf(context)))
