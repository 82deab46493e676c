import type { ChalkInstance } from 'chalk'
import type { Rule, Topic } from '../model/pack.js'
import type { Checked } from '../model/program.js'
import type { Messages } from './phrase.js'

/** What there is to report, and the words to do it with. */
export interface View extends Checked {
  readonly rules: readonly Rule[]
  readonly messages: Messages
  readonly version: string
  /** What topics are called, where the messages have no name for them. */
  readonly topics: readonly Pick<Topic, 'id' | 'title'>[]
  /** The day on which offers were judged, as `2025-11-22`. */
  readonly today: string
}

/** What the output looks like where it is going. Formats for programs need none of it. */
export interface Surface {
  readonly paint: ChalkInstance
  /** Columns that a line of source may take. */
  readonly width: number
  /** Goes before every path, so that paths can be opened from where the user stands. */
  readonly prefix: string
  /** In a run of GitHub Actions, whose readers understand less of some formats than others do. */
  readonly onGitHub?: boolean
  /** Where a rule is told about, for terminals that can lead there; without it, nothing is linked. */
  link?(ruleId: string): string | undefined
}

/** A report format: a report in, text out. */
export interface Reporter {
  readonly id: string
  render(view: View, surface: Surface): string
  /** Markdown for the page that a CI shows beside the log, where the format is made for one that has such a page. */
  summary?(view: View, surface: Surface): string
}
