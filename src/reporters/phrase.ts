import type { Phrase } from '../model/finding.js'
import type { Rule } from '../model/pack.js'

/** One language's words, as in `rules/messages/<language>.yaml`: phrase id → template with `{slots}`. */
export type Messages = Readonly<Record<string, string>>

/** The key under which a message file names its own language, for its plurals. */
const LANGUAGE = 'language'

/** The tag of the language that messages are written in. */
export const languageOf = (messages: Messages): string => messages[LANGUAGE] ?? 'en'

/** What a language is called in another one (`locale`), or its tag. */
export const languageName = (tag: string, locale: string): string => new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag

/** A template may come in forms for numbers: `summary.errors.one`, `.few`, `.other`; the slot `n` decides. */
function template(phrase: Phrase, messages: Messages): string | undefined {
  const plain = messages[phrase.id]
  const count = phrase.slots.n
  if (plain !== undefined || count === undefined) return plain
  const form = new Intl.PluralRules(languageOf(messages)).select(Number(count))
  return messages[`${phrase.id}.${form}`] ?? messages[`${phrase.id}.other`]
}

/** What an unknown phrase still tells: its id and what would have filled its slots. */
function bare(phrase: Phrase): string {
  const slots = Object.entries(phrase.slots).map(([name, value]) => `${name}: ${value}`)
  return slots.length === 0 ? phrase.id : `${phrase.id} (${slots.join(', ')})`
}

/**
 * Puts words for the `{part.…}` ids in a slot: a rule lists the parts that a document lacks, but has no words for them.
 * Nothing else is looked up, since slots also hold quotes.
 */
function withParts(value: string, messages: Messages): string {
  return value.replace(/\{(part\.[\w.-]+)\}/g, (whole, id: string) => messages[id] ?? whole)
}

/** Makes words of a phrase. */
export function say(phrase: Phrase, messages: Messages): string {
  const fill = (slot: string, name: string): string => withParts(phrase.slots[name] ?? slot, messages)
  return template(phrase, messages)?.replace(/\{(\w+)\}/g, fill) ?? bare(phrase)
}

/** What a rule says of itself, in the language of the messages; in the words of its file where they have none. */
export function ruleText(rule: Rule, part: 'title' | 'why' | 'fix', messages: Messages): string {
  return (messages[`rule.${rule.id}.${part}`] ?? rule[part]).trim()
}
