import type { Statement } from '../model/claim.js'
import type { Finding, Spot } from '../model/finding.js'
import type { Told, ToldVerdict } from '../model/ledger.js'
import type { Alignment } from '../model/match.js'
import { type CheckContext, moneyOf, once, spotOf } from './context.js'
import { backing, BACKED } from './coverage.js'
import { cover, ITSELF, wordsOf } from './telling.js'
import { type Duel, duelsOf } from './duels.js'

/** Rules that say that staff are told something worse, and what that makes of the promise. */
const BROKEN: Readonly<Record<string, ToldVerdict>> = {
  'promise/contradicted': 'contradicted', 'promise/withheld': 'contradicted',
  'promise/undisclosed-condition': 'condition', 'promise/needs-approval': 'condition', 'promise/weakened': 'weakened',
}

/** Orders that take something away: a passage with one of them does not tell staff to keep a promise that has none. */
const TAKES = ['refuse', 'deny', 'secrecy', 'no-promise', 'approval'] as const

/** Share of the worth of a promise's own words that a passage about it has. */
const OWN_WORDS = 0.35

export const placeKey = ({ file, span }: Pick<Spot, 'file' | 'span'>): string => `${file}:${span.start}`

/** What is known of each document for staff. */
const staffOf = once(({ extracts }) => new Map(extracts.flatMap((extract) => (extract.side === 'do' ? [[extract.file, extract.tags] as const] : []))))

/** The places for staff that findings set against a promise. */
function broken(promise: Statement, findings: readonly Finding[], context: CheckContext): Told[] {
  if (findings.length === 0) return []
  const staff = staffOf(context)
  return findings.flatMap(({ ruleId, at, related, fingerprint }) => {
    const verdict = BROKEN[ruleId]
    const spots = [at, ...related].filter((spot) => placeKey(spot) !== placeKey(promise))
    return spots.flatMap((spot): Told[] => {
      const tags = staff.get(spot.file)
      return verdict && tags ? [{ spot, touchpoint: tags.touchpoint, owner: tags.owner, verdict, finding: fingerprint }] : []
    })
  })
}

const isTaking = ({ a, b }: Alignment): boolean => TAKES.some((cue) => b.cues.has(cue) && !a.cues.has(cue))

/** A passage without a comparable amount must share so much with the promise, and of its own words, not only of those around it; measured on 29 labelled companies. */
const speaksOf = (pair: Alignment, weight: CheckContext['matched']['weight']): boolean =>
  pair.score >= 2 && pair.telling >= 2 && (pair.mutual >= 0.5 || (pair.telling >= 3 && pair.coverage >= 0.6)) && backing(pair, weight) >= BACKED && cover(wordsOf(pair.a, ITSELF, weight), pair.b.weights) >= OWN_WORDS

/** The same amount for one word in common may be chance; more than was promised is so more often. */
function isMeant({ pair, promise, told, encounter: { comparison: { verdict } } }: Duel, weight: CheckContext['matched']['weight']): boolean {
  const known = promise.topic !== undefined && promise.topic === told.topic
  if (verdict === 'better') return pair.telling >= 1 && pair.mutual >= 0.4
  if (verdict !== 'same') return false
  return pair.telling >= 2 || (pair.telling === 1 ? pair.score >= 1.6 || backing(pair, weight) >= 0.4 : known && pair.mutual >= 0.5)
}

/** Whether a passage tells staff of the promise, and gives no less: an amount as good, or enough of the same words. */
export function keeps(pair: Alignment, context: CheckContext): boolean {
  if (pair.scope.relation === 'disjoint' || pair.b.kind !== 'said' || pair.b.title || isTaking(pair)) return false
  const duels = duelsOf(pair, moneyOf(context))
  if (duels.some((duel) => duel.encounter.comparison.verdict === 'worse')) return false
  const { weight } = context.matched
  return duels.some((duel) => isMeant(duel, weight)) || speaksOf(pair, weight)
}

/** Of each document the passage that keeps the promise best; none where a finding says that there is none. */
function kept(promise: Statement, findings: readonly Finding[], context: CheckContext): Told[] {
  if (findings.some((finding) => finding.ruleId === 'promise/unbacked')) return []
  const named = new Set(findings.flatMap((finding) => [finding.at, ...finding.related]).map(placeKey))
  const isNamed = (spot: Statement): boolean => named.size > 0 && named.has(placeKey(spot))
  const best = new Map<string, Told>()
  for (const pair of context.matched.across.get(promise) ?? []) {
    const { file, tags } = pair.b
    if (best.has(file) || isNamed(pair.b) || !keeps(pair, context)) continue
    best.set(file, { spot: spotOf(pair.b), touchpoint: tags.touchpoint, owner: tags.owner, verdict: 'kept' })
  }
  return [...best.values()]
}

/**
 * Where staff are told of a promise: every place that a finding says is worse, and of each other document the passage
 * that keeps it best. A mere suggestion counts only where nothing else tells of the promise.
 */
export function toldOf(promise: Statement, findings: readonly Finding[], context: CheckContext): readonly Told[] {
  const firm = broken(promise, findings.filter((finding) => finding.severity !== 'info'), context)
  const worse = new Set(firm.map((told) => told.spot.file))
  const told = [...firm, ...kept(promise, findings, context).filter(({ spot }) => !worse.has(spot.file))]
  return told.length > 0 ? told : broken(promise, findings, context)
}
