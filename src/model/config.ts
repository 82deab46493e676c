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
  /** Patterns of the documents that it holds for; all of them where absent. */
  readonly files?: readonly string[]
}

export type RuleSetting = Severity | 'off'

/** A topic of the user's own, in the shape of a file of `rules/topics/`. */
export type UserTopic = Readonly<Record<string, unknown>>

/** What is chosen about a rule; without a severity it is reported as the rule says. */
export interface RuleChoice {
  readonly severity?: RuleSetting
  readonly options: Readonly<Record<string, unknown>>
}

/** By rule id. */
export type RuleChoices = Readonly<Record<string, RuleChoice>>

/** Settings of their own for some documents. */
export interface Override {
  /** Patterns of their paths. */
  readonly files: readonly string[]
  readonly business?: Business
  readonly rules: RuleChoices
  readonly tags: DocumentTags
}

/** What holds for one document. */
export interface FileSettings {
  readonly business: Business
  readonly rules: RuleChoices
  /** Whether the term with this place in `Config.terms` holds for it. */
  readonly hasTerm: (index: number) => boolean
}

/** What holds for the document with a path. */
export type SettingsOf = (path: string) => FileSettings

export interface Config {
  readonly business: Business
  readonly say: readonly SideEntry[]
  readonly do: readonly SideEntry[]
  /** ISO day on which offers are judged. */
  readonly today: string
  readonly terms: readonly TermRule[]
  readonly rules: RuleChoices
  readonly topics: readonly UserTopic[]
  readonly currency?: string
  /** Worth of one unit of each currency in the configured `currency`. */
  readonly rates: Readonly<Record<string, number>>
  readonly ignore: readonly string[]
  /** The file with what is known; a check reports only the rest. */
  readonly baseline?: string
  /** In order: the later goes before the earlier. */
  readonly overrides?: readonly Override[]
}
