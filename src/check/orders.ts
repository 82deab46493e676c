import type { Finding, Severity } from '../model/finding.js'
import type { Alignment } from '../model/match.js'
import { type CheckContext, finding, type Outcome, phrase, spotOf } from './context.js'
import { identityOf } from './identity.js'
import { likeliest, type Likely } from './likeliest.js'
import { preference } from './preference.js'
import type { OrderKind } from './traits.js'
import { shown } from './values.js'

/** An order to staff that takes something from a promise: keep quiet, ask first, only try. */
interface Order {
  readonly ruleId: 'promise/withheld' | 'promise/contradicted' | 'promise/needs-approval' | 'promise/weakened'
  readonly what: string
  readonly severity: Severity
  /** The cue list whose words give the order. */
  readonly cue: string
  /** The kind of order whose promises it is like. */
  readonly kind: OrderKind
  readonly fits?: (promise: Alignment['a']) => boolean
}

const ORDERS: readonly Order[] = [
  { ruleId: 'promise/withheld', what: 'finding.withheld', severity: 'error', cue: 'secrecy', kind: 'secrecy' },
  { ruleId: 'promise/contradicted', what: 'finding.contradicted.no-promise', severity: 'warning', cue: 'no-promise', kind: 'hedge' },
  { ruleId: 'promise/contradicted', what: 'finding.contradicted.questions', severity: 'warning', cue: 'ask-why', kind: 'approval', fits: (promise) => promise.cues.has('immediate') || promise.cues.has('automatic') },
  { ruleId: 'promise/needs-approval', what: 'finding.needs-approval', severity: 'warning', cue: 'approval', kind: 'approval' },
  { ruleId: 'promise/weakened', what: 'finding.weakened', severity: 'warning', cue: 'hedge', kind: 'hedge' },
]

/** Cue lists whose words give such an order. */
export const ORDER_CUES: readonly string[] = ORDERS.map((order) => order.cue)

/** From here on most findings were right, on labelled companies that were left out (`npm run fit`); below it they are suggestions. */
const LIKELY = 0.4
const POSSIBLE = 0.25

/** `promise/withheld`, `promise/needs-approval`, `promise/weakened`: one finding per order, against the promise that it is most likely about. */
export function checkOrders(context: CheckContext): Outcome {
  const findings: Finding[] = []
  const { back } = context.matched
  for (const told of back.keys()) {
    if (told.kind !== 'said' || !ORDER_CUES.some((cue) => told.cues.has(cue))) continue
    const pairs = back.get(told) ?? []
    for (const order of ORDERS) {
      if (!told.cues.has(order.cue)) continue
      const fitting = order.fits ? pairs.filter((pair) => order.fits?.(pair.a)) : pairs
      const likely = likeliest(order.kind, fitting, context.matched.passages())
      if (likely && likely.likelihood >= POSSIBLE) findings.push(report(order, likely, context))
    }
  }
  return { findings, silences: [] }
}

function report(order: Order, { pair, likelihood }: Likely, { scopes }: CheckContext): Finding {
  const name = order.ruleId.split('/')[1] as string
  return finding({
    strength: preference(pair),
    ruleId: order.ruleId, severity: likelihood < LIKELY ? 'info' : order.severity, at: spotOf(pair.a), related: [spotOf(pair.b, phrase(`note.${name}`))],
    topic: pair.a.claims.find((claim) => claim.topic)?.topic,
    identity: [order.cue, identityOf(pair.a, scopes), identityOf(pair.b, scopes)],
    what: phrase(order.what), why: [phrase('why.matched', { words: shown(pair.shared()) })],
  })
}
