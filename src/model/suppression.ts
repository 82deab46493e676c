import type { Span } from './text.js'

/** One rule that a document asks not to be reported, and where. */
export interface SuppressedRule {
  /** Undefined where every rule is meant. */
  readonly id?: string
  /** Where its name stands, or the whole request. */
  readonly span: Span
  /** The part of the source that is meant; undefined where there is none, as for an end without a beginning. */
  readonly covers?: Span
}

/** What a document asks saydo not to report: `saydo-disable-next-line promise/unbacked -- briefing goes out on Monday`. */
export interface Suppression {
  /** As it is written, white space folded. */
  readonly text: string
  readonly span: Span
  /** Empty where none is given. */
  readonly reason: string
  readonly rules: readonly SuppressedRule[]
}
