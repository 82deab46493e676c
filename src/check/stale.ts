import type { Statement } from '../model/claim.js'
import type { Finding } from '../model/finding.js'
import type { Alignment } from '../model/match.js'
import { type CheckContext, finding, type Outcome, phrase, spotOf } from './context.js'

const RULE = 'playbook/stale'
/** An instruction backs a promise when they share so much, and a measure. */
const NEED = 1

/** `playbook/stale`: staff documents that nobody has read again since the promise they back was last changed. One finding per document. */
export function checkStale(context: CheckContext): Outcome {
  const rule = context.rules.get(RULE)
  if (!rule) return { findings: [], silences: [] }
  const oldest = new Map<string, Alignment>()
  for (const pairs of context.matched.across.values()) {
    const pair = pairs.find((one) => one.score >= NEED && shareMeasure(one))
    if (!pair || !isOlder(pair.b, pair.a)) continue
    const known = oldest.get(pair.b.file)
    if (!known || pair.score > known.score) oldest.set(pair.b.file, pair)
  }
  const findings = [...oldest.values()].map((pair): Finding => finding({
    ruleId: RULE, severity: rule.severity, at: spotOf(pair.b), related: [spotOf(pair.a)], topic: pair.b.claims.find((claim) => claim.topic)?.topic,
    what: phrase('finding.playbook.stale', { reviewed: pair.b.tags.reviewed ?? '', changed: pair.a.tags.updated ?? '' }), identity: [pair.b.tags.reviewed ?? ''], alone: true,
  }))
  return { findings, silences: [] }
}

const shareMeasure = ({ a, b }: Alignment): boolean => a.claims.some((claim) => claim.topic !== undefined && b.claims.some((other) => other.topic === claim.topic))

const DATE = /^\d{4}-\d{2}-\d{2}/

/** ISO dates are in the order of their letters. */
function isOlder(told: Statement, said: Statement): boolean {
  const reviewed = told.tags.reviewed?.match(DATE)?.[0]
  const updated = said.tags.updated?.match(DATE)?.[0]
  return reviewed !== undefined && updated !== undefined && reviewed < updated
}
