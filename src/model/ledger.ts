import type { Spot } from './finding.js'

/**
 * What became of a promise: `kept`, staff are told the same or better; `contradicted`, `weakened` and `condition`, a
 * finding of that kind stands against it; `unbacked`, a finding says that staff are told nothing; `silent`, nobody is
 * told, and no finding says that this is wrong.
 */
export type Verdict = 'kept' | 'contradicted' | 'weakened' | 'condition' | 'unbacked' | 'silent'

/** Where staff are told of a promise, and how what stands there lies to it. */
export interface Told {
  readonly spot: Spot
  readonly touchpoint?: string
  readonly verdict: Verdict
}

/** One promise to customers, as the ledger of all promises has it. */
export interface LedgerEntry {
  /** Stable over edits elsewhere, as a finding's fingerprint is. */
  readonly id: string
  /** `topic.measure` where one is known, such as `returns.window`. */
  readonly topic?: string
  readonly spot: Spot
  readonly language: string
  /** The amounts that are promised, as they stand in the text: "30 days". */
  readonly values: readonly string[]
  /** Concept keys of the products, regions, channels … that it is limited to. */
  readonly scope: readonly string[]
  readonly touchpoint?: string
  readonly owner?: string
  /** The last day that it holds, as `2026-05-31`, where it has one. */
  readonly validUntil?: string
  readonly verdict: Verdict
  /** Best first. */
  readonly told: readonly Told[]
}
