import * as v from 'valibot'

/** The shapes of the YAML files in `rules/`; also what a user's own rule packs are checked against. */

const list = v.pipe(v.array(v.string()), v.minLength(1, 'A list of words must not be empty.'))
const words = v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z]+)?$/, 'Words stand under a language tag such as `en`.')), list)
const wordsOrNone = v.optional(words, {})

const ROLES = ['window', 'deadline', 'notice', 'advance', 'term', 'cutoff', 'opening', 'schedule', 'fee', 'price', 'threshold', 'deposit', 'benefit', 'count', 'age', 'rate', 'yes', 'set', 'proofs', 'ranked', 'payer', 'decider'] as const
const SCOPES = ['product', 'tier', 'region', 'channel', 'audience', 'occasion', 'method', 'seller', 'days'] as const

const member = v.strictObject({
  id: v.string(),
  title: v.optional(v.string()),
  words: wordsOrNone,
  businesses: v.optional(v.array(v.string()), []),
})

const measure = v.strictObject({
  title: v.string(),
  role: v.picklist(ROLES),
  cues: wordsOrNone,
  not: wordsOrNone,
  no: wordsOrNone,
  members: v.optional(v.array(member), []),
  burden: v.optional(v.boolean(), false),
})

const name = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A name here is small letters and digits joined by hyphens, such as `bouquet-freshness`.'))

export const topicFile = v.strictObject({
  id: name,
  title: v.string(),
  covers: v.optional(v.array(v.string()), []),
  cues: words,
  measures: v.record(name, measure),
})

const concept = v.objectWithRest(
  { is: v.optional(v.array(v.string()), []), scope: v.optional(v.picklist(SCOPES)), common: v.optional(v.boolean(), false) },
  list,
)

export const conceptFile = v.strictObject({ concepts: v.record(v.string(), concept) })

export const cueFile = v.objectWithRest({ id: v.string(), title: v.string() }, list)

const texts = v.union([v.string(), v.array(v.string())])
const example = v.strictObject({
  business: v.optional(v.string(), 'retail'),
  language: v.optional(v.string(), 'en'),
  today: v.optional(v.string()),
  say: v.optional(texts, []),
  do: v.optional(texts, []),
  at: v.optional(v.string()),
  config: v.optional(v.record(v.string(), v.unknown())),
})

export const ruleFile = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z-]+\/[a-z-]+$/, 'A rule id is `family/name`.')),
  severity: v.picklist(['error', 'warning', 'info']),
  title: v.string(),
  why: v.string(),
  fix: v.string(),
  sides: v.optional(v.array(v.picklist(['say', 'do'])), []),
  patterns: wordsOrNone,
  unless: wordsOrNone,
  unless_near: wordsOrNone,
  parts: v.optional(v.array(member), []),
  about: wordsOrNone,
  examples: v.strictObject({
    bad: v.pipe(v.array(example), v.minLength(1, 'A rule needs an example that must be reported.')),
    good: v.pipe(v.array(example), v.minLength(1, 'A rule needs a look-alike that must stay silent.')),
  }),
})

export const messageFile = v.record(v.string(), v.string())
export const languageFile = v.record(v.string(), v.unknown())

const sight = v.strictObject({ alphabet: v.string(), telling: v.optional(v.string(), ''), words: list, endings: v.optional(v.array(v.string()), []) })
export const othersFile = v.record(v.string(), sight)
