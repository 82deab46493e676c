import type { RuleChoice, RuleSetting, SettingsOf } from '../model/config.js'
import type { Finding, Severity, Suppressed } from '../model/finding.js'
import { complaints } from './complain.js'
import { suppress, type Wishes } from './suppress.js'

/** Of several things that are wrong about one pair of places, the first of these is told. */
const RANK = ['promise/withheld', 'promise/contradicted', 'promise/needs-approval', 'promise/inconsistent', 'instruction/inconsistent', 'promise/weakened', 'promise/undisclosed-condition', 'promise/expired']
const LOUD: readonly Severity[] = ['error', 'warning', 'info']

const rank = (finding: Finding): number => {
  const at = RANK.indexOf(finding.ruleId)
  return at < 0 ? RANK.length : at
}
const placeKey = (finding: Finding): string => `${finding.at.file}:${finding.at.span.start}`

/** What is reported, and what documents ask not to be. */
export interface Settled {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
}

/**
 * Severities from the configuration, one finding per pair of places and per rule and place, without what documents ask
 * not to hear of, in reading order. Places are silenced before findings are put together: of several instructions
 * against one promise, each can be silenced by itself.
 */
export function settle(findings: readonly Finding[], wishes: Wishes, settings: SettingsOf): Settled {
  const { kept, suppressed, used } = suppress(onePerInstruction(onePerPair(withSeverities(findings, settings))), wishes)
  const own = withSeverities(complaints(wishes, used, (id, file) => settings(file).rules[id]?.severity === 'off'), settings)
  return { findings: [...onePerRule(kept), ...own].sort(order), suppressed: suppressed.toSorted((a, b) => order(a.finding, b.finding)) }
}

/** A finding on a topic, or on one measure of it, that the configuration takes out of the rule (`except_topics`). */
function isExcepted({ topic }: Finding, choice: RuleChoice | undefined): boolean {
  const topics = choice?.options['except_topics']
  if (topic === undefined || topics === undefined) return false
  return (Array.isArray(topics) ? topics : [topics]).some((one) => topic === one || topic.startsWith(`${String(one)}.`))
}

/** A finding is reported as the settings of its own document say. */
function withSeverities(findings: readonly Finding[], settings: SettingsOf): Finding[] {
  return findings.flatMap((finding) => {
    const choice = settings(finding.at.file).rules[finding.ruleId]
    if (isExcepted(finding, choice)) return []
    const wanted: RuleSetting | undefined = choice?.severity
    return wanted === 'off' ? [] : [wanted ? { ...finding, severity: wanted } : finding]
  })
}

function onePerPair(findings: readonly Finding[]): Finding[] {
  const best = new Map<string, Finding>()
  const out: Finding[] = []
  for (const finding of findings) {
    const other = finding.related[0]
    if (!other || !RANK.includes(finding.ruleId)) { out.push(finding); continue }
    const key = `${finding.at.file}:${finding.at.block ?? finding.at.span.start} ${other.file}:${other.block ?? other.span.start}`
    const known = best.get(key)
    if (!known || rank(finding) < rank(known)) best.set(key, finding)
  }
  return [...out, ...best.values()]
}

const BREAKS: ReadonlySet<string> = new Set(['promise/contradicted', 'promise/undisclosed-condition', 'promise/withheld', 'promise/needs-approval', 'promise/weakened'])

/** No suggestion takes the place of what is surer. */
function isStronger(one: Finding, other: Finding): boolean {
  const quiet = (finding: Finding): number => (finding.severity === 'info' ? 1 : 0)
  return quiet(one) < quiet(other) || (quiet(one) === quiet(other) && (one.strength ?? 0) > (other.strength ?? 0))
}

/** One instruction breaks one promise: the one it most likely speaks of. Other measures are other matters. */
function onePerInstruction(findings: readonly Finding[]): Finding[] {
  const strongest = new Map<string, Finding>()
  const keyOf = (finding: Finding): string | undefined => {
    const told = finding.related[0]
    return told && BREAKS.has(finding.ruleId) ? `${told.file}:${told.span.start}` : undefined
  }
  for (const finding of findings) {
    const key = keyOf(finding)
    const known = key === undefined ? undefined : strongest.get(key)
    if (key !== undefined && (!known || isStronger(finding, known))) strongest.set(key, finding)
  }
  return findings.filter((finding) => {
    const key = keyOf(finding)
    return key === undefined || strongest.get(key) === finding
  })
}

/** The same rule at the same place, found through several passages: the loudest stays and names the other places. */
function onePerRule(findings: readonly Finding[]): Finding[] {
  const best = new Map<string, Finding>()
  for (const finding of findings) {
    const key = `${finding.ruleId} ${placeKey(finding)}`
    const known = best.get(key)
    if (!known) best.set(key, finding)
    else {
      const [first, second] = LOUD.indexOf(finding.severity) < LOUD.indexOf(known.severity) ? [finding, known] : [known, finding]
      const also = [...new Set([...(first.also ?? []), second.fingerprint, ...(second.also ?? [])])].filter((print) => print !== first.fingerprint)
      best.set(key, { ...first, ...(also.length > 0 ? { also } : {}), related: [...first.related, ...second.related.filter((spot) => !first.related.some((r) => r.file === spot.file && r.span.start === spot.span.start))] })
    }
  }
  return [...best.values()]
}

function order(a: Finding, b: Finding): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1
  return a.at.span.start - b.at.span.start || (a.ruleId < b.ruleId ? -1 : 1)
}
