import type { Claim, Statement } from '../model/claim.js'
import { compare, type Comparison, type Money } from '../model/compare.js'
import type { Side } from '../model/document.js'
import type { Finding, Severity, Silence } from '../model/finding.js'
import type { Alignment } from '../model/match.js'
import type { Role } from '../model/pack.js'
import { ROLE_FACTS } from '../model/roles.js'
import { isBeyond } from './beyond.js'
import { preference } from './preference.js'
import { type CheckContext, finding, lowered, type Outcome, phrase, silence, spotOf } from './context.js'

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
  if (a.role === 'schedule' && a.topic !== b.topic) return undefined
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
const daysAlone = (claim: Claim): boolean => claim.quantity?.dimension === 'schedule' && claim.quantity.unit === 'days'

/** Roles that copy uses for one another: what is a price on the page is a fee at the till. */
const kin = (role: Role): string => (role === 'price' || role === 'fee' ? 'money-paid' : role)

/** A topic in common is not enough: the two must share a telling word, and offers, of which there are many at once, their name. */
function isSameSubject(pair: Alignment, role: Role, sameTopic: boolean): boolean {
  if (role === 'benefit') return pair.telling >= 2 || pair.coverage >= 0.8
  if (pair.mutual >= 0.5 || pair.telling >= 2) return true
  if (sameTopic && pair.score >= 1 && pair.coverage >= 0.8) return true
  return pair.telling >= 1 && (sameTopic || pair.coverage >= 0.6)
}

export function duelsOf(pair: Alignment, money: Money): Duel[] {
  const out: Duel[] = []
  for (const promise of pair.a.claims) {
    for (const told of pair.b.claims) {
      const agreed = agreement(promise, told)
      if (!agreed || pair.score < agreed.need || !promise.quantity || !told.quantity) continue
      if (!isSameSubject(pair, agreed.role, promise.topic !== undefined && promise.topic === told.topic)) continue
      if (!ROLE_FACTS[agreed.role].dimensions.includes(promise.quantity.dimension)) continue
      if (!plausible(promise, told)) continue
      const comparison = compare(agreed.role, promise.quantity, told.quantity, money)
      out.push({ pair, promise, told, role: agreed.role, comparison, strength: pair.score + (promise.topic && promise.topic === told.topic ? 0.5 : 0) - 0.1 * agreed.doubts })
    }
  }
  return out
}

/** Amounts that lie very far apart measure different things, unless the words leave no doubt. */
const FAR_APART = 8
const VERY_FAR_APART = 60

function plausible(promise: Claim, told: Claim): boolean {
  const [p, t] = [promise.quantity?.high ?? 0, told.quantity?.high ?? 0]
  if (p <= 0 || t <= 0 || !Number.isFinite(p) || !Number.isFinite(t) || promise.quantity?.dimension === 'clock') return true
  const limit = promise.topic && promise.topic === told.topic ? VERY_FAR_APART : FAR_APART
  return Math.max(p, t) / Math.min(p, t) <= limit
}

/** A worse instruction counts only if no other passage is clearly more to the point. */
const CLOSE = 0.75

/** `promise/contradicted` by amounts: what staff are told is worse for the customer than what was promised. */
export function checkValues(context: CheckContext): Outcome {
  const money = { currency: context.config.currency, rates: context.config.rates }
  const findings: Finding[] = []
  const silences: Silence[] = []
  const duels = [...context.matched.across.values()].flat().filter((pair) => pair.scope.relation !== 'disjoint').flatMap((pair) => duelsOf(pair, money))
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
    const reason = excuse(duel, bestForPromise, bestForTold, stated)
    if (reason) silences.push(silence(duel.pair.a, reason, duel.pair.b))
    else findings.push(contradiction(duel))
  }
  return { findings, silences }
}

function best(duels: readonly Duel[], of: (duel: Duel) => Claim): Map<Claim, number> {
  const out = new Map<Claim, number>()
  for (const duel of duels) {
    if (duel.comparison.verdict === 'incomparable') continue
    out.set(of(duel), Math.max(duel.strength, out.get(of(duel)) ?? 0))
  }
  return out
}

/** Why a worse amount is no contradiction after all; undefined when it is one. */
function excuse(duel: Duel, forPromise: ReadonlyMap<Claim, number>, forTold: ReadonlyMap<Claim, number>, stated: ReadonlyMap<Claim, readonly Duel[]>): string | undefined {
  if (duel.strength < CLOSE * (forPromise.get(duel.promise) ?? 0)) return 'other-passage-fits-better'
  if (duel.strength < CLOSE * (forTold.get(duel.told) ?? 0)) return 'other-promise-fits-better'
  if ((stated.get(duel.told) ?? []).some((other) => other.pair.a !== duel.pair.a && other.strength >= CLOSE * duel.strength)) return 'disclosed'
  if (isBeyond(duel.pair.a, duel.pair.b)) return 'beyond-the-promise'
  if (statesException(duel.pair)) return 'disclosed'
  return undefined
}

