import type { Claim } from '../model/claim.js'
import { compare, type Comparison, type Money, sameAmount } from '../model/compare.js'
import type { Finding, Silence } from '../model/finding.js'
import type { Alignment } from '../model/match.js'
import type { Quantity } from '../model/quantity.js'
import type { Role } from '../model/pack.js'
import { ROLE_FACTS } from '../model/roles.js'
import { isBeyond } from './beyond.js'
import { preference } from './preference.js'
import { type CheckContext, finding, lowered, moneyOf, once, type Outcome, phrase, silence, spotOf } from './context.js'
import { identityOf } from './identity.js'
import { numberOption } from './options.js'

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
  const doubts = (a.ambiguous ? 1 : 0) + (b.ambiguous ? 1 : 0) + (a.evidence === 'own' || b.evidence === 'own' ? 0 : 1)
  if (a.topic && a.topic === b.topic) return { role: a.role as Role, need: NEED.sameMeasure, doubts }
  if (a.role && b.role) {
    if (kin(a.role) !== kin(b.role)) return undefined
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

/** The meetings of all pairs that may speak of the same customers. */
export function meetingsOf(pairs: readonly Alignment[], money: Money): readonly (Duel & Meeting)[] {
  const found: (Duel & Meeting)[] = []
  for (const pair of pairs) if (pair.scope.relation !== 'disjoint') for (const meeting of meetings(pair, money)) found.push(meeting)
  return found
}

/** Those between promises and what staff are told. */
export const meetingsAcross = once((context) => meetingsOf(context.matched.measured.across, moneyOf(context)))

const isDuel = (meeting: Duel & Meeting): boolean => hindrance(meeting.pair, meeting) === undefined

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

/** A worse instruction counts only if no other passage is clearly more to the point. */
export const CLOSE = 0.75

/** `promise/contradicted` by amounts: what staff are told is worse for the customer than what was promised. */
export function checkValues(context: CheckContext): Outcome {
  const findings: Finding[] = []
  const silences: Silence[] = []
  const duels = meetingsAcross(context).filter(isDuel)
  const bestForTold = best(duels, (duel) => duel.told)
  const bestForPromise = best(duels, (duel) => duel.promise)
  const stated = new Map<Claim, Duel[]>()
  for (const duel of duels) if (duel.comparison.verdict === 'same') stated.set(duel.told, [...(stated.get(duel.told) ?? []), duel])
  for (const duel of duels) {
    const { verdict, code } = duel.comparison
    if (verdict !== 'worse') {
      silences.push(silence(duel.pair.a, code, duel.pair.b))
      continue
    }
    const reason = isTolerated(duel, context) ? 'within-tolerance' : excuse(duel, bestForPromise, bestForTold, stated)
    if (reason) silences.push(silence(duel.pair.a, reason, duel.pair.b))
    else findings.push(contradiction(duel, context.scopes))
  }
  return { findings, silences }
}

/** Dates, hours and timetables are no amounts of which a share could be taken. */
const SHARED: ReadonlySet<string> = new Set(['duration', 'money', 'percent', 'count', 'mass', 'distance', 'storage'])

/** A difference of so few percent of what was promised is none, if the configuration says so. */
export function isTolerated({ pair, promise, told }: Duel, { settings }: CheckContext): boolean {
  const percent = numberOption(settings(pair.a.file), 'promise/contradicted', 'tolerance')
  const [p, t] = [promise.quantity, told.quantity]
  if (percent === undefined || !p || !t || !SHARED.has(p.dimension)) return false
  const isNear = (a: number, b: number): boolean => a === b || Math.abs(a - b) * 100 <= percent * Math.abs(a)
  return isNear(p.low, t.low) && isNear(p.high, t.high)
}

function best(duels: readonly Duel[], of: (duel: Duel) => Claim): Map<Claim, number> {
  const out = new Map<Claim, number>()
  for (const duel of duels) {
    if (duel.comparison.verdict === 'incomparable') continue
    out.set(of(duel), Math.max(duel.strength, out.get(of(duel)) ?? 0))
  }
  return out
}

const sameAs = (quantity: Quantity, { quantity: other }: Claim): boolean => other !== undefined && sameAmount(quantity, other)

/** Why a worse amount is no contradiction after all; undefined when it is one. */
function excuse(duel: Duel, forPromise: ReadonlyMap<Claim, number>, forTold: ReadonlyMap<Claim, number>, stated: ReadonlyMap<Claim, readonly Duel[]>): string | undefined {
  if (duel.strength < CLOSE * (forPromise.get(duel.promise) ?? 0)) return 'other-passage-fits-better'
  if (duel.strength < CLOSE * (forTold.get(duel.told) ?? 0)) return 'other-promise-fits-better'
  // "24 €, at weekends 29 €" on both sides: what was promised is what staff are told, beside something else.
  if (duel.pair.a.quantities.some((p) => sameAs(p, duel.told)) && duel.pair.b.quantities.some((t) => sameAs(t, duel.promise))) return 'disclosed'
  if ((stated.get(duel.told) ?? []).some((other) => other.pair.a !== duel.pair.a && other.strength >= CLOSE * duel.strength)) return 'disclosed'
  if (isBeyond(duel.pair.a, duel.pair.b)) return 'beyond-the-promise'
  if (statesException(duel.pair)) return 'disclosed'
  return undefined
}

/** The promise itself names the exception, with the same amount: "except within 24 hours of departure". */
const statesException = ({ a, b }: Alignment): boolean =>
  (a.cues.has('except') || a.cues.has('only-for')) && a.quantities.some((q) => b.quantities.some((told) => sameAmount(q, told)))

/** The finding that a duel gives where the amount for staff is the worse one. */
export function contradiction(duel: Duel, scopes: CheckContext['scopes']): Finding {
  const { pair, promise, told } = duel
  // What staff are told in general seldom means the one thing that a page is narrow about.
  const general = pair.scope.relation !== 'wider' ? 0 : pair.telling >= 2 ? 1 : 2
  const doubts = general + (!isPart(duel) ? 0 : promise.quantity?.high === 0 ? 2 : 1) + (promise.topic && promise.topic === told.topic ? 0 : 1) + (duel.comparison.soft ? 1 : 0) + (promise.ambiguous || told.ambiguous ? 1 : 0) + (promise.evidence === 'own' || told.evidence === 'own' ? 0 : 1)
  return finding({
    ruleId: 'promise/contradicted', severity: lowered('error', Math.min(doubts, 2)), topic: promise.topic ?? told.topic,
    at: spotOf(pair.a), related: [spotOf(pair.b, phrase('note.told'))], strength: duel.role === 'schedule' ? duel.strength : preference(pair, duel.strength),
    what: phrase(isPart(duel) ? 'finding.contradicted.part' : 'finding.contradicted.value', { promise: promise.text, told: told.text }),
    identity: [identityOf(pair.a, scopes, promise), identityOf(pair.b, scopes, told)],
    why: [
      phrase(`why.better.${ROLE_FACTS[duel.role].better}`, { role: duel.role }),
      phrase(`why.${duel.comparison.code}`, { promise: promise.text, told: told.text }),
      phrase(`why.scope.${pair.scope.relation}`, { by: pair.scope.by.join(', ') }),
      phrase('why.matched', { words: shown(pair.shared()) }),
    ],
  })
}

/** Promises without a channel hold for every channel; of products, places and customers a part may well be excepted, and the page leave it out. */
const isPart = ({ pair, role }: Duel): boolean => role !== 'schedule' && pair.scope.relation === 'narrower' && pair.scope.kind !== 'channel' && !pair.a.cues.has('absolute')

/** Matched words for people: without the marks of unknown words and topics, and without words that were made unrecognisable. */
export const shown = (keys: readonly string[]): string => [...new Set(keys.map((key) => key.replace(/^[~#]/, '')))].filter((key) => !/^[@=*]/.test(key)).slice(0, 4).join(', ')
