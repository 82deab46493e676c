import type { Extract } from './claim.js'
import type { Config } from './config.js'
import type { DocumentTags, Problem, Side } from './document.js'
import type { Report } from './finding.js'
import type { Pack } from './pack.js'
import type { Asked } from './understood.js'

/** A file as it comes from the disk (or from an example), before any format has read it. */
export interface SourceFile {
  /** Relative to the configuration's folder, with forward slashes. */
  readonly path: string
  readonly side: Side
  readonly source: string
  readonly tags: DocumentTags
}

/** What one document gives, and all that the later verbs need of it: plain data, so that it can be kept, sent and split over machines. */
export interface Reading {
  readonly extract: Extract
  readonly problems: readonly Problem[]
}

/** All that a check depends on: the same input gives the same report. */
export interface CheckInput {
  readonly files: readonly SourceFile[]
  readonly config: Config
  readonly pack: Pack
  /** Whom files belong to by their path, as CODEOWNERS has it; what a document or the configuration says goes before it. */
  readonly owners?: ReadonlyMap<string, string>
  /** What already went wrong before reading, such as a file that is not UTF-8; it joins the report. */
  readonly problems: readonly Problem[]
  /** Documents that were read elsewhere; they take part as if their files were here. */
  readonly readings?: readonly Reading[]
  /** A line of which the report is to tell what was made of it. */
  readonly asked?: Asked
}

/** A report and the sources that its spans point into. */
export interface Checked {
  readonly report: Report
  readonly sources: ReadonlyMap<string, string>
  /** Where lines begin in documents whose source is not here. */
  readonly lines?: ReadonlyMap<string, readonly number[]>
}