/** The promise itself names the exception, with the same amount: "except within 24 hours of departure". */
const statesException = ({ a, b }: Alignment): boolean =>
  (a.cues.has('except') || a.cues.has('only-for')) && a.quantities.some((q) => b.quantities.some((told) => told.dimension === q.dimension && told.low === q.low && told.high === q.high))

function contradiction(duel: Duel): Finding {
  const { pair, promise, told } = duel
  // A general promise and a worse rule for a part of it: the customer was not told of the exception.
  if (isException(duel)) return exception(duel)
  const doubts = (promise.topic && promise.topic === told.topic ? 0 : 1) + (duel.comparison.soft ? 1 : 0) + (promise.ambiguous || told.ambiguous ? 1 : 0) + (promise.evidence === 'own' || told.evidence === 'own' ? 0 : 1)
  return finding({
    ruleId: 'promise/contradicted', severity: lowered('error', doubts >= 3 ? 2 : doubts >= 1 ? 1 : 0), topic: promise.topic ?? told.topic,
    at: spotOf(pair.a), related: [spotOf(pair.b, phrase('note.told'))], strength: duel.role === 'schedule' ? duel.strength : preference(pair, duel.strength),
    what: phrase('finding.contradicted.value', { promise: promise.text, told: told.text }),
    why: [
      phrase(`why.better.${ROLE_FACTS[duel.role].better}`, { role: duel.role }),
      phrase(`why.${duel.comparison.code}`, { promise: promise.text, told: told.text }),
      phrase(`why.scope.${pair.scope.relation}`, { by: pair.scope.by.join(', ') }),
      phrase('why.matched', { words: shown(pair.shared) }),
    ],
  })
}

/** Promises without a channel hold for every channel; of products, places and customers a part may well be excepted. */
const isException = ({ pair, role }: Duel): boolean => role !== 'schedule' && pair.scope.relation === 'narrower' && pair.scope.kind !== 'channel' && !pair.a.cues.has('absolute')

function exception(duel: Duel): Finding {
  const { pair, promise, told } = duel
  return finding({
    ruleId: 'promise/undisclosed-condition', severity: 'warning', topic: promise.topic ?? told.topic,
    at: spotOf(pair.a), related: [spotOf(pair.b, phrase('note.condition'))], strength: duel.role === 'schedule' ? duel.strength : preference(pair, duel.strength),
    what: phrase('finding.undisclosed-condition.value', { promise: promise.text, told: told.text }),
    why: [phrase('why.scope.narrower', { by: pair.scope.by.join(', ') }), phrase('why.matched', { words: shown(pair.shared) })],
  })
}

