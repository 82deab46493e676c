import type { Phrase, Severity, Spot } from './spot.js'
import type { Span } from './text.js'
import type { BaselineEntry } from './baseline.js'
import type { Problem, Side } from './document.js'
import type { Fix } from './fix.js'
import type { LedgerEntry } from './ledger.js'
import type { LineUnderstood } from './understood.js'

export type { Phrase, Severity, Spot } from './spot.js'

/** One thing that is wrong. Holds no message text: words are made once, by `phrase`, when the report is written. */
export interface Finding {
  readonly ruleId: string
  readonly severity: Severity
  readonly at: Spot
  readonly related: readonly Spot[]
  /** `topic.measure` where one is known, such as `returns.window`. */
  readonly topic?: string
  /** What is wrong, in one sentence. */
  readonly what: Phrase
  /** The steps that led to the verdict: what each place commits to, scopes, which way is better, matched words. */
  readonly why: readonly Phrase[]
  /** Where there is a reason to say so. */
  readonly change?: Change
  /** Where the words can be replaced without anybody having to think. */
  readonly fix?: Fix
  /** How sure it is that both places speak of one thing; decides between several promises that one instruction could break. */
  readonly strength?: number
  /** Stable over edits elsewhere: rule, topic, normalised claims and files; never lines or messages. */
  readonly fingerprint: string
  /** Fingerprints of what else was put into this finding: it is a known one only if all of them are. */
  readonly also?: readonly string[]
}

/** A finding that a document asks not to be reported, and the place that asks. */
export interface Suppressed {
  readonly finding: Finding
  readonly by: { readonly file: string; readonly span: Span; readonly reason: string }
}

/** Which of a finding's places should probably change, `at` or the first of `related`, and why. */
export interface Change {
  readonly where: 'at' | 'related'
  readonly because: Phrase
}

export interface Summary {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly documents: { readonly say: number; readonly do: number }
  readonly promises: number
  readonly kept: number
}

/** Why saydo stayed silent about a pair or a statement. */
export interface Silence {
  readonly file: string
  readonly span: Span
  readonly quote: string
  /** A reason code such as `no-unit`, `currency-mismatch`, `scope-disjoint`, `kept`. */
  readonly code: string
  readonly slots: Readonly<Record<string, string>>
  readonly related?: Spot
}

/** A language that stands in documents and that no rules are for. */
export interface Unread {
  readonly tag: string
  readonly files: readonly string[]
}

/** A document that was read, with what is known of it. */
export interface DocumentRead {
  readonly path: string
  readonly side: Side
  /** Of most of its text; empty where none was found out. */
  readonly language: string
  readonly touchpoint?: string
  readonly owner?: string
}

export interface Report {
  /** In the order in which they were given. */
  readonly documents: readonly DocumentRead[]
  readonly summary: Summary
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  /** Where the check was compared with one: how many findings it knows, which are not among these, and what no longer occurs. */
  readonly baseline?: { readonly file: string; readonly known: number; readonly gone: readonly BaselineEntry[] }
  /** Every concrete promise, in reading order. */
  readonly ledger: readonly LedgerEntry[]
  readonly problems: readonly Problem[]
  /** Why nothing was said of what was compared; only where a line was asked about. */
  readonly silences: readonly Silence[]
  /** Text in these languages was passed over. */
  readonly unread: readonly Unread[]
  /** What was made of the line that was asked about, where one was. */
  readonly understood?: LineUnderstood
  /** Only a part of the findings is here, since only that was asked for. */
  readonly narrowed?: boolean
}
