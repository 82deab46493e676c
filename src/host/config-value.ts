import type { Business, Config, SideEntry, UserTopic } from '../model/config.js'
import type { RawConfig, RawEntry } from './config-schema.js'

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

type RawSetting = NonNullable<RawConfig['rules']>[string]

function toSetting(raw: RawSetting): Config['rules'][string] {
  if (typeof raw === 'string') return { severity: raw, options: {} }
  const { severity, ...options } = raw
  return severity === undefined ? { options } : { severity, options }
}

/** A validated configuration in the words of the model. Topics that stand in files of their own are added by `load-topics.ts`. */
export function toConfig(raw: RawConfig, today: string): Config {
  return {
    business: raw.business ?? DEFAULT_BUSINESS,
    say: listed<RawEntry>(raw.say).map(toEntry),
    do: listed<RawEntry>(raw.do).map(toEntry),
    today: raw.today ?? today,
    terms: (raw.terms ?? []).map((term) => ({ use: term.use, not: listed<string>(term.not) })),
    rules: Object.fromEntries(Object.entries(raw.rules ?? {}).map(([id, setting]) => [id, toSetting(setting)])),
    topics: listed<string | UserTopic>(raw.topics).filter((topic) => typeof topic !== 'string'),
    ...(raw.currency === undefined ? {} : { currency: raw.currency }),
    rates: raw.rates ?? {},
    ...(raw.baseline === undefined ? {} : { baseline: raw.baseline }),
    ignore: listed<string>(raw.ignore),
  }
}
