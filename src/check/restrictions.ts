import type { Statement } from '../model/claim.js'
import type { Finding } from '../model/finding.js'
import { sameAmount } from '../model/compare.js'
import type { Alignment } from '../model/match.js'
import { type CheckContext, finding, type Outcome, phrase, spotOf } from './context.js'
import { identityOf } from './identity.js'
import { isOrder, likeliest, type Likely } from './likeliest.js'
import { preference } from './preference.js'
import { cover, ITSELF, wordsOf } from './telling.js'
import { has, LIMITS } from './cues.js'
import { limitOf } from './traits.js'
import { shown } from './values.js'

/** The promise names the group itself, or its heading or row does. */
const GROUP_NEAR = 0.5
/** Share of a condition's own words that must stand on the say side for it to count as told to customers. */
const TOLD = 0.45

/** From here on most findings were right, on labelled companies that were left out (`npm run fit`); below it they are suggestions. */
const LIKELY = 0.4
const POSSIBLE = 0.15

/** The promise itself with a limit: so rare in whole companies that nothing was learned of it, and not to be mistaken. */
const isPlain = (pair: Alignment): boolean =>
  pair.telling >= 2 && ((pair.score >= 2 && pair.coverage >= 0.6) || (pair.score >= 1.5 && pair.coverage >= 0.5 && pair.a.cues.has('absolute') && isBarring(pair.b)))

const isBarring = (told: Statement): boolean => ['refuse', 'deny', 'except'].includes(limitOf(told))

/** `promise/undisclosed-condition`, and `promise/contradicted` where the promise leaves no room for any condition. */
export function checkRestrictions(context: CheckContext): Outcome {
  const findings: Finding[] = []
  const { back } = context.matched
  for (const told of back.keys()) {
    if (!isOrder('limit', told)) continue
    const pairs = back.get(told) ?? []
    const likely = likeliest('limit', pairs, context.matched.weight)
    if (likely && (likely.likelihood >= POSSIBLE || isPlain(likely.pair)) && !disclosed(likely.pair, pairs, context)) findings.push(report(likely, context))
  }
  return { findings, silences: [] }
}

const limiting = (statement: Statement): boolean => has(statement, ...LIMITS)

/** A sentence of the say side that sets a limit itself needs to have less in common with the condition. */
const STATED = 0.4

/** The say side tells customers of the condition, on whatever page speaks of the same thing. */
export function disclosed(chosen: Alignment, pairs: readonly Alignment[], { matched, scopes }: CheckContext): boolean {
  const all = wordsOf(chosen.b, ITSELF, matched.weight)
  // What the condition adds to the promise: its own words that the promise does not have.
  const added = new Map([...all].filter(([key]) => (chosen.a.weights.get(key) ?? 0) < 1))
  const groups = [...all.keys()].filter((key) => scopes.has(key))
  return pairs.some(({ a, b }) => {
    if (limiting(a) && cover(all, a.weights) >= STATED) return true
    // "Enterprise only" is told to customers where a promise is made to Enterprise customers.
    if (groups.length > 0 && groups.every((key) => (a.weights.get(key) ?? 0) >= GROUP_NEAR)) return true
    const amountStated = b.quantities.some((q) => a.quantities.some((p) => sameAmount(p, q)))
    return (added.size > 0 && cover(added, a.weights) >= TOLD) || (amountStated && limiting(a))
  })
}

function report({ pair, likelihood }: Likely, { scopes }: CheckContext): Finding {
  const limit = limitOf(pair.b)
  const universal = pair.a.cues.has('absolute')
  const automatic = pair.a.cues.has('automatic') && limit === 'proof'
  const barred = universal && isBarring(pair.b)
  const ruleId = automatic || barred ? 'promise/contradicted' : 'promise/undisclosed-condition'
  return finding({
    ruleId, severity: likelihood < LIKELY ? 'info' : 'warning', at: spotOf(pair.a), related: [spotOf(pair.b, phrase('note.condition'))], strength: preference(pair),
    topic: pair.a.claims.find((claim) => claim.topic)?.topic,
    what: phrase(ruleId === 'promise/contradicted' ? 'finding.contradicted.refused' : 'finding.undisclosed-condition'),
    identity: [identityOf(pair.a, scopes), identityOf(pair.b, scopes)],
    why: [phrase(`why.limit.${limit}`), phrase('why.matched', { words: shown(pair.shared()) })],
  })
}
