import * as v from 'valibot'
import { BUSINESSES } from '../model/config.js'
import { ANCHORS } from '../model/quantity.js'

/** The shapes of the YAML files in `rules/`; also what a user's own rule packs are checked against. */

const about = <const T extends v.GenericSchema>(schema: T, text: string) => v.pipe(schema, v.description(text))

const list = v.pipe(v.array(v.string()), v.minLength(1, 'A list of words must not be empty.'))
const words = v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z]+)?$/, 'Words stand under a language tag such as `en`.')), list)
/** Words per language tag, or none; `text` is what editors tell of them. */
const wordsOrNone = (text: string) => v.optional(about(words, `${text} Patterns under a language tag such as en.`), {})

const ROLES = ['window', 'deadline', 'notice', 'advance', 'term', 'cutoff', 'opening', 'schedule', 'fee', 'price', 'threshold', 'deposit', 'benefit', 'count', 'age', 'rate', 'yes', 'set', 'proofs', 'ranked', 'payer', 'decider'] as const
const SCOPES = ['product', 'tier', 'region', 'channel', 'audience', 'occasion', 'method', 'seller', 'days'] as const

const member = v.strictObject({
  id: about(v.string(), 'A name of its own.'),
  title: v.optional(about(v.string(), 'What people call it.')),
  words: wordsOrNone('The words by which it is known.'),
  businesses: v.optional(about(v.array(v.string()), 'The trades in which these words are right.'), []),
})

const measure = v.strictObject({
  title: about(v.string(), 'What is promised, in words.'),
  role: about(v.picklist(ROLES), 'What the amount is, and so which way is better for the customer: more days to return something (window), a smaller fee.'),
  cues: wordsOrNone('With these, the measure is meant only where one of them stands.'),
  not: wordsOrNone('Where one of these stands, something else is meant.'),
  no: wordsOrNone('For yes or no: words that deny it outright ("no pets").'),
  members: v.optional(about(v.array(member), 'What can be chosen from; for ranked measures, best first.'), []),
  least: v.optional(about(v.pipe(v.number(), v.minValue(0)), 'For times: the least number of days that makes sense; a shorter time is read as something else.'), 0),
  notFrom: v.optional(about(v.array(v.picklist(ANCHORS)), 'For times: counted from one of these, it is something else: what happens after delivery is no delivery time.'), []),
  burden: v.optional(about(v.boolean(), 'For yes or no: having it is a burden on the customer, so "no" is better.'), false),
})

const name = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A name here is small letters and digits joined by hyphens, such as `bouquet-freshness`.'))

export const topicFile = v.strictObject({
  id: about(name, 'A name of its own, such as bouquet-freshness. With the name of a topic that saydo knows, this one adds to it.'),
  title: about(v.string(), 'What people call it.'),
  covers: v.optional(about(v.array(v.string()), 'Names under which the field knows what it covers.'), []),
  cues: about(words, 'Words that tell that a sentence is about it: patterns under a language tag such as en.'),
  measures: about(v.record(name, measure), 'What can be promised about it.'),
})

const concept = v.objectWithRest(
  {
    is: v.optional(about(v.array(v.string()), 'Broader concepts: a spaniel is a dog.'), []),
    scope: v.optional(about(v.picklist(SCOPES), 'Set where it limits whom or what a sentence is about.')),
    common: v.optional(about(v.boolean(), 'It stands on every page, so that sharing it says little.'), false),
  },
  list,
)

export const conceptFile = v.strictObject({ concepts: about(v.record(v.string(), concept), 'Things and acts of customer life, each with its words under a language tag such as en.') })

export const cueFile = v.objectWithRest({ id: about(v.string(), 'The name of the list; patterns refer to it as <name>.'), title: about(v.string(), 'What the list must find.') }, list)

const texts = v.union([v.string(), v.array(v.string())])
const example = v.strictObject({
  business: v.optional(about(v.string(), 'The trade of the company in the example.'), 'retail'),
  language: v.optional(about(v.string(), 'The language of its texts.'), 'en'),
  today: v.optional(about(v.string(), 'The day on which it is judged.')),
  say: v.optional(about(texts, 'What customers read: one document, or a list of them.'), []),
  do: v.optional(about(texts, 'What staff are told: one document, or a list of them.'), []),
  at: v.optional(about(v.string(), 'Words that the finding must point at.')),
  config: v.optional(about(v.record(v.string(), v.unknown()), 'Settings as in saydo.yaml.')),
})

const option = v.strictObject({
  type: about(v.picklist(['words', 'topics', 'steps', 'number']), 'What it takes: words, topics (or topic.measure), steps of the rule, or a number from 0 up.'),
  title: about(v.string(), 'What it does, in a sentence.'),
})

export const ruleFile = v.strictObject({
  id: about(v.pipe(v.string(), v.regex(/^[a-z-]+\/[a-z-]+$/, 'A rule id is `family/name`.')), 'Family and name, such as wording/scripted. The file is called as the name is.'),
  severity: about(v.picklist(['error', 'warning', 'info']), 'How serious a finding is, unless saydo.yaml says otherwise.'),
  title: about(v.string(), 'What is wrong, in a few words.'),
  why: about(v.string(), 'Why it matters, in a sentence.'),
  fix: about(v.string(), 'What to do, in a sentence.'),
  sides: v.optional(about(v.array(v.picklist(['say', 'do'])), 'In which documents the patterns are looked for: those for customers (say), those for staff (do).'), []),
  patterns: wordsOrNone('The words that are reported.'),
  unless: wordsOrNone('In the same sentence, these take the finding back.'),
  unless_near: wordsOrNone('In the same passage, these take the finding back.'),
  replace: v.optional(about(v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z]+)?$/, 'Words stand under a language tag such as `en`.')), v.record(v.string(), v.string())), 'Under a language tag: words that saydo fix may replace, form by form, and by which: guests: customers. Leave out forms of which it is not clear what they would become.'), {}),
  parts: v.optional(about(v.array(member), 'Steps that a document must have, or words for customers and the trades in which they are right.'), []),
  about: wordsOrNone('Words that say that a document is one the rule is about.'),
  options: v.optional(about(v.record(v.string(), option), 'What saydo.yaml can set about the rule beside its severity, such as allow or months.'), {}),
  examples: about(v.strictObject({
    bad: about(v.pipe(v.array(example), v.minLength(1, 'A rule needs an example that must be reported.')), 'Examples that must be reported.'),
    good: about(v.pipe(v.array(example), v.minLength(1, 'A rule needs a look-alike that must stay silent.')), 'Look-alikes on which the rule must stay silent.'),
  }), 'Examples on both sides of the line. They are tests: saydo test tries them.'),
})

export const messageFile = v.record(v.string(), v.string())
export const languageFile = v.record(v.string(), v.unknown())

const sight = v.strictObject({ alphabet: v.string(), telling: v.optional(v.string(), ''), words: list, endings: v.optional(v.array(v.string()), []) })
export const othersFile = v.record(v.string(), sight)

const names = v.array(v.string())
const clues = v.strictObject({ names: v.record(v.string(), names), cues: v.record(v.string(), v.number()) })
/** `sides.yaml`: by which `saydo init` guesses. */
export const sidesFile = v.strictObject({ say: clues, do: clues, neither: v.strictObject({ names }), businesses: v.record(v.picklist(BUSINESSES), v.array(v.string())) })
export type SidesFile = v.InferOutput<typeof sidesFile>
