import type { Statement } from '../model/claim.js'
import type { Finding } from '../model/finding.js'
import { type CheckContext, finding, type Outcome, phrase, spotOf } from './context.js'

/** Pages tell of a benefit when one of their passages has so great a share of its own words. */
const TOLD = 0.35
/** Words of the sentence itself; with fewer of them than two, nothing is known of what is given. */
const OWN = 0.85
const FEWEST = 2

/** Something of worth that staff hand to customers for nothing. */
function givesAway(statement: Statement): boolean {
  if (statement.kind !== 'said' || statement.title || ['staff', 'internal', 'cost-to-us', 'negation', 'no-fee', 'prohibit', 'condition'].some((cue) => statement.cues.has(cue))) return false
  if (['staff', 'internal'].some((cue) => statement.above.has(cue) && !statement.cues.has('give') && !statement.cues.has('customer'))) return false
  const free = statement.cues.has('free') && statement.claims.some((claim) => claim.role === 'fee' && claim.quantity?.high === 0)
  return free || (statement.cues.has('give') && statement.claims.some((claim) => claim.role === 'benefit' && claim.quantity && !claim.ambiguous))
}

/** `promise/unannounced`: a benefit that staff give and no page mentions. */
export function checkUnannounced(context: CheckContext): Outcome {
  if (!context.extracts.some((extract) => extract.side === 'say')) return { findings: [], silences: [] }
  const findings: Finding[] = []
  for (const statement of context.extracts.flatMap((extract) => (extract.side === 'do' ? extract.statements : []))) {
    if (givesAway(statement) && !announced(statement, context)) findings.push(finding({ ruleId: 'promise/unannounced', severity: 'info', at: spotOf(statement), what: phrase('finding.unannounced') }))
  }
  return { findings, silences: [] }
}

/** Some page has the benefit's own words together. */
function announced(benefit: Statement, context: CheckContext): boolean {
  const keys = [...benefit.weights].filter(([key, near]) => near >= OWN && !/^[#@]/.test(key)).map(([key, near]) => [key, near * context.matched.weight(key)] as const)
  const total = keys.reduce((sum, [, worth]) => sum + worth, 0)
  if (keys.length < FEWEST || total === 0) return true
  return (context.matched.back.get(benefit) ?? []).some(({ a }) => keys.reduce((sum, [key, worth]) => sum + worth * (a.weights.get(key) ?? 0), 0) / total >= TOLD)
}
