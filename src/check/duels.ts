import type { Claim } from '../model/claim.js'
import { compare, type Comparison, type Money } from '../model/compare.js'
import type { Alignment } from '../model/match.js'
import type { Role } from '../model/pack.js'
import { ROLE_FACTS } from '../model/roles.js'

/** One claim of a promise set against one claim of an instruction. */
export interface Duel {
  readonly pair: Alignment
  readonly promise: Claim
  readonly told: Claim
  readonly role: Role
  readonly comparison: Comparison
  /** How sure it is that both speak of one measure; comparable between duels of one promise. */
  readonly strength: number
}

/** Least weight of common words, by how well topic and role agree. */
const NEED = { sameMeasure: 0.5, sameRole: 0.8, otherTopic: 1.2, adopted: 1.1 }

interface Agreement {
  readonly role: Role
  readonly need: number
  readonly doubts: number
}

/** Whether two claims measure the same thing, and how much the statements must share for that to be believed. */
export function agreement(a: Claim, b: Claim): Agreement | undefined {
  if (!a.quantity || !b.quantity || a.quantity.dimension !== b.quantity.dimension) return undefined
  if (a.role === 'schedule' && a.topic !== b.topic && a.topic && b.topic) return undefined
  if (daysAlone(a) !== daysAlone(b) || (daysAlone(a) && (a.topic !== b.topic || !a.topic?.endsWith('.days')))) return undefined
  const sameTopic = a.topic !== undefined && a.topic === b.topic
  if (!sameTopic && a.role && b.role && kin(a.role) !== kin(b.role)) return undefined
  const doubts = (a.ambiguous ? 1 : 0) + (b.ambiguous ? 1 : 0) + (a.evidence === 'own' || b.evidence === 'own' ? 0 : 1)
  if (sameTopic) return { role: a.role as Role, need: NEED.sameMeasure, doubts }
  if (a.role && b.role) {
    return { role: a.role, need: a.topic && b.topic ? NEED.otherTopic : NEED.sameRole, doubts: doubts + (a.topic && b.topic ? 2 : 1) }
  }
  const role = a.role ?? b.role
  return role ? { role, need: NEED.adopted, doubts: doubts + 2 } : undefined
}

/** "on weekdays" without hours says when, not how long, unless both speak of the same timetable. */
export const daysAlone = (claim: Claim): boolean => claim.quantity?.dimension === 'schedule' && claim.quantity.unit === 'days'

/** Roles that copy uses for one another: what is a price on the page is a fee at the till. */
const kin = (role: Role): string => (role === 'price' || role === 'fee' ? 'money-paid' : role)

/** A topic in common is not enough: the two must share a telling word, and offers, of which there are many at once, their name. */
function isSameSubject(pair: Alignment, role: Role, sameTopic: boolean): boolean {
  if (role === 'benefit') return pair.telling >= 2 || pair.coverage >= 0.8
  if (pair.mutual >= 0.5 || pair.telling >= 2) return true
  if (sameTopic && pair.score >= 1 && pair.coverage >= 0.8) return true
  return pair.telling >= 1 && (sameTopic || pair.coverage >= 0.6)
}

interface Meeting {
  readonly promise: Claim
  readonly told: Claim
  readonly agreed: Agreement
}

/** Why two claims that could measure one thing are not set against each other, by the code of a silence; undefined where they are. */
function hindrance(pair: Alignment, { promise, told, agreed }: Meeting): string | undefined {
  if (pair.score < agreed.need || !isSameSubject(pair, agreed.role, promise.topic !== undefined && promise.topic === told.topic)) return 'unsure-same'
  if (!promise.quantity || !ROLE_FACTS[agreed.role].dimensions.includes(promise.quantity.dimension)) return 'other-kind'
  return plausible(promise, told) ? undefined : 'far-apart'
}

/** Why no amount of a pair is set against one of the other side, by the code of a silence; undefined where not both have amounts, or where some are. */
export function unmet(pair: Alignment): string | undefined {
  const [said, orders] = [pair.a, pair.b].map(({ claims }) => claims.filter((claim) => claim.quantity)) as [Claim[], Claim[]]
  const codes = said.flatMap((promise) => orders.map((told) => {
    const agreed = agreement(promise, told)
    if (agreed) return hindrance(pair, { promise, told, agreed })
    return promise.quantity?.dimension === told.quantity?.dimension ? 'other-measure' : 'other-kind'
  }))
  return codes.includes(undefined) ? undefined : NEAREST_LAST.findLast((code) => codes.includes(code))
}

/** The reasons why amounts do not meet; those of amounts that come nearer last. */
const NEAREST_LAST = ['other-kind', 'other-measure', 'unsure-same', 'far-apart']

const NONE: readonly never[] = []
/** Ten amounts against ten; what a heap of numbers has beyond that says no more. */
const MOST_MEETINGS = 100

/** Every two amounts of a pair that could measure the same thing, whether or not that is to be believed. */
function meetings(pair: Alignment, money: Money): readonly (Duel & Meeting)[] {
  const [said, orders] = [pair.a.claims, pair.b.claims]
  // of a million pairs most have no amount on one side
  if (said.length === 0 || orders.length === 0) return NONE
  const found: (Duel & Meeting)[] = []
  for (const promise of said) {
    for (const told of orders) {
      const agreed = agreement(promise, told)
      if (!agreed || !promise.quantity || !told.quantity || !ROLE_FACTS[agreed.role].dimensions.includes(promise.quantity.dimension)) continue
      const comparison = compare(agreed.role, promise.quantity, told.quantity, money)
      if (found.length === MOST_MEETINGS) return found
      found.push({ pair, promise, told, role: agreed.role, comparison, agreed, strength: pair.score + (promise.topic && promise.topic === told.topic ? 0.5 : 0) - 0.1 * agreed.doubts })
    }
  }
  return found
}

/** The meetings of all pairs that may speak of the same customers, made anew each time that they are gone through. */
export function meetingsOf(pairs: Iterable<Alignment>, money: Money): Iterable<Duel & Meeting> {
  return {
    *[Symbol.iterator]() {
      for (const pair of pairs) if (pair.scope.relation !== 'disjoint') for (const meeting of meetings(pair, money)) yield meeting
    },
  }
}

/** Whether two amounts that meet are set against each other. */
export const isDuel = (meeting: Duel & Meeting): boolean => hindrance(meeting.pair, meeting) === undefined

/** The meetings of a pair that shares enough to be about one thing. */
export const duelsOf = (pair: Alignment, money: Money): readonly Duel[] => meetings(pair, money).filter(isDuel)

const FAR_APART = 8
const VERY_FAR_APART = 60

/** Amounts that lie very far apart measure different things, unless the words leave no doubt. */
function plausible(promise: Claim, told: Claim): boolean {
  const [p, t] = [promise.quantity?.high ?? 0, told.quantity?.high ?? 0]
  if (p <= 0 || t <= 0 || !Number.isFinite(p) || !Number.isFinite(t) || promise.quantity?.dimension === 'clock') return true
  const limit = promise.topic && promise.topic === told.topic ? VERY_FAR_APART : FAR_APART
  return Math.max(p, t) / Math.min(p, t) <= limit
}
