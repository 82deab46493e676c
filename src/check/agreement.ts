import type { Claim, Statement } from '../model/claim.js'
import type { Side } from '../model/document.js'
import type { Finding, Severity } from '../model/finding.js'
import { isWord } from '../model/keys.js'
import type { Alignment, Pairs } from '../model/match.js'
import { isBeyond } from './beyond.js'
import { type CheckContext, finding, lowered, MOST_PLACES, moneyOf, once, type Outcome, phrase, spotOf } from './context.js'
import { identityOf, pairOf } from './identity.js'
import { type Duel, duelsOf } from './duels.js'
import { daysAlone, isGuessed } from './encounter.js'
import { CLOSE, shown } from './values.js'

/** `promise/inconsistent` and `instruction/inconsistent`: two places of one side part. */
export function checkAgreement(context: CheckContext): Outcome {
  const allies = alliesOf(context)
  return {
    findings: [
      ...disagreements(context, allies, context.matched.measured.say, 'promise/inconsistent'),
      ...disagreements(context, allies, context.matched.measured.do, 'instruction/inconsistent'),
    ],
    silences: [],
  }
}

/** Two places of one side must share more than a promise and its instruction: nobody wrote them to answer each other. */
const BETWEEN_FILES = 0.85
const WITHIN_FILE = 1.5

const needed = (pair: Alignment): number => (pair.a.file === pair.b.file ? WITHIN_FILE : BETWEEN_FILES)

/** Pages speak of many things under one topic; they disagree only where most of what both say is the same. */
const isOneThing = (pair: Alignment): boolean =>
  (pair.telling >= 2 && pair.coverage >= 0.6) || pair.mutual >= 0.5 || (pair.telling >= 1 && pair.coverage >= 0.9 && speaksOfAll(pair))

/** "Every paid plan" meets whatever any row says of a plan. */
const speaksOfAll = ({ a, b }: Alignment): boolean => a.cues.has('absolute') || b.cues.has('absolute')

/** A cell speaks only of what its row is called; a sentence that neither names it nor speaks of all speaks of something else. */
function sharesLabels(cell: Statement, other: Statement): boolean {
  if (other.cues.has('absolute')) return true
  const names = cell.labels.filter(({ kind }) => kind === 'row' || kind === 'label')
  let [words, shared] = [0, 0]
  for (const { keys } of names) {
    for (const key of keys.filter(isWord)) {
      words++
      if ((other.weights.get(key) ?? 0) >= 0.5) shared++
    }
  }
  return words === 0 ? !names.some(({ kind }) => kind === 'row') : shared >= words / 2
}

/** The two speak of the same customers and products, or one of all. */
function meansAll({ a, b, scope: { relation } }: Alignment): boolean {
  if (relation === 'narrower') return a.cues.has('absolute')
  return relation === 'wider' ? b.cues.has('absolute') : relation === 'same'
}

/** Cells of one table or items of one list differ by design; so do a rule and its exception. */
function mayDisagree(pair: Alignment): boolean {
  const { a, b } = pair
  if (!meansAll(pair) || (a.file === b.file && a.group !== undefined && a.group === b.group)) return false
  return sharesLabels(a, b) && sharesLabels(b, a)
}

/** Something free here and paid there is mostly two things, unless the sentences say the same in nearly all words. */
const isFreeAgainstPaid = ({ promise, told, pair }: Duel): boolean =>
  pair.mutual < 0.6 && (promise.quantity?.low === 0) !== (told.quantity?.low === 0)

/** Many offers run at once; two are one only if they share more than that they are offers. */
const isSameOffer = ({ encounter, pair }: Duel): boolean => encounter.role !== 'benefit' || (pair.telling >= 2 && pair.scope.relation === 'same')

const sameMeasure = (duel: Duel): boolean => (duel.promise.topic !== undefined && duel.promise.topic === duel.told.topic) || (!duel.promise.topic && !duel.told.topic && duel.pair.score > 1.3)

