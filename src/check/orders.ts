import type { Statement } from '../model/claim.js'
import { overlap } from '../model/compare.js'
import type { Finding, Severity } from '../model/finding.js'
import type { Alignment } from '../model/match.js'
import { isBeyond } from './beyond.js'
import { type CheckContext, finding, type Outcome, phrase, spotOf } from './context.js'
import { identityOf } from './identity.js'
import { preference, UNBOUNDED } from './preference.js'
import { isAll, isConcrete, isPromise, isSoft } from './promise.js'
import { shown } from './values.js'

/** An order to staff that takes something from a promise: keep quiet, ask first, only try. */
interface Order {
  readonly ruleId: 'promise/withheld' | 'promise/contradicted' | 'promise/needs-approval' | 'promise/weakened'
  readonly what: string
  readonly severity: Severity
  /** The cue list whose words give the order. */
  readonly cue: string
  readonly need: number
  readonly fits: (promise: Statement, told: Statement) => boolean
  /** Makes one of several promises the likelier one to be meant. */
  readonly prefers: readonly string[]
}

const ORDERS: readonly Order[] = [
  { ruleId: 'promise/withheld', what: 'finding.withheld', severity: 'error', cue: 'secrecy', need: 0.8, fits: (promise, told) => !promise.cues.has('secrecy') && !told.cues.has('own-words'), prefers: ['free', 'give', 'get', 'offer'] },
  { ruleId: 'promise/contradicted', what: 'finding.contradicted.no-promise', severity: 'warning', cue: 'no-promise', need: 0.6, fits: () => true, prefers: ['guarantee', 'absolute'] },
  {
    ruleId: 'promise/contradicted', what: 'finding.contradicted.questions', severity: 'warning', cue: 'ask-why', need: 0.5,
    fits: (promise) => promise.cues.has('immediate') || promise.cues.has('automatic'), prefers: [],
  },
  {
    ruleId: 'promise/needs-approval', what: 'finding.needs-approval', severity: 'warning', cue: 'approval', need: 0.6,
    fits: (promise) => !promise.cues.has('approval'), prefers: ['immediate', 'automatic', 'guarantee'],
  },
  {
    ruleId: 'promise/weakened', what: 'finding.weakened', severity: 'warning', cue: 'hedge', need: 1,
    fits: (promise, told) => !isSoft(promise) && leavesChoice(promise, told) && !told.cues.has('secrecy') && !told.cues.has('approval') && sameExtent(promise, told), prefers: ['guarantee', 'absolute', 'immediate', 'automatic'],
  },
]

/** Cue lists whose words give such an order. */
export const ORDER_CUES: readonly string[] = ORDERS.map((order) => order.cue)

/** "Usually" tells how things are; it takes something back only where nothing less than always was promised. */
const leavesChoice = (promise: Statement, told: Statement): boolean =>
  !isAll(told, 'hedge', 'frequency') || UNBOUNDED.some((cue) => promise.cues.has(cue))

/** The order weakens this promise only if it speaks of the same amount, where the promise has one. */
function sameExtent(promise: Statement, told: Statement): boolean {
  const amounts = promise.claims.filter((claim) => claim.quantity && claim.quantity.high > 0).map((claim) => claim.quantity)
  return amounts.length === 0 || amounts.some((q) => q && told.quantities.some((t) => overlap(q, t)))
}

/** A sentence that promises something plain to see, or that the order answers to. */
const isLikely = (order: Order, pair: Alignment): boolean =>
  isConcrete(pair.a) || pair.telling >= 3 || (order.ruleId !== 'promise/weakened' && (pair.telling >= 2 || order.prefers.some((cue) => pair.a.cues.has(cue))))

/** One word in common is enough only where the order says hardly more than that, and the promise is one that it takes back. */
const isTelling = (order: Order, pair: Alignment): boolean =>
  pair.telling >= 2 || pair.score >= 1.6 || (pair.telling >= 1 && pair.coverage >= 0.4 && order.prefers.some((cue) => pair.a.cues.has(cue)))

/** Measured on 21 labelled companies and on real sites held against strange handbooks: below these no finding was right. */
const LEAST_COVERAGE = 0.4
const LEAST_MUTUAL = 0.18

const PREFERENCE = 0.4

/** `promise/withheld`, `promise/needs-approval`, `promise/weakened`: one finding per order, against the promise that it fits best. */
export function checkOrders(context: CheckContext): Outcome {
  const findings: Finding[] = []
  for (const [told, pairs] of context.matched.back) {
    if (told.kind !== 'said') continue
    for (const order of ORDERS) {
      if (!told.cues.has(order.cue)) continue
      const chosen = choose(order, pairs)
      if (chosen) findings.push(report(order, chosen, context))
    }
  }
  return { findings, silences: [] }
}

function choose(order: Order, pairs: readonly Alignment[]): Alignment | undefined {
  if (pairs.some((pair) => isBeyond(pair.a, pair.b))) return undefined
  const worth = (pair: Alignment): number => pair.score + (order.prefers.some((cue) => pair.a.cues.has(cue)) ? PREFERENCE : 0)
  return pairs
    .filter((pair) => pair.score >= order.need && pair.coverage >= LEAST_COVERAGE && pair.mutual >= LEAST_MUTUAL && isTelling(order, pair) && pair.scope.relation !== 'disjoint' && isPromise(pair.a) && isLikely(order, pair) && order.fits(pair.a, pair.b))
    .sort((a, b) => worth(b) - worth(a))[0]
}

function report(order: Order, pair: Alignment, { scopes }: CheckContext): Finding {
  const name = order.ruleId.split('/')[1] as string
  return finding({
    strength: preference(pair),
    ruleId: order.ruleId, severity: order.cue === 'approval' && pair.scope.relation === 'wider' ? 'info' : order.severity, at: spotOf(pair.a), related: [spotOf(pair.b, phrase(`note.${name}`))],
    topic: pair.a.claims.find((claim) => claim.topic)?.topic,
    identity: [order.cue, identityOf(pair.a, scopes), identityOf(pair.b, scopes)],
    what: phrase(order.what), why: [phrase('why.matched', { words: shown(pair.shared()) })],
  })
}
