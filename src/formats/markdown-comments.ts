import type { Node, Parent } from 'mdast'
import type { Span } from '../model/text.js'
import { rangeOf, type Slice } from './markdown-inline.js'

type Find = (text: string) => readonly Span[]

const matching = (pattern: RegExp): Find => (text) => [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }))

/** As a pattern, this would look for the end of the text anew at each of a thousand beginnings. */
function inHtml(text: string): readonly Span[] {
  const spans: Span[] = []
  for (let start = text.indexOf('<!--'); start >= 0;) {
    const close = text.indexOf('-->', start + 4)
    if (close < 0) break
    spans.push({ start, end: close + 3 })
    start = text.indexOf('<!--', close + 3)
  }
  return spans
}

const inBraces = matching(/^\{\s*\/\*[^]*\*\/\s*\}$/g)

/** The comments in each kind of node that may hold some. */
const COMMENTS: Readonly<Record<string, Find>> = { html: inHtml, yaml: matching(/^[ \t]*#.*$/gm), mdxFlowExpression: inBraces, mdxTextExpression: inBraces }

/** The comments of a Markdown tree, with their marks, in reading order: of HTML, of MDX, and of the front matter. */
export function commentsOf(root: Parent, at: Slice): readonly Span[] {
  const spans: Span[] = []
  const open: Node[] = [root]
  while (open.length > 0) {
    const next = open.pop() as Node
    const find = COMMENTS[next.type]
    const range = find && rangeOf(next, at)
    if (range) for (const { start, end } of find(at.source.slice(...range))) spans.push({ start: range[0] + start, end: range[0] + end })
    if ('children' in next) for (const child of (next as Parent).children.toReversed()) open.push(child)
  }
  return spans
}
