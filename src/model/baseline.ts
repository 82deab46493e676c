/** A finding that was known when the baseline was written. */
export interface BaselineEntry {
  readonly rule: string
  /** The documents that it names, its own first. */
  readonly files: readonly string[]
  /** The beginning of what stands there; for the reader of the file only. */
  readonly quote: string
  readonly fingerprint: string
  /** How many findings have this fingerprint, such as a sentence that stands twice. */
  readonly count: number
}
