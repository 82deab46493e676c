import type { Severity, Spot } from './spot.js'

/** How a passage for staff lies to a promise: `kept`, the same or better; otherwise a finding of that kind names both. */
export type ToldVerdict = 'kept' | 'contradicted' | 'weakened' | 'condition'

/**
 * What became of a promise: the worst of what staff are told of it; `unbacked`, a finding says that they are told
 * nothing; `silent`, nobody is told, and no finding says that this is wrong.
 */
export type Verdict = ToldVerdict | 'unbacked' | 'silent'

/** Every verdict, the worst first. */
export const VERDICTS: readonly Verdict[] = ['contradicted', 'condition', 'weakened', 'unbacked', 'silent', 'kept']

/** Where staff are told of a promise, and how what stands there lies to it. */
export interface Told {
  readonly spot: Spot
  readonly touchpoint?: string
  readonly owner?: string
  readonly verdict: ToldVerdict
  /** Fingerprint of the finding that the verdict comes from; none where the promise is kept. */
  readonly finding?: string
}

/** One promise to customers, as the ledger of all promises has it. */
export interface LedgerEntry {
  /** Stable over edits elsewhere, as a finding's fingerprint is, and unlike all others of its report. */
  readonly id: string
  /** `topic.measure` where one is known, such as `returns.window`. */
  readonly topic?: string
  readonly spot: Spot
  /** A heading or a title that promises by itself. */
  readonly title: boolean
  /** For a heading: id of the promise below it, which says the same at length. */
  readonly repeats?: string
  /** What must be read before it: the row and the column of a cell ("Standard · Time"), the question that it answers, the sentence that it leans on. */
  readonly lead?: string
  /** The title of its document, where it has one. */
  readonly page?: string
  readonly language: string
  /** The amounts that are promised, as they stand in the text: "30 days". */
  readonly values: readonly string[]
  /** The same for comparing, free of wording; also what is promised without an amount: "returns.given yes". */
  readonly claims: readonly string[]
  /** Concept keys of the products, regions, channels … that it is limited to. */
  readonly scope: readonly string[]
  /** Sentences beside it, in the same passage for customers, that set a limit to it. */
  readonly conditions: readonly Spot[]
  readonly touchpoint?: string
  readonly owner?: string
  /** The first and the last day that it holds, as `2026-05-31`, where it has one. */
  readonly validFrom?: string
  readonly validUntil?: string
  /** Whether it holds on the day of the check. */
  readonly holds: 'today' | 'over' | 'not-yet'
  readonly verdict: Verdict
  /** Best match first. */
  readonly told: readonly Told[]
  /** All that was found against it, on whatever side; a suggestion (`info`) does not count against its being kept. */
  readonly findings: readonly { readonly ruleId: string; readonly severity: Severity; readonly fingerprint: string }[]
}
