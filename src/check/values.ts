import type { Claim, Statement } from '../model/claim.js'
import { sameAmount } from '../model/compare.js'
import type { Finding } from '../model/finding.js'
import type { Alignment } from '../model/match.js'
import type { Quantity } from '../model/quantity.js'
import { ROLE_FACTS } from '../model/roles.js'
import { isBeyond } from './beyond.js'
import { type CheckContext, finding, lowered, once, type Outcome, phrase, silence, spotOf } from './context.js'
import { type Duel, isDuel } from './duels.js'
import { identityOf } from './identity.js'
import { type Leaders, leaders } from './leader.js'
import { type Meeting, meetingsAmong, meetingsOf } from './meetings.js'
import { numberOption } from './options.js'
import { preference } from './preference.js'
import { ringOf } from './ring.js'
import { type Rivalry, rivalry } from './rivalry.js'

/** A worse instruction counts only if no other passage is clearly more to the point. */
export const CLOSE = 0.75

/** What a duel is measured by: how sure the others of its amounts are, by the numbers of claims. */
interface Field {
  readonly forPromise: Float64Array
  readonly forTold: Float64Array
  /** By the told amount, the promises that say the same. */
  readonly stated: Leaders
}

function enter({ forPromise, forTold, stated }: Field, { numbers: { a, promise, told }, strength, encounter: { comparison: { verdict } } }: Meeting): void {
  if (verdict !== 'incomparable') {
    forPromise[promise] = Math.max(strength, forPromise[promise] as number)
    forTold[told] = Math.max(strength, forTold[told] as number)
  }
  if (verdict === 'same') stated.lead(told, a, strength)
}

/** Duels that part, and all that they part among. */
export interface Parting {
  readonly parting: Iterable<Meeting>
  readonly among: Rivalry
}

/** Where nothing says what two amounts measure, nobody can say which of them is worse for the customer. */
const isMeaner = ({ encounter: { likely, loose } }: Meeting): boolean => likely.verdict === 'worse' && !loose

/** What the promises and what staff are told come to, looked at once: of 300,000 meetings of a large site one in ten parts, and of the others only what is noted here is kept. */
const survey = once((context): Parting & { readonly field: Field; readonly duels: Iterable<Meeting> } => {
  const [ring, pairs] = [ringOf(context), context.matched.measured.across]
  const size = ring.claims.length
  const [field, among]: [Field, Rivalry] = [{ forPromise: new Float64Array(size), forTold: new Float64Array(size), stated: leaders(size) }, rivalry('across', ring)]
  const [duels, parting] = [meetingsAmong(pairs, ring), meetingsAmong(pairs, ring)]
  for (const meeting of meetingsOf(pairs, ring)) {
    const isWorse = meeting.encounter.comparison.verdict === 'worse'
    among.join(meeting)
    if (isMeaner(meeting)) parting.add(meeting)
    if (!isDuel(meeting)) continue
    enter(field, meeting)
    if (isWorse || context.asked) duels.add(meeting)
  }
  return { field, duels, among, parting }
})

/** The amounts for staff that are worse than promised, whether or not it is to be believed that both are meant to be the same. */
export const partingAcross: (context: CheckContext) => Parting = survey

/** What is less likely meant to be the same is a suggestion: of such contradictions every second was wrong on labelled companies. Where two sentences name the measure themselves, it must be less likely still. */
const DOUBTFUL = { named: 0.2, told: 0.3 }
const isField = ({ labels }: Statement): boolean => labels.some(({ kind }) => kind === 'key')
const isNamed = ({ pair: { a, b }, promise, told }: Duel): boolean =>
  promise.topic !== undefined && promise.topic === told.topic && promise.evidence === 'own' && told.evidence === 'own' && !isField(a) && !isField(b)
const certain = (found: Finding, duel: Duel, likelihood: number): Finding => (likelihood < DOUBTFUL[isNamed(duel) ? 'named' : 'told'] ? { ...found, severity: 'info' } : found)

/** `promise/contradicted` by amounts: what staff are told is worse for the customer than what was promised. */
export function checkValues(context: CheckContext): Outcome {
  const { field, duels, among } = survey(context)
  const judged = Array.from(duels, (duel) => ({ duel, reason: reasonAgainst(duel, field, context) }))
  return {
    findings: judged.flatMap(({ duel, reason }) => (reason === undefined ? [certain(contradiction(duel, context), duel, among.likelihood(duel))] : [])),
    silences: context.asked ? judged.flatMap(({ duel: { pair }, reason }) => (reason === undefined ? [] : [silence(pair.a, reason, pair.b)])) : [],
  }
}

