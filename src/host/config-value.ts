import { mergedChoices } from '../engine/settings.js'
import type { Business, Config, Override, RuleChoice, RuleChoices, SideEntry, TermRule, UserTopic } from '../model/config.js'
import type { RawConfig, RawEntry, RawOverride } from './config-schema.js'

/** Where a configuration names none; the trade that brings the fewest habits of speech with it. */
export const DEFAULT_BUSINESS: Business = 'services'

/** A configuration that says nothing. */
export const DEFAULT_CONFIG: Config = { business: DEFAULT_BUSINESS, say: [], do: [], today: '1970-01-01', terms: [], rules: {}, topics: [], rates: {}, ignore: [] }

/** One item or a list of them, as a list. */
export function listed<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return []
  return Array.isArray(value) ? (value as readonly T[]) : [value as T]
}

/** An entry of `say` or `do` in the words of the model. */
export function toEntry(raw: RawEntry): SideEntry {
  if (typeof raw === 'string') return { path: raw }
  const { valid_until: validUntil, ...rest } = raw
  return validUntil === undefined ? rest : { ...rest, validUntil }
}

type RawRules = NonNullable<RawConfig['rules']>

function toSetting(raw: RawRules[string]): RuleChoice {
  if (typeof raw === 'string') return { severity: raw, options: {} }
  const { severity, ...options } = raw
  return severity === undefined ? { options } : { severity, options }
}

const toRules = (raw: RawRules | undefined): RuleChoices => Object.fromEntries(Object.entries(raw ?? {}).map(([id, setting]) => [id, toSetting(setting)]))
const toTerms = (raw: RawConfig['terms']): readonly TermRule[] => (raw ?? []).map((term) => ({ use: term.use, not: listed<string>(term.not) }))

function toOverride(raw: RawOverride): Override {
  const { files, business, terms: _, rules, valid_until: validUntil, ...tags } = raw
  return { files: listed<string>(files), ...(business === undefined ? {} : { business }), rules: toRules(rules), tags: validUntil === undefined ? tags : { ...tags, validUntil } }
}

/** A validated configuration in the words of the model. Topics that stand in files of their own are added by `load-topics.ts`. */
export function toConfig(raw: RawConfig, today: string): Config {
  const overrides = raw.overrides ?? []
  const narrow = overrides.flatMap((one) => toTerms(one.terms).map((term) => ({ ...term, files: listed<string>(one.files) })))
  return {
    business: raw.business ?? DEFAULT_BUSINESS,
    say: listed<RawEntry>(raw.say).map(toEntry),
    do: listed<RawEntry>(raw.do).map(toEntry),
    today: raw.today ?? today,
    terms: [...toTerms(raw.terms), ...narrow],
    rules: toRules(raw.rules),
    topics: listed<string | UserTopic>(raw.topics).filter((topic) => typeof topic !== 'string'),
    ...(raw.currency === undefined ? {} : { currency: raw.currency }),
    rates: raw.rates ?? {},
    ...(raw.baseline === undefined ? {} : { baseline: raw.baseline }),
    ignore: listed<string>(raw.ignore),
    ...(overrides.length === 0 ? {} : { overrides: overrides.map(toOverride) }),
  }
}

/** What two lists say together; of two items with one key, the later holds. */
function joinedBy<T>(earlier: readonly T[], later: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map([...earlier, ...later].map((item) => [key(item), item])).values()]
}

/**
 * Two configurations as one: what the nearer says goes before what the farther says. Rules, rates and terms are put together one by
 * one, lists of topics, files to ignore and overrides one after the other; the sides are those of the nearer where it has any.
 */
export function mergedConfig(farther: Config, nearer: Config, raw: RawConfig): Config {
  const sides = raw.say !== undefined || raw.do !== undefined ? nearer : farther
  const overrides = [...(farther.overrides ?? []), ...(nearer.overrides ?? [])]
  const isNarrow = (term: TermRule): boolean => term.files !== undefined
  const all = (config: Config): readonly TermRule[] => config.terms.filter((term) => !isNarrow(term))
  return {
    business: raw.business === undefined ? farther.business : nearer.business,
    today: raw.today === undefined ? farther.today : nearer.today,
    say: sides.say, do: sides.do,
    terms: [...joinedBy(all(farther), all(nearer), (term) => term.use), ...farther.terms.filter(isNarrow), ...nearer.terms.filter(isNarrow)],
    rules: mergedChoices(farther.rules, nearer.rules),
    topics: [...farther.topics, ...nearer.topics],
    ...(nearer.currency ?? farther.currency ? { currency: nearer.currency ?? farther.currency } : {}),
    rates: { ...farther.rates, ...nearer.rates },
    ignore: [...farther.ignore, ...nearer.ignore],
    ...(nearer.baseline ?? farther.baseline ? { baseline: nearer.baseline ?? farther.baseline } : {}),
    ...(overrides.length === 0 ? {} : { overrides }),
  }
}