function disagreements(context: CheckContext, allies: Allies, pairs: Pairs, ruleId: 'promise/inconsistent' | 'instruction/inconsistent'): Finding[] {
  const money = moneyOf(context)
  const parting: Duel[] = []
  const strongest = new Map<Claim, number>()
  const enter = (duel: Duel): void => {
    for (const claim of [duel.promise, duel.told]) strongest.set(claim, Math.max(duel.strength, strongest.get(claim) ?? 0))
    if (duel.encounter.parts && !isGuessed(duel.encounter)) parting.push(duel)
  }
  for (const [place, score] of pairs.scores.entries()) {
    if (score < BETWEEN_FILES) continue
    const pair = pairs.at(place)
    if (!isOneThing(pair) || score < needed(pair) || !mayDisagree(pair)) continue
    for (const duel of duelsOf(pair, money)) if (sameMeasure(duel) && isSameOffer(duel) && !isFreeAgainstPaid(duel) && !daysAlone(duel.promise)) enter(duel)
  }
  return parting.filter((duel) => duel.strength >= CLOSE * Math.max(strongest.get(duel.promise) ?? 0, strongest.get(duel.told) ?? 0))
    .filter((duel) => !isBeyond(duel.pair.a, duel.pair.b) && !isBeyond(duel.pair.b, duel.pair.a))
    .map((duel) => disagreement(ruleId, duel, context, allies))
}

const valueOf = (side: Side, claim: Claim): string | undefined =>
  claim.topic && claim.quantity ? `${side} ${claim.topic} ${claim.quantity.low} ${claim.quantity.high}` : undefined

/** The statements of one side that say the same of the same measure. */
export type Allies = (claim: Claim, side: Side) => readonly Statement[]

export const alliesOf = once((context): Allies => {
  const index = new Map<string, Set<Statement>>()
  for (const extract of context.extracts) {
    for (const statement of extract.statements) {
      for (const claim of statement.claims) {
        const value = valueOf(extract.side, claim)
        if (value) index.set(value, (index.get(value) ?? new Set()).add(statement))
      }
    }
  }
  return (claim, side) => [...(index.get(valueOf(side, claim) ?? '') ?? [])]
})

/** Reported at the odd one out: the place that fewer others agree with. */
export function disagreement(ruleId: string, duel: Duel, { scopes }: CheckContext, allies: Allies): Finding {
  const [first, second] = [duel.promise, duel.told].map((claim) => allies(claim, duel.pair.a.side)) as [readonly Statement[], readonly Statement[]]
  const otherIsOdd = first.length > second.length
  const sides = [{ claim: duel.promise, statement: duel.pair.a }, { claim: duel.told, statement: duel.pair.b }] as const
  const [odd, other] = otherIsOdd ? [sides[1], sides[0]] : [sides[0], sides[1]]
  return finding({
    ruleId, severity: severityOf(duel), topic: odd.claim.topic, at: spotOf(odd.statement), related: [other.statement, ...(otherIsOdd ? first : second).filter((ally) => ally !== other.statement)].slice(0, MOST_PLACES).map((place) => spotOf(place, phrase('note.other'))),
    what: phrase(`finding.${ruleId.replace('/', '.')}`, { one: odd.claim.text, other: other.claim.text }),
    why: [phrase('why.matched', { words: shown(duel.pair.shared()) }), phrase(`why.scope.${duel.pair.scope.relation}`, { by: duel.pair.scope.by.join(', ') })],
    identity: pairOf(identityOf(odd.statement, scopes, odd.claim), identityOf(other.statement, scopes, other.claim)),
  })
}

/** So much of all that two places say must be common for a disagreement to be sure. */
const MOSTLY = 0.5
const NEARLY_ALL = 0.9
const MOSTLY_AT_WORK = 0.6

/** Two times of the day of which nothing says what happens then: the one may open what the other closes. */
const isUnknownTime = (promise: Claim, told: Claim): boolean => promise.quantity?.dimension === 'clock' && !promise.topic && !told.topic

/** Measured on 23 labelled companies: what shares less was wrong more often than right. */
function isSure({ pair, promise, told }: Duel): boolean {
  if (pair.telling === 0 || isUnknownTime(promise, told)) return false
  if (promise.evidence === 'trail' && told.evidence === 'trail') return pair.mutual >= NEARLY_ALL
  return pair.a.side === 'do' ? pair.mutual >= MOSTLY_AT_WORK : pair.mutual >= MOSTLY || speaksOfAll(pair)
}

const severityOf = (duel: Duel): Severity => (isSure(duel) ? lowered('error', duel.promise.topic && duel.promise.topic === duel.told.topic ? (duel.encounter.comparison.soft ? 1 : 0) : duel.strength > 1.4 ? 1 : 2) : 'info')
