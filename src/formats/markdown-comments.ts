import type { Node, Parent } from 'mdast'
import type { Span } from '../model/text.js'
import { rangeOf, type Slice } from './markdown-inline.js'

/** What a comment looks like in each kind of node that may hold some. */
const COMMENTS: Readonly<Record<string, RegExp>> = {
  html: /<!--[^]*?-->/g,
  yaml: /^[ \t]*#.*$/gm,
  mdxFlowExpression: /^\{\s*\/\*[^]*\*\/\s*\}$/g,
  mdxTextExpression: /^\{\s*\/\*[^]*\*\/\s*\}$/g,
}

/** The comments of a Markdown tree, with their marks, in reading order: of HTML, of MDX, and of the front matter. */
export function commentsOf(root: Parent, at: Slice): readonly Span[] {
  const spans: Span[] = []
  const open: Node[] = [root]
  while (open.length > 0) {
    const next = open.pop() as Node
    const range = COMMENTS[next.type] && rangeOf(next, at)
    if (range) {
      for (const { 0: text, index } of at.source.slice(...range).matchAll(COMMENTS[next.type] as RegExp)) {
        spans.push({ start: range[0] + index, end: range[0] + index + text.length })
      }
    }
    if ('children' in next) open.push(...(next as Parent).children.toReversed())
  }
  return spans
}
