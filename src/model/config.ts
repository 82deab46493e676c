import type { DocumentTags } from './document.js'
import type { Severity } from './finding.js'

export const BUSINESSES = ['retail', 'hospitality', 'restaurant', 'telecom', 'software', 'finance', 'insurance', 'transport', 'health', 'fitness', 'education', 'services'] as const
export type Business = (typeof BUSINESSES)[number]

/** One entry of `say:` or `do:`; a plain glob is an entry with a path alone. */
export interface SideEntry extends DocumentTags {
  readonly path: string
}

/** A term that the company has fixed, and the names that must not be used for it. */
export interface TermRule {
  readonly use: string
  readonly not: readonly string[]
}

export type RuleSetting = Severity | 'off'

/** A topic of the user's own, in the shape of a file of `rules/topics/`. */
export type UserTopic = Readonly<Record<string, unknown>>

export interface Config {
  readonly business: Business
  readonly say: readonly SideEntry[]
  readonly do: readonly SideEntry[]
  /** ISO day on which offers are judged. */
  readonly today: string
  readonly terms: readonly TermRule[]
  readonly rules: Readonly<Record<string, { readonly severity?: RuleSetting; readonly options: Readonly<Record<string, unknown>> }>>
  readonly topics: readonly UserTopic[]
  readonly currency?: string
  /** Worth of one unit of each currency in the configured `currency`. */
  readonly rates: Readonly<Record<string, number>>
  readonly ignore: readonly string[]
  /** The file with what is known; a check reports only the rest. */
  readonly baseline?: string
}
