import type { Fix } from '../model/fix.js'

/** Words with nothing but single spaces, apostrophes and hyphens between them: no mark of Markdown in any place of a line. */
const WORDS = /^\p{L}[\p{L}\p{M}]*(?:[ '’-]\p{L}[\p{L}\p{M}]*)*$/u
/** Nothing, white space or an asterisk: what a parser makes of them hangs on what kind of character is beside them, and letters stay letters. */
const BEFORE = /(?:^|[\s*])$/
const AFTER = /^(?:$|[\s*]|[,.;:!?](?:\s|$))/
/** Where words have a meaning: the name of a link that is told elsewhere, and code within HTML. */
const NAMES = /\]:|<(?:script|style)/i
/** Far from the length at which a paragraph is cut off. */
const LONGEST = 40_000

const asciiOnly = (text: string): boolean => /^[\0-\x7f]*$/.test(text)
const spaces = (text: string): number => text.split(' ').length

/**
 * Whether a replacement in the text of a Markdown source certainly leaves all else of it as it is: some words that stand
 * by themselves become as many others. Reading the source once more to find out took an eighth of the time of reading.
 * False says only that this is not certain.
 */
export function isHarmless(source: string, { span, was, text }: Fix): boolean {
  return source.length < LONGEST && WORDS.test(was) && WORDS.test(text) && spaces(was) === spaces(text) && asciiOnly(was) === asciiOnly(text)
    && BEFORE.test(source.slice(Math.max(0, span.start - 1), span.start)) && AFTER.test(source.slice(span.end, span.end + 2)) && !NAMES.test(source)
}
