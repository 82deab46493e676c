import type { Extract, Statement } from '../model/claim.js'
import type { Money } from '../model/compare.js'
import type { Config, SettingsOf } from '../model/config.js'
import type { Finding, Phrase, Silence, Spot } from '../model/finding.js'
import type { Severity } from '../model/finding.js'
import type { Fix } from '../model/fix.js'
import type { Matched } from '../model/match.js'
import type { Measure, Rule, ScopeKind } from '../model/pack.js'
import { fingerprint } from '../model/fingerprint.js'

/** All that a rule looks at. */
export interface CheckContext {
  readonly extracts: readonly Extract[]
  /** Somebody wants to know why nothing was said. */
  readonly asked: boolean
  readonly matched: Matched
  readonly config: Config
  /** What the configuration says for each document. */
  readonly settings: SettingsOf
  readonly rules: ReadonlyMap<string, Rule>
  /** By `topic.measure`. */
  readonly measures: ReadonlyMap<string, Measure>
  /** Concepts that name a group of products, customers or places, and which kind of group. */
  readonly scopes: ReadonlyMap<string, ScopeKind>
}

/** What a rule gives: findings, and why it kept silent. */
export interface Outcome {
  readonly findings: readonly Finding[]
  /** Only where somebody asks for a line: the reasons are many more than the findings. */
  readonly silences: readonly Silence[]
}

/** What is worked out of a check once, however many rules ask for it. */
export function once<T>(make: (context: CheckContext) => T): (context: CheckContext) => T {
  const made = new WeakMap<CheckContext, { readonly of: T }>()
  return (context) => {
    const before = made.get(context) ?? { of: make(context) }
    made.set(context, before)
    return before.of
  }
}

/** The configured currency and rates, as amounts are compared with. */
export const moneyOf = once(({ config }): Money => ({ currency: config.currency, rates: config.rates }))

/** So many places that say otherwise are shown. */
export const MOST_PLACES = 4

export const phrase = (id: string, slots: Readonly<Record<string, string>> = {}): Phrase => ({ id, slots })

export const spotOf = (statement: Statement, note?: Phrase): Spot => ({ file: statement.file, span: statement.span, quote: statement.quote, block: statement.block, note })

interface Draft {
  readonly ruleId: string
  readonly severity: Severity
  readonly at: Spot
  readonly related?: readonly Spot[]
  readonly topic?: string
  readonly what: Phrase
  readonly why?: readonly Phrase[]
  readonly strength?: number
  /** What is promised and told, free of places and, where it can be measured, of wording; see `identity.ts`. */
  readonly identity: readonly string[]
  /** Several things that are wrong in one way: the finding is a known one as long as each of these is known. */
  readonly parts?: readonly string[]
  /** The finding is about one document; what else it names shows something and may be replaced by another place. */
  readonly alone?: boolean
  readonly fix?: Fix
}

/** Completes a finding with its fingerprint. Of several other places the first is the one that it is about. */
export function finding(draft: Draft): Finding {
  const related = draft.related ?? []
  const files = [draft.at.file, ...(draft.alone ? [] : related.slice(0, 1).map((spot) => spot.file))].sort()
  const [print, ...also] = (draft.parts ?? ['']).map((part) => fingerprint([draft.ruleId, ...files, ...draft.identity, part]))
  return {
    ruleId: draft.ruleId, severity: draft.severity, at: draft.at, related, topic: draft.topic, what: draft.what, why: draft.why ?? [], strength: draft.strength,
    fingerprint: print as string, ...(also.length > 0 ? { also } : {}), ...(draft.fix ? { fix: draft.fix } : {}),
  }
}

/** Why the rule spoke less loudly than it could: the step from error over warning to info for each slot that was filled by default. */
export function lowered(severity: Severity, steps: number): Severity {
  const ladder: readonly Severity[] = ['error', 'warning', 'info']
  return ladder[Math.min(ladder.length - 1, ladder.indexOf(severity) + steps)] as Severity
}

export const silence = (statement: Statement, code: string, other?: Statement, slots: Readonly<Record<string, string>> = {}): Silence => ({
  file: statement.file, span: statement.span, quote: statement.quote, code, slots, related: other && spotOf(other),
})