/** Matched words for people: without the marks of unknown words and topics. */
export const shown = (keys: readonly string[]): string => [...new Set(keys.map((key) => key.replace(/^[~#]/, '')))].filter((key) => !key.startsWith('@')).slice(0, 4).join(', ')

/** `promise/inconsistent` and `instruction/inconsistent`: two places of one side part. */
export function checkAgreement(context: CheckContext): Outcome {
  return {
    findings: [
      ...disagreements(context, context.matched.withinSay, 'promise/inconsistent'),
      ...disagreements(context, context.matched.withinDo, 'instruction/inconsistent'),
    ],
    silences: [],
  }
}

/** Two places of one side must share more than a promise and its instruction: nobody wrote them to answer each other. */
const BETWEEN_FILES = 0.85
const WITHIN_FILE = 1.5

const needed = (pair: Alignment): number => (pair.a.file === pair.b.file ? WITHIN_FILE : BETWEEN_FILES)

/** Pages speak of many things under one topic; they disagree only where most of what both say is the same. */
const isOneThing = (pair: Alignment): boolean => (pair.telling >= 2 && pair.coverage >= 0.6) || pair.mutual >= 0.5

/** A cell speaks only of what its row is called; a sentence that does not name it speaks of something else. */
function sharesLabels(cell: Statement, other: Statement): boolean {
  const names = cell.labels.filter((label) => label.kind === 'row' || label.kind === 'label').flatMap((label) => label.keys).filter((key) => !/^[#@]/.test(key))
  if (names.length === 0) return !cell.labels.some((label) => label.kind === 'row')
  return names.filter((key) => (other.weights.get(key) ?? 0) >= 0.5).length >= names.length / 2
}

/** Cells of one table or items of one list differ by design; so do a rule and its exception. */
function mayDisagree(pair: Alignment): boolean {
  if (!sharesLabels(pair.a, pair.b) || !sharesLabels(pair.b, pair.a)) return false
  if (pair.a.file === pair.b.file && pair.a.group !== undefined && pair.a.group === pair.b.group) return false
  if (pair.scope.relation === 'narrower') return pair.a.cues.has('absolute')
  if (pair.scope.relation === 'wider') return pair.b.cues.has('absolute')
  return pair.scope.relation === 'same'
}

/** Something free here and paid there is mostly two things, unless the sentences say the same in nearly all words. */
const isFreeAgainstPaid = ({ promise, told, pair }: Duel): boolean =>
  pair.mutual < 0.6 && (promise.quantity?.low === 0) !== (told.quantity?.low === 0)

const sameMeasure = (duel: Duel): boolean => (duel.promise.topic !== undefined && duel.promise.topic === duel.told.topic) || (!duel.promise.topic && !duel.told.topic && duel.pair.score > 1.3)

function disagreements(context: CheckContext, pairs: readonly Alignment[], ruleId: 'promise/inconsistent' | 'instruction/inconsistent'): Finding[] {
  const money = { currency: context.config.currency, rates: context.config.rates }
  const duels = pairs.filter(mayDisagree).filter(isOneThing).flatMap((pair) => duelsOf(pair, money).filter((duel) => sameMeasure(duel) && !isFreeAgainstPaid(duel) && !daysAlone(duel.promise) && pair.score >= needed(pair)))
  const strongest = new Map<Claim, number>()
  for (const duel of duels) {
    for (const claim of [duel.promise, duel.told]) strongest.set(claim, Math.max(duel.strength, strongest.get(claim) ?? 0))
  }
  return duels.filter((duel) => differs(duel, money) && duel.strength >= CLOSE * Math.max(strongest.get(duel.promise) ?? 0, strongest.get(duel.told) ?? 0))
    .filter((duel) => !isBeyond(duel.pair.a, duel.pair.b) && !isBeyond(duel.pair.b, duel.pair.a))
    .map((duel) => disagreement(ruleId, duel, allies(context, duel.promise, duel.pair.a.side), allies(context, duel.told, duel.pair.a.side)))
}

/** The statements of one side that say the same of the same measure. */
function allies(context: CheckContext, claim: Claim, side: Side): Statement[] {
  const same = (other: Claim): boolean => other.topic === claim.topic && claim.topic !== undefined && other.quantity?.low === claim.quantity?.low && other.quantity?.high === claim.quantity?.high
  return context.extracts.filter((extract) => extract.side === side).flatMap((extract) => extract.statements).filter((statement) => statement.claims.some(same))
}

/** So many places that say otherwise are shown. */
const MOST_PLACES = 4

/** Reported at the odd one out: the place that fewer others agree with. */
function disagreement(ruleId: string, duel: Duel, first: readonly Statement[], second: readonly Statement[]): Finding {
  const otherIsOdd = first.length > second.length
  const sides = [{ claim: duel.promise, statement: duel.pair.a }, { claim: duel.told, statement: duel.pair.b }] as const
  const [odd, other] = otherIsOdd ? [sides[1], sides[0]] : [sides[0], sides[1]]
  return finding({
    ruleId, severity: severityOf(duel), topic: odd.claim.topic, at: spotOf(odd.statement), related: [other.statement, ...(otherIsOdd ? first : second).filter((ally) => ally !== other.statement)].slice(0, MOST_PLACES).map((place) => spotOf(place, phrase('note.other'))),
    what: phrase(`finding.${ruleId.replace('/', '.')}`, { one: odd.claim.text, other: other.claim.text }),
    why: [phrase('why.matched', { words: shown(duel.pair.shared) }), phrase(`why.scope.${duel.pair.scope.relation}`, { by: duel.pair.scope.by.join(', ') })],
  })
}

const severityOf = (duel: Duel): Severity => lowered('error', duel.promise.topic && duel.promise.topic === duel.told.topic ? (duel.comparison.soft ? 1 : 0) : duel.strength > 1.4 ? 1 : 2)

/** On one side no place outranks the other: either being worse is a disagreement. */
function differs(duel: Duel, money: Money): boolean {
  if (duel.comparison.verdict === 'worse') return true
  if (duel.comparison.verdict === 'incomparable') return duel.comparison.code === 'other-unit' && duel.promise.quantity?.low === duel.told.quantity?.low && (duel.promise.quantity?.low ?? 0) > 0
  const back = duel.promise.quantity && duel.told.quantity ? compare(duel.role, duel.told.quantity, duel.promise.quantity, money) : undefined
  return back?.verdict === 'worse'
}

