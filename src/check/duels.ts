import type { Claim } from '../model/claim.js'
import type { Money } from '../model/compare.js'
import type { Alignment } from '../model/match.js'
import { type Encounter, encountersOf } from './encounter.js'

/** One claim of a promise set against one claim of an instruction. */
export interface Duel {
  readonly pair: Alignment
  readonly promise: Claim
  readonly told: Claim
  readonly encounter: Encounter
  /** How sure it is that both speak of one measure; comparable between duels of one promise. */
  readonly strength: number
}

/** A topic in common is not enough: the two must share a telling word, and offers, of which there are many at once, their name. */
function isSameSubject(pair: Alignment, { role, sameTopic }: Encounter): boolean {
  if (role === 'benefit') return pair.telling >= 2 || pair.coverage >= 0.8
  if (pair.mutual >= 0.5 || pair.telling >= 2) return true
  if (sameTopic && pair.score >= 1 && pair.coverage >= 0.8) return true
  return pair.telling >= 1 && (sameTopic || pair.coverage >= 0.6)
}

/** Why two claims that could measure one thing are not set against each other, by the code of a silence; undefined where they are. */
function hindrance(pair: Alignment, encounter: Encounter): string | undefined {
  if (pair.score < encounter.need || !isSameSubject(pair, encounter)) return 'unsure-same'
  if (!encounter.measurable) return 'other-kind'
  return encounter.plausible ? undefined : 'far-apart'
}

/** Why no amount of a pair is set against one of the other side, by the code of a silence; undefined where not both have amounts, or where some are. */
export function unmet(pair: Alignment, money: Money): string | undefined {
  const [said, orders] = [pair.a, pair.b].map(({ claims }) => claims.filter((claim) => claim.quantity)) as [Claim[], Claim[]]
  const encounters = encountersOf(money)
  const codes = said.flatMap((promise) => orders.map((told) => {
    const encounter = encounters.between(encounters.kindOf(promise), encounters.kindOf(told))
    if (encounter && !encounter.loose) return hindrance(pair, encounter)
    return promise.quantity?.dimension === told.quantity?.dimension ? 'other-measure' : 'other-kind'
  }))
  return codes.includes(undefined) ? undefined : NEAREST_LAST.findLast((code) => codes.includes(code))
}

/** The reasons why amounts do not meet; those of amounts that come nearer last. */
const NEAREST_LAST = ['other-kind', 'other-measure', 'unsure-same', 'far-apart']

/** How sure it is that two claims of a pair speak of one measure. */
export const strengthOf = ({ score }: Alignment, { sameTopic, doubts }: Encounter): number => score + (sameTopic ? 0.5 : 0) - 0.1 * doubts

/** Ten amounts against ten; what a heap of numbers has beyond that says no more. */
export const MOST_MEETINGS = 100

/** Whether two amounts that meet are set against each other. */
export const isDuel = ({ pair, encounter }: Duel): boolean => hindrance(pair, encounter) === undefined

/** The amounts of a pair that are set against each other. */
export function duelsOf(pair: Alignment, money: Money): readonly Duel[] {
  const encounters = encountersOf(money)
  const met: Duel[] = []
  for (const promise of pair.a.claims) {
    for (const told of pair.b.claims) {
      const encounter = encounters.between(encounters.kindOf(promise), encounters.kindOf(told))
      if (!encounter?.measurable || encounter.loose) continue
      if (met.length === MOST_MEETINGS) return met.filter(isDuel)
      met.push({ pair, promise, told, encounter, strength: strengthOf(pair, encounter) })
    }
  }
  return met.filter(isDuel)
}
