import type { Config } from './config.js'
import type { DocumentTags, Problem, Side } from './document.js'
import type { Report } from './finding.js'
import type { Pack } from './pack.js'

/** A file as it comes from the disk (or from an example), before any format has read it. */
export interface SourceFile {
  /** Relative to the configuration's folder, with forward slashes. */
  readonly path: string
  readonly side: Side
  readonly source: string
  readonly tags: DocumentTags
}

/** All that a check depends on: the same input gives the same report. */
export interface CheckInput {
  readonly files: readonly SourceFile[]
  readonly config: Config
  readonly pack: Pack
  /** What already went wrong before reading, such as a file that is not UTF-8; it joins the report. */
  readonly problems: readonly Problem[]
}

/** A report and the sources that its spans point into. */
export interface Checked {
  readonly report: Report
  readonly sources: ReadonlyMap<string, string>
}
