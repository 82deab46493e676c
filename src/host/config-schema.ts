import * as v from 'valibot'
import { isPlain, PLAIN } from '../engine/path-pattern.js'
import { BUSINESSES } from '../model/config.js'
import { isDay } from './clock.js'

// The message of each schema is not a sentence but what should stand there ("a list"); `describe-issue.ts` makes the sentence.
// The descriptions are what editors show beside a key; `json-schema.ts` hands them on.

const text = v.pipe(v.string('text'), v.nonEmpty('text that is not empty'))
const day = v.pipe(v.string('a day such as 2025-11-22, as text'), v.check(isDay, 'a day such as 2025-11-22'))

/** A map as YAML has it, with keys of text. */
export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const map = v.check(isMap, 'a map of keys and values')

/** A key that may be left out, with what it is for. */
const key = <const T extends v.GenericSchema>(schema: T, about: string) => v.optional(v.pipe(schema, v.description(about)))

/** An object that may hold these keys and no others; every key too many is an issue of its own, whose message lists the known ones. */
const strict = <const T extends v.ObjectEntries>(entries: T) =>
  v.pipe(v.unknown(), map, v.objectWithRest(entries, v.never(Object.keys(entries).join(', ')), 'a map of keys and values'))

/** A list, or one item that stands for a list of one. */
const listOf = <const T extends v.GenericSchema>(item: T, what: string) => v.union([v.array(item, what), item], what)

/** What can be said of documents beside where they are. */
const tags = {
  touchpoint: key(text, 'The channel or desk that these documents are for, such as phone or front desk.'),
  role: key(text, 'Whom among the staff these documents are for, such as receptionist.'),
  product: key(text, 'The product that they are about; nothing in them is held against another product.'),
  region: key(text, 'The country or place that they hold for; nothing in them is held against another one.'),
  language: key(text, 'The language that they are written in, such as en or sk. Without it, saydo finds out by itself.'),
  reviewed: key(day, 'The day on which somebody last went through them.'),
  valid_until: key(day, 'The last day on which they hold.'),
  owner: key(text, 'Who answers for them.'),
}

const entry = v.union([
  text,
  strict({ path: v.pipe(text, v.description('A file, a folder or a pattern such as site/**/*.md.')), ...tags }),
], 'a path such as site/**/*.md, or a map with a path')

const entries = listOf(entry, 'a list of paths such as site/**/*.md')
const severity = v.picklist(['off', 'info', 'warning', 'error'], 'one of off, info, warning, error')
const setting = v.union([
  severity,
  v.pipe(v.unknown(), map, v.objectWithRest({ severity: key(severity, 'How serious a finding of this rule is.') }, v.unknown(), 'a map')),
], 'one of off, info, warning, error, or a map with a severity and options')
const currency = v.pipe(v.string('a currency code such as EUR'), v.regex(/^[A-Z]{3}$/, 'a currency code such as EUR'))
const rate = v.pipe(v.number('a number'), v.minValue(Number.MIN_VALUE, 'a number above 0'))
const topic = v.union([v.pipe(text, v.check(isPlain, PLAIN)), v.pipe(v.unknown(), map, v.record(v.string(), v.unknown()))], 'a topic, or a path to files with topics')
const term = strict({
  use: v.pipe(text, v.description('The name that you have settled on.')),
  not: v.pipe(listOf(text, 'a list of names'), v.description('Names that must not be used for it.')),
})

const paths = listOf(v.pipe(text, v.check(isPlain, PLAIN)), 'a list of paths')
const business = key(v.picklist(BUSINESSES, `one of ${BUSINESSES.join(', ')}`), 'Your trade. It decides, for one, whether "guest" is the right word for a customer.')
const terms = key(v.array(term, 'a list of terms, each with "use" and "not"'), 'Names that you have settled on, and those you do not want.')
const rules = key(v.pipe(v.unknown(), map, v.record(v.string(), setting)), 'How serious each rule is: off, info, warning or error; or a map with a severity and the options of the rule.')
const override = strict({
  files: v.pipe(paths, v.description('The documents that these settings are for: files, folders or patterns.')),
  business, terms, rules, ...tags,
})

/** What `saydo.yaml` may hold. The one definition of it: keys, types, what should stand there in words, and what it is for. */
export const configSchema = strict({
  extends: key(listOf(text, 'a list of files or packages'), 'Settings to begin with: files such as ./base.yaml, or packages that npm installed. What stands here goes before them.'),
  projects: key(paths, 'For a repository of several companies or brands: the folders that have a saydo.yaml of their own.'),
  business,
  say: key(entries, 'Everything that customers can read: files, folders or patterns. One that begins with ! is left out again.'),
  do: key(entries, 'Everything that tells staff, or a chat bot, what to do.'),
  today: key(day, 'The day on which offers are judged. Without it: today.'),
  terms, rules,
  overrides: key(v.array(override, 'a list of overrides, each with "files"'), 'Other settings for some documents; the later goes before the earlier.'),
  packs: key(listOf(text, 'a list of folders or packages'), 'Rules, topics and words of your own: folders such as ./our-rules, or packages that npm installed.'),
  topics: key(listOf(topic, 'a list of topics or paths'), 'Things of your own that can be promised, as maps or as paths to files with them.'),
  currency: key(currency, 'Your currency, such as EUR.'),
  rates: key(v.pipe(v.unknown(), map, v.record(v.string(), rate)), 'What one unit of another currency is worth in yours.'),
  baseline: key(text, 'The file with the findings that are known, as saydo baseline writes it. A check reports only others.'),
  ignore: key(paths, 'Files, folders or patterns to leave out. What .gitignore leaves out is left out anyway.'),
})

export type RawConfig = v.InferOutput<typeof configSchema>
export type RawEntry = v.InferOutput<typeof entry>
export type RawOverride = v.InferOutput<typeof override>
