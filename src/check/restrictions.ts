import type { Statement } from '../model/claim.js'
import type { Finding } from '../model/finding.js'
import type { Alignment, Passage } from '../model/match.js'
import { isBeyond } from './beyond.js'
import { type CheckContext, finding, type Outcome, phrase, spotOf } from './context.js'
import { has, LIMITS, UNBOUNDED } from './cues.js'
import { identityOf } from './identity.js'
import { share } from './likeliest.js'
import { RESTRICTION_ODDS } from './odds.js'
import { isPromise } from './promise.js'
import { disclosure, isGift, isRestriction, type Restraint, restraintOf, type Restricting, restrictionTraits } from './restriction.js'
import { ITSELF } from './telling.js'
import { shown } from './values.js'

/** From here on most findings were right, on labelled companies that were left out (`npm run fit`); below it they are suggestions. */
const LIKELY = 0.5
const POSSIBLE = 0.25

/** Only so many promises are looked at for one passage for staff. */
const MOST_PROMISES = 12

interface Likely {
  readonly restricting: Restricting
  readonly likelihood: number
}

/** All promises that a passage for staff may restrict, with each sentence of it that may do so. */
export function restrictingIn(told: Passage, { matched }: Pick<CheckContext, 'matched'>): readonly Restricting[] {
  const restrictions = told.statements.filter(isRestriction)
  if (restrictions.length === 0) return []
  const partners = matched.passages().partners(told)
  const promises = partners.filter(({ a }) => isGift(a)).slice(0, MOST_PROMISES)
  return promises.flatMap((together) => restrictions.filter((one) => !together.a.statements.some((promise) => isBeyond(promise, one)))
    .map((restriction) => ({ together, told: restriction, partners, weight: matched.weight })))
}

/** The promise itself, said again with a limit: so rare in whole companies that little was learned of it, and not to be mistaken. */
function isPlain({ together: { a }, told }: Restricting, { matched }: CheckContext): boolean {
  if (told.kind !== 'said' || !has(told, ...LIMITS)) return false
  return (matched.back.get(told) ?? []).some((pair) => a.statements.includes(pair.a) && isPromise(pair.a) && pair.telling >= 2
    && ((pair.score >= 2 && pair.coverage >= 0.6) || (pair.score >= 1.5 && pair.coverage >= 0.5 && pair.a.cues.has('absolute') && isBarring(restraintOf(told)))))
}

/** `promise/undisclosed-condition`, and `promise/contradicted` where the promise leaves no room for any condition: one for each passage for staff. */
export function checkRestrictions(context: CheckContext): Outcome {
  const findings: Finding[] = []
  for (const told of context.matched.passages().told) {
    let best: Likely | undefined
    for (const restricting of restrictingIn(told, context)) {
      const likelihood = share(RESTRICTION_ODDS, restrictionTraits(restricting))
      if (likelihood > (best?.likelihood ?? 0) && !disclosed(restricting, context)) best = { restricting, likelihood }
    }
    if (best && (best.likelihood >= POSSIBLE || isPlain(best.restricting, context))) findings.push(report(best, context))
  }
  return { findings, silences: [] }
}

/** Share of a condition's own words that must stand on the say side for it to count as told to customers. */
const TOLD = 0.45
/** A passage for customers that sets a limit itself needs to have less in common with the condition. */
const STATED = 0.4
/** The promise names the group itself, or its heading or row does. */
const GROUP_NEAR = 0.5

/** The say side tells customers of the condition, on whatever page speaks of the same thing. */
function disclosed(restricting: Restricting, { scopes }: CheckContext): boolean {
  const { stated, whole } = disclosure(restricting)
  const { told, together } = restricting
  // "Everybody else pays" limits nothing for those whom the passage names before.
  const naming = told.cues.has('everyone-else') ? together.b.statements : [told]
  const groups = naming.flatMap(({ weights }) => [...weights]).filter(([key, near]) => near >= ITSELF && scopes.has(key))
  // "Enterprise only" is told to customers where a promise is made to Enterprise customers.
  const named = groups.length > 0 && groups.every(([key]) => (together.a.weights.get(key) ?? 0) >= GROUP_NEAR)
  return whole >= STATED || stated >= TOLD || named
}

/** What became of a condition that is told, against a promise: customers read of it. */
export function isDisclosed({ a, b }: Alignment, context: CheckContext): boolean {
  const passages = context.matched.passages()
  const together = passages.of(a, b)
  return together !== undefined && disclosed({ together, told: b, partners: passages.partners(together.b), weight: context.matched.weight }, context)
}

const gives = (promise: Statement): number => (has(promise, 'free', 'give', 'get', ...UNBOUNDED) ? 1 : 0)

interface Promised {
  readonly promise: Statement
  /** What it shares with the sentence of the passage for staff that is nearest to it. */
  readonly score: number
}

/** The sentence of the passage that promises most of what the restriction is about. */
function promiseOf({ together: { a, b } }: Restricting, { matched }: CheckContext): Promised {
  const met = new Map<Statement, number>()
  for (const told of b.statements) for (const pair of matched.back.get(told) ?? []) met.set(pair.a, Math.max(pair.score, met.get(pair.a) ?? 0))
  const worth = (promise: Statement): number => (isPromise(promise) ? 1 : 0) + gives(promise) + (met.get(promise) ?? 0)
  const promise = a.statements.reduce((best, one) => (worth(one) > worth(best) ? one : best))
  return { promise, score: met.get(promise) ?? 0 }
}

const isBarring = (restraint: Restraint): boolean => restraint === 'refuse' || restraint === 'deny' || restraint === 'except'

/** A limit that is itself the promise's denial: nothing is left of "every", or of what comes by itself. */
const isDenied = (promise: Statement, restraint: Restraint): boolean =>
  (promise.cues.has('automatic') && restraint === 'proof') || (promise.cues.has('absolute') && isBarring(restraint))

function report({ restricting, likelihood }: Likely, context: CheckContext): Finding {
  const { told, together } = restricting
  const { promise, score } = promiseOf(restricting, context)
  const restraint = restraintOf(told)
  const denied = isDenied(promise, restraint)
  return finding({
    ruleId: denied ? 'promise/contradicted' : 'promise/undisclosed-condition', severity: likelihood < LIKELY ? 'info' : 'warning',
    at: spotOf(promise), related: [spotOf(told, phrase('note.condition'))], strength: score, topic: promise.claims.find((claim) => claim.topic)?.topic,
    what: phrase(denied ? 'finding.contradicted.refused' : 'finding.undisclosed-condition'), identity: [identityOf(promise, context.scopes), identityOf(told, context.scopes)],
    why: [phrase(`why.limit.${restraint}`), phrase('why.matched', { words: shown(together.shared()) })],
  })
}
