import type { Config, FileSettings, RuleChoice, RuleChoices, SettingsOf } from '../model/config.js'
import { matcher } from './path-pattern.js'

/** Two choices about one rule; what the second leaves open, the first says. */
const mergedChoice = (a: RuleChoice | undefined, b: RuleChoice): RuleChoice => ({ ...a, ...b, options: { ...a?.options, ...b.options } })

/** The choices about rules of two places, the later before the earlier. */
export function mergedChoices(earlier: RuleChoices, later: RuleChoices): RuleChoices {
  return { ...earlier, ...Object.fromEntries(Object.entries(later).map(([id, choice]) => [id, mergedChoice(earlier[id], choice)])) }
}

type Matches = (path: string) => boolean

const anyOf = (patterns: readonly string[]): Matches => {
  const matchers = patterns.map(matcher)
  return (path) => matchers.some((isMatch) => isMatch(path))
}

/** What holds for each document: what the configuration says for all, then each of its overrides that the document is meant by, in their order. */
export function settingsFor(config: Config): SettingsOf {
  const overrides = (config.overrides ?? []).map((override) => ({ ...override, isMeant: anyOf(override.files) }))
  const terms = config.terms.map((term): Matches => (term.files ? anyOf(term.files) : () => true))
  const hasTerm = (path: string) => (index: number): boolean => terms[index]?.(path) ?? false
  const known = new Map<string, FileSettings>()
  return (path) => {
    const before = known.get(path)
    if (before) return before
    const meant = overrides.filter(({ isMeant }) => isMeant(path))
    const settings: FileSettings = {
      business: meant.findLast(({ business }) => business !== undefined)?.business ?? config.business,
      rules: meant.reduce<RuleChoices>((rules, override) => mergedChoices(rules, override.rules), config.rules),
      hasTerm: hasTerm(path),
    }
    known.set(path, settings)
    return settings
  }
}
