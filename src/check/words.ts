import type { Claim, Statement } from '../model/claim.js'
import type { Finding } from '../model/finding.js'
import type { Alignment } from '../model/match.js'
import type { Measure } from '../model/pack.js'
import { isBeyond } from './beyond.js'
import { type CheckContext, finding, type Outcome, phrase, spotOf } from './context.js'
import { identityOf } from './identity.js'
import { preference } from './preference.js'
import { shown } from './values.js'

/** Two statements about one measure of words must share so much. */
const NEED = 0.7

/** Why what staff are told is worse; undefined when it is as good. */
type Worse = (promise: Claim, told: Claim, pair: Alignment, measure: Measure) => boolean

const rank = (measure: Measure, claim: Claim): number => measure.members.findIndex((member) => claim.members?.includes(member.id))

/** Measures of words: yes or no, ranked choices, who pays. Sets and proofs say too little of what is left out. */
const WORSE: Readonly<Partial<Record<Measure['role'], Worse>>> = {
  // "Dogs above 25 kg are not accepted" is a limit, not a refusal of dogs: the restrictions look at it.
  yes: (promise, told, pair, measure) => !isPartial(pair) && (measure.burden ? promise.yes === false && told.yes === true : promise.yes === true && told.yes === false),
  ranked: (promise, told, pair, measure) => rank(measure, told) > rank(measure, promise) && !bestTold(pair, promise, measure),
  payer: (promise, told, _pair, measure) => rank(measure, told) > rank(measure, promise),
}

const isPartial = ({ b }: Alignment): boolean => b.quantities.some((q) => ['over', 'under', 'atLeast', 'from'].includes(q.bound))

/** Staff may also give what was promised: "money back or a voucher". */
const bestTold = (pair: Alignment, promise: Claim, measure: Measure): boolean =>
  pair.b.claims.some((claim) => claim.topic === promise.topic && claim.members && rank(measure, claim) <= rank(measure, promise)) && !pair.b.cues.has('limit') && !pair.b.cues.has('refuse')

/** `promise/contradicted` by words: accepted against refused, money back against store credit, we pay against you pay. */
export function checkWords(context: CheckContext): Outcome {
  const findings: Finding[] = []
  const { across } = context.matched
  for (const promise of across.keys()) {
    if (!chooses(promise, context.measures)) continue
    for (const pair of across.get(promise) ?? []) {
      if (pair.score < NEED || pair.scope.relation === 'disjoint' || isBeyond(pair.a, pair.b)) continue
      const clash = clashOf(pair, context.measures)
      if (clash) findings.push(report(pair, clash, context))
    }
  }
  return { findings, silences: [] }
}

/** Whether a statement claims anything in words that could be worse. */
const chooses = ({ claims }: Statement, measures: ReadonlyMap<string, Measure>): boolean =>
  claims.some((claim) => worseOf(claim, measures) !== undefined)

function worseOf({ topic, quantity }: Claim, measures: ReadonlyMap<string, Measure>): { readonly measure: Measure; readonly worse: Worse } | undefined {
  const measure = topic && !quantity ? measures.get(topic) : undefined
  const worse = measure && WORSE[measure.role]
  return measure && worse && { measure, worse }
}

interface Clash {
  readonly promise: Claim
  readonly told: Claim
}

function clashOf(pair: Alignment, measures: ReadonlyMap<string, Measure>): Clash | undefined {
  for (const promise of pair.a.claims) {
    const by = worseOf(promise, measures)
    const told = by && pair.b.claims.find((claim) => claim.topic === promise.topic && by.worse(promise, claim, pair, by.measure))
    if (told) return { promise, told }
  }
  return undefined
}

function report(pair: Alignment, clash: Clash, { scopes }: CheckContext): Finding {
  const exception = pair.scope.relation === 'narrower' && !pair.a.cues.has('absolute')
  return finding({
    ruleId: exception ? 'promise/undisclosed-condition' : 'promise/contradicted', severity: 'warning', topic: clash.promise.topic,
    at: spotOf(pair.a), related: [spotOf(pair.b, phrase('note.told'))], strength: preference(pair),
    what: phrase('finding.contradicted.value', { promise: clash.promise.text, told: clash.told.text }),
    identity: [identityOf(pair.a, scopes, clash.promise), identityOf(pair.b, scopes, clash.told)],
    why: [phrase(`why.scope.${pair.scope.relation}`, { by: pair.scope.by.join(', ') }), phrase('why.matched', { words: shown(pair.shared()) })],
  })
}
