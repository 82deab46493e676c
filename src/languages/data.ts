import * as v from 'valibot'
import type { Grammar } from '../model/language.js'
import type { LanguageData, Sight } from '../model/pack.js'
import { ANCHORS } from '../model/quantity.js'

const phrases = v.array(v.pipe(v.union([v.string(), v.number()]), v.transform(String)))
const numeric = v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/, 'must be a number'))
/** Number → its words. */
const byNumber = v.optional(v.record(numeric, phrases), {})
/** Canonical name → its words. */
const byName = v.optional(v.record(v.string(), phrases), {})
const list = v.optional(phrases, [])

export const DIMENSIONS = ['duration', 'storage', 'mass', 'distance'] as const
const bound = v.picklist(['atMost', 'atLeast', 'upTo', 'from', 'over', 'under', 'until'])
const bounds = v.optional(v.record(bound, phrases), {})
const anchor = v.picklist(ANCHORS)

const fixed = v.strictObject({
  words: phrases,
  unit: v.string(),
  amount: v.tuple([v.number(), v.number()]),
  business: v.optional(v.boolean(), false),
})

/** How a language is told from others; see `Sight`. */
const sight = v.strictObject({ alphabet: v.string(), telling: v.optional(v.string(), ''), words: phrases, endings: list })

/** What has to be minded when one word is put in the place of another; see `Grammar`. */
const replacing = v.strictObject({ agrees: v.optional(v.boolean(), false), plural: list, before: v.optional(v.record(v.string(), v.string()), {}) })

/** How its words are written with Latin letters: one way for each letter, and other spellings of the same. */
const latin = v.strictObject({ letters: v.record(v.string(), v.string()), same: v.optional(v.record(v.string(), v.string()), {}) })

const schema = v.strictObject({
  latin: v.optional(latin),
  replacing: v.optional(replacing),
  recognise: sight,
  inflects: v.optional(v.boolean(), false),
  endings: list,
  separators: v.strictObject({ decimal: v.picklist(['.', ',']), group: v.picklist([',', '.', ' ']) }),
  abbreviations: v.optional(v.strictObject({ inside: list, final: list }), {}),
  numbers: v.strictObject({ words: v.record(numeric, phrases), scales: byNumber, joined: v.optional(v.boolean(), false), and: list, one: list, notNumbers: list, tails: byNumber }),
  fractions: byNumber,
  ordinals: v.strictObject({ suffixes: list, words: byNumber }),
  ranges: v.strictObject({ to: list, between: list, and: list, or: list }),
  units: v.strictObject({
    ...{ duration: v.record(v.string(), phrases), storage: byName, mass: byName, distance: byName },
    business: list,
    working: byName,
    calendar: list,
    adjectives: list,
    bare: byName,
    lasting: list,
    nth: v.optional(v.record(v.picklist(['exact', 'atMost', 'until', 'from']), v.record(v.string(), phrases)), {}),
    fixed: v.optional(v.array(fixed), []),
    fused: v.optional(v.strictObject({ numbers: byNumber, units: byName }), {}),
  }),
  money: v.strictObject({ currencies: byName, minor: byName, none: list }),
  percent: v.strictObject({ words: phrases, fractionBefore: list, named: byNumber }),
  bounds: v.strictObject({ before: bounds, after: bounds, duration: bounds, moment: bounds, approximate: list, fillers: list }),
  anchors: v.strictObject({ after: list, before: list, relation: v.optional(v.strictObject({ before: list, after: list }), {}), fillers: list, events: v.optional(v.record(anchor, phrases), {}) }),
  per: v.strictObject({ words: list, articles: list, alone: byName, nouns: byName }),
  clock: v.strictObject({ am: list, pm: list, words: byNumber, past: byNumber, half: byNumber, hours: byNumber, marker: list, suffix: list, after: list, late: list, range: list, to: list }),
  dates: v.strictObject({ order: v.picklist(['dmy', 'mdy']), months: byNumber, of: list, year: list, day: list, parts: byName, in: list, dotted: v.optional(v.boolean(), false), capital: list }),
  days: v.strictObject({ names: byNumber, short: byNumber, groups: byName, ignored: list, withHours: list, always: list, fillers: list, not: list }),
  age: v.strictObject({ people: list, cues: list, plural: list, after: bounds, before: bounds, units: list, not: list }),
  counts: v.strictObject({ adjectives: list, notNouns: list, notAfter: list, oneNotAfter: list, ids: list, ranks: byName }),
})

/** A language file, checked and with its gaps filled by empty lists. */
export type LanguageFile = v.InferOutput<typeof schema>

/** Checks the shape of a language file; throws with the place and the reason. */
export function parseLanguage(tag: string, data: LanguageData): LanguageFile {
  const result = v.safeParse(schema, data)
  if (result.success) return result.output
  const reasons = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`)
  throw new Error(`The language file "${tag}" is not valid. ${reasons.slice(0, 5).join('; ')}`)
}

/** What has to be minded when words are replaced; undefined where the file does not say. */
export function grammarOf(data: LanguageData | undefined): Grammar | undefined {
  const result = v.safeParse(replacing, data?.['replacing'])
  return result.success ? result.output : undefined
}

/** How a language is written with Latin letters; undefined where its file does not say. */
export function latinOf(data: LanguageData): v.InferOutput<typeof latin> | undefined {
  const result = v.safeParse(latin, data['latin'])
  return result.success ? result.output : undefined
}

/** How a language looks: what its file says of that, and the words of its numbers, times and days. Throws as `parseLanguage` does. */
export function sightOf(tag: string, data: LanguageData): Sight {
  const { recognise, numbers, units, dates, days } = parseLanguage(tag, data)
  const own = [numbers.words, units.duration, dates.months, days.names].flatMap((lists) => Object.values(lists).flat())
  return { ...recognise, words: [...new Set([...recognise.words, ...own.filter((word) => /^\p{L}{3,}$/u.test(word))])] }
}
