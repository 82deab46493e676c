import * as v from 'valibot'
import { BUSINESSES } from '../model/config.js'
import { isDay } from './clock.js'

// The message of each schema is not a sentence but what should stand there ("a list"); `describe-issue.ts` makes the sentence.

const text = v.pipe(v.string('text'), v.nonEmpty('text that is not empty'))
const day = v.pipe(v.string('a day such as 2025-11-22, as text'), v.check(isDay, 'a day such as 2025-11-22'))
const isMap = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
const map = v.check(isMap, 'a map of keys and values')

/** An object that may hold these keys and no others; every key too many is an issue of its own, whose message lists the known ones. */
const strict = <const T extends v.ObjectEntries>(entries: T) =>
  v.pipe(v.unknown(), map, v.objectWithRest(entries, v.never(Object.keys(entries).join(', ')), 'a map of keys and values'))

/** A list, or one item that stands for a list of one. */
const listOf = <const T extends v.GenericSchema>(item: T, what: string) => v.union([v.array(item, what), item], what)

/** What can be said of an entry beside its path. */
export const TAG_KEYS = ['touchpoint', 'role', 'product', 'region', 'language', 'reviewed', 'valid_until', 'owner'] as const

const entry = v.union([
  text,
  strict({
    path: text,
    touchpoint: v.optional(text),
    role: v.optional(text),
    product: v.optional(text),
    region: v.optional(text),
    language: v.optional(text),
    reviewed: v.optional(day),
    valid_until: v.optional(day),
    owner: v.optional(text),
  }),
], 'a path such as site/**/*.md, or a map with a path')

const entries = listOf(entry, 'a list of paths such as site/**/*.md')
const severity = v.picklist(['off', 'info', 'warning', 'error'], 'one of off, info, warning, error')
const setting = v.union([
  severity,
  v.pipe(v.unknown(), map, v.objectWithRest({ severity: v.optional(severity) }, v.unknown(), 'a map')),
], 'one of off, info, warning, error, or a map with a severity and options')
const currency = v.pipe(v.string('a currency code such as EUR'), v.regex(/^[A-Z]{3}$/, 'a currency code such as EUR'))
const rate = v.pipe(v.number('a number'), v.minValue(Number.MIN_VALUE, 'a number above 0'))
const topic = v.union([text, v.pipe(v.unknown(), map, v.record(v.string(), v.unknown()))], 'a topic, or a path to files with topics')

/** What `saydo.yaml` may hold. The one definition of it: keys, types, and what should stand there in words. */
export const configSchema = strict({
  business: v.optional(v.picklist(BUSINESSES, `one of ${BUSINESSES.join(', ')}`)),
  say: v.optional(entries),
  do: v.optional(entries),
  today: v.optional(day),
  terms: v.optional(v.array(strict({ use: text, not: listOf(text, 'a list of names') }), 'a list of terms, each with "use" and "not"')),
  rules: v.optional(v.pipe(v.unknown(), map, v.record(v.string(), setting))),
  topics: v.optional(listOf(topic, 'a list of topics or paths')),
  currency: v.optional(currency),
  rates: v.optional(v.pipe(v.unknown(), map, v.record(v.string(), rate))),
  ignore: v.optional(listOf(text, 'a list of paths')),
})

export type RawConfig = v.InferOutput<typeof configSchema>
export type RawEntry = v.InferOutput<typeof entry>