/** Why a duel is no contradiction; undefined where it is one. */
function reasonAgainst(duel: Meeting, field: Field, context: CheckContext): string | undefined {
  const { verdict, code } = duel.encounter.comparison
  if (verdict !== 'worse') return code
  return isTolerated(duel, context) ? 'within-tolerance' : excuse(duel, field)
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

const sameAs = (quantity: Quantity, { quantity: other }: Claim): boolean => other !== undefined && sameAmount(quantity, other)

/** Why a worse amount is no contradiction after all; undefined when it is one. */
function excuse(duel: Meeting, { forPromise, forTold, stated }: Field): string | undefined {
  const { a, promise, told } = duel.numbers
  const same = stated.bestBeside(told, a)
  if (duel.strength < CLOSE * (forPromise[promise] as number)) return 'other-passage-fits-better'
  if (duel.strength < CLOSE * (forTold[told] as number)) return 'other-promise-fits-better'
  // "24 €, at weekends 29 €" on both sides: what was promised is what staff are told, beside something else.
  if (duel.pair.a.quantities.some((p) => sameAs(p, duel.told)) && duel.pair.b.quantities.some((t) => sameAs(t, duel.promise))) return 'disclosed'
  if (same > 0 && same >= CLOSE * duel.strength) return 'disclosed'
  if (isBeyond(duel.pair.a, duel.pair.b)) return 'beyond-the-promise'
  if (statesException(duel.pair)) return 'disclosed'
  return undefined
}

/** The promise itself names the exception, with the same amount: "except within 24 hours of departure". */
const statesException = ({ a, b }: Alignment): boolean =>
  (a.cues.has('except') || a.cues.has('only-for')) && a.quantities.some((q) => b.quantities.some((told) => sameAmount(q, told)))

/** The finding that a duel gives where the amount for staff is the worse one. */
export function contradiction(duel: Duel, { scopes }: CheckContext): Finding {
  const { pair, promise, told, encounter: { role, likely: comparison } } = duel
  // What staff are told in general seldom means the one thing that a page is narrow about.
  const general = pair.scope.relation !== 'wider' ? 0 : pair.telling >= 2 ? 1 : 2
  const doubts = general + (!isPart(duel) ? 0 : promise.quantity?.high === 0 ? 2 : 1) + (promise.topic && promise.topic === told.topic ? 0 : 1) + (comparison.soft ? 1 : 0) + (promise.ambiguous || told.ambiguous ? 1 : 0) + (promise.evidence === 'own' || told.evidence === 'own' ? 0 : 1)
  return finding({
    ruleId: 'promise/contradicted', severity: lowered('error', Math.min(doubts, 2)), topic: promise.topic ?? told.topic,
    at: spotOf(pair.a), related: [spotOf(pair.b, phrase('note.told'))], strength: role === 'schedule' ? duel.strength : preference(pair, duel.strength),
    what: phrase(isPart(duel) ? 'finding.contradicted.part' : 'finding.contradicted.value', { promise: promise.text, told: told.text }),
    identity: [identityOf(pair.a, scopes, promise), identityOf(pair.b, scopes, told)],
    why: [
      phrase(`why.better.${ROLE_FACTS[role].better}`, { role: role }),
      phrase(`why.${comparison.code}`, { promise: promise.text, told: told.text }),
      phrase(`why.scope.${pair.scope.relation}`, { by: pair.scope.by.join(', ') }),
      phrase('why.matched', { words: shown(pair.shared()) }),
    ],
  })
}

/** Promises without a channel hold for every channel; of products, places and customers a part may well be excepted, and the page leave it out. */
const isPart = ({ pair, encounter }: Duel): boolean => encounter.role !== 'schedule' && pair.scope.relation === 'narrower' && pair.scope.kind !== 'channel' && !pair.a.cues.has('absolute')

/** Matched words for people: without the marks of unknown words and topics, and without words that were made unrecognisable. */
export const shown = (keys: readonly string[]): string => [...new Set(keys.map((key) => key.replace(/^[~#]/, '')))].filter((key) => !/^[@=*]/.test(key)).slice(0, 4).join(', ')
