import type { Statement } from '../model/claim.js'
import type { Finding } from '../model/finding.js'
import type { Alignment } from '../model/match.js'
import { type CheckContext, finding, type Outcome, phrase, spotOf } from './context.js'
import { isConcrete } from './promise.js'

/** Share of a promise's telling words that one staff passage must have to back it. */
const BACKED = 0.4
/** Words this near count as the promise's own: the sentence itself, its row, the question before it. */
const NEAR = 0.5

/** How well a staff statement covers what the promise is about, 0 to 1. */
function cover(pair: Alignment, weight: (key: string) => number): number {
  let total = 0
  let found = 0
  for (const [key, near] of pair.a.weights) {
    if (near < NEAR || key.startsWith('#')) continue
    const worth = weight(key) * near
    total += worth
    found += worth * Math.min(1, pair.b.weights.get(key) ?? 0)
  }
  return total === 0 ? 1 : found / total
}

/** The same measure of the same topic, spoken of in the staff sentence itself. */
const sameMeasure = (pair: Alignment): boolean =>
  pair.a.claims.some((claim) => claim.topic && pair.b.claims.some((told) => told.topic === claim.topic))

/** How well staff are told of a promise: the best of all staff passages. */
export function backing(promise: Statement, context: CheckContext): number {
  const pairs = context.matched.across.get(promise) ?? []
  return Math.max(0, ...pairs.map((pair) => cover(pair, context.matched.weight) + (sameMeasure(pair) ? 0.25 : 0)))
}

/** `promise/unbacked`: a concrete promise that no staff document knows of. */
export function checkCoverage(context: CheckContext): Outcome {
  if (!context.extracts.some((extract) => extract.side === 'do')) return { findings: [], silences: [] }
  const findings: Finding[] = []
  for (const promise of context.matched.across.keys()) {
    if (!isConcrete(promise) || backing(promise, context) >= BACKED) continue
    findings.push(finding({
      ruleId: 'promise/unbacked', severity: 'warning', at: spotOf(promise), topic: promise.claims.find((claim) => claim.topic)?.topic,
      what: phrase('finding.unbacked'), why: [phrase('why.unbacked')],
    }))
  }
  return { findings, silences: [] }
}
