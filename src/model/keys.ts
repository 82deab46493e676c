/**
 * What the keys of a statement's weights stand for, by their first letter; a concept has none of these.
 * `~` a word that no list knows, `#` a topic, `@` a measure, `=` an amount, `%` a place in an order.
 */
export const RANK = '%'
export const TOPIC = '#'
export const UNKNOWN = '~'
const MEASURED: ReadonlySet<string> = new Set([TOPIC, '@', '=', RANK])

/** Keys of topics, measures, amounts and ranks stand beside the words; they say what is measured or which one is meant, not what is spoken of. */
export const isWord = (key: string): boolean => !MEASURED.has(key[0] as string)
