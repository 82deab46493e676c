import { tooDeep } from './format.js'

/** Quotes and items of lists within one another, on one line. */
const NESTING = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/
const MARKER = />|[-+*]|\d+[.)]/g
/** What ends a paragraph without a blank line: an item of a list, a heading, a rule. */
const BREAK = /^(?:[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|#{1,6}[ \t]|(?:[-*_][ \t]*){3,}$)/
/** An item below another one; thousands of them in one list take as long as a paragraph of so many lines. */
const INNER_ITEM = /^[ \t]+(?:[-+*]|\d{1,9}[.)])[ \t]/
const LIST = /^(?:[ \t]|[-+*][ \t]|\d{1,9}[.)][ \t]|$)/
const FENCE = /^(?:`{3,}|~{3,})/
const TABLE = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:-]*)+$/
const HTML = /^<[a-z!/?]/i
/** What the parser has to weigh. */
const MARKS = /[[\]*_`!<&~|:@\\{]/g
const TOO_LONG = 'From here on, paragraphs or lists are longer than can be read as Markdown, so the whole file was read as plain text. Put blank lines between paragraphs, or split the file.'

/** So deep do people nest; beyond it, parsing takes the square of the depth. */
const USUAL_DEPTH = 5
/** A level costs about as much as a hundred marks. */
const LEVEL = 100
/** In squares of marks: one paragraph of four thousand, or 1,600 of a hundred. Such a file takes some seconds. */
const MOST = 16_000_000

/** Why a Markdown text would take its parser too long, and where that begins. */
export interface Burden {
  readonly message: string
  readonly at: number
}

/** What the lines from here on belong to: text, or a code block, a table or HTML, which are not read as one paragraph. */
type Inside = 'text' | 'table' | 'html' | { readonly fence: string }

function insideAfter(line: string, inside: Inside, isFirst: boolean): Inside {
  if (typeof inside === 'object') return line.startsWith(inside.fence) && /^[`~]+[ \t]*$/.test(line) ? 'text' : inside
  const fence = FENCE.exec(line)?.[0]
  if (fence !== undefined) return { fence }
  if (line === '') return 'text'
  if (inside === 'text' && isFirst && HTML.test(line)) return 'html'
  return inside === 'text' && !isFirst && TABLE.test(line) ? 'table' : inside
}

function depthOf(line: string): number {
  const markers = (NESTING.exec(line)?.[0].match(MARKER) ?? []).length
  if (markers === 0) return 0
  return markers + line.slice(0, line.search(/[^ \t]/)).replaceAll('\t', '    ').length / 2
}

/** Each line of a text with where it begins. */
function* linesOf(source: string): Generator<readonly [string, number]> {
  for (let from = 0; from < source.length;) {
    const found = source.indexOf('\n', from)
    const end = found < 0 ? source.length : found
    yield [source.slice(from, end), from]
    from = end + 1
  }
}

/**
 * Nobody writes a paragraph of a thousand lines or lists of thirty levels, but a parser that meets them takes quadratic time.
 * Undefined for what people write.
 */
export function burdenOf(source: string): Burden | undefined {
  let [inside, isFirst]: [Inside, boolean] = ['text', true]
  let [deep, done, marks, items, start] = [0, 0, 0, 0, 0]
  for (const [raw, from] of linesOf(source)) {
    const line = raw.replace(/^[ \t>]+/, '').trimEnd()
    inside = insideAfter(line, inside, isFirst)
    if (typeof inside !== 'object') deep += LEVEL * Math.max(0, depthOf(raw) - USUAL_DEPTH) ** 2
    if (line === '' || inside !== 'text' || BREAK.test(line)) [done, marks, start] = [done + marks ** 2, 0, line === '' ? from + raw.length + 1 : from]
    if (line !== '' && (inside === 'text' || inside === 'table')) marks += 1 + (line.match(MARKS)?.length ?? 0)
    items = INNER_ITEM.test(raw) ? items + 1 : LIST.test(raw) ? items : 0
    if (deep > MOST) return { message: tooDeep, at: from }
    if (done + Math.max(marks, items) ** 2 > MOST) return { message: TOO_LONG, at: start }
    isFirst = line === ''
  }
  return undefined
}
