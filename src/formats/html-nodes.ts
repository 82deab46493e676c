import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { proseBuilder, type Prose, type Span } from '../model/text.js'
import { align } from './align.js'
import { tidy } from './prose.js'

export type Element = Tree.Element

/** The value of an attribute. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

/** The value of an attribute with its place; parse5 gives the place of name and value together. */
export function attributeProse(element: Element, name: string, source: string, base: number): Prose | undefined {
  const value = attribute(element, name)
  const range = element.sourceCodeLocation?.attrs?.[name]
  if (!value?.trim() || !range) return undefined
  const end = range.endOffset + base
  let start = source.indexOf('=', range.startOffset + base) + 1
  while (start < end && ' \t\r\n\f'.includes(source.charAt(start))) start++
  const isQuoted = source[start] === '"' || source[start] === "'"
  const builder = proseBuilder()
  align(builder, value, { source, start: isQuoted ? start + 1 : start, end: isQuoted ? end - 1 : end, markdown: false })
  return tidy(builder.build())
}

const unseen = new Set(['script', 'style', 'noscript', 'template', 'nav', 'svg', 'math', 'del', 's', 'strike', 'iframe', 'object', 'canvas'])

/** True for elements whose text is not shown, struck out, or no part of the main text. */
export function isUnseen(element: Element): boolean {
  const hidden = attribute(element, 'hidden')
  if (unseen.has(element.tagName) || (hidden !== undefined && hidden !== 'until-found')) return true
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style') ?? '')
}

/** So that the first is taken next; not as arguments, of which a call can have only so many. */
function pushReversed(open: Tree.Node[], nodes: readonly Tree.Node[]): void {
  for (let i = nodes.length - 1; i >= 0; i--) open.push(nodes[i] as Tree.Node)
}

/** What an element says, as one line. */
export function textOf(node: Tree.Node): string {
  const parts: string[] = []
  const open: Tree.Node[] = [node]
  while (open.length > 0) {
    const next = open.pop() as Tree.Node
    if (tree.isTextNode(next)) parts.push(next.value)
    else if (tree.isElementNode(next) ? !isUnseen(next) : 'childNodes' in next) {
      if (tree.isElementNode(next) && next.tagName === 'br') parts.push(' ')
      if ('childNodes' in next) pushReversed(open, next.childNodes)
    }
  }
  return parts.join('').replace(/[ \t\r\n\f]+/g, ' ').trim()
}

/** The child elements. */
export function elementsOf(element: Element): readonly Element[] {
  return element.childNodes.filter((node): node is Element => tree.isElementNode(node))
}

/** The comments of a page, with their marks, in reading order. */
export function commentsIn(page: Tree.ParentNode): readonly Span[] {
  const spans: Span[] = []
  const open: Tree.Node[] = [page]
  while (open.length > 0) {
    const next = open.pop() as Tree.Node
    const place = tree.isCommentNode(next) ? next.sourceCodeLocation : undefined
    if (place) spans.push({ start: place.startOffset, end: place.endOffset })
    if ('childNodes' in next) pushReversed(open, next.childNodes)
  }
  return spans
}
