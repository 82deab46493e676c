import type { Node, Parent, PhrasingContent } from 'mdast'
import { proseBuilder, type Prose, type ProseBuilder } from '../model/text.js'
import { align } from './align.js'
import { tidy } from './prose.js'

/** A Markdown text whose nodes have offsets relative to it, standing at `base` in the file `source`. */
export interface Slice {
  readonly source: string
  readonly base: number
}

/** How a dialect reads an inline node that plain Markdown does not know; true when it did. */
export type InlineReader = (node: Node, builder: ProseBuilder, at: Slice) => boolean

interface Walk extends Slice {
  readonly builder: ProseBuilder
  readonly inline?: InlineReader
  /** How many struck-out HTML tags are open. */
  struck: number
}

/** Start and end of a node in the file; undefined for nodes that a plugin made up. */
export function rangeOf(node: Node, at: Slice): readonly [number, number] | undefined {
  const from = node.position?.start.offset
  const to = node.position?.end.offset
  return from === undefined || to === undefined ? undefined : [from + at.base, to + at.base]
}

const strikes = /^<(\/?)(?:del|s|strike)(?:\s[^>]*)?>$/i
const image = /^<img\b[^>]*?\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i

function html(tag: string, start: number, walk: Walk): void {
  const strike = strikes.exec(tag)
  if (strike) walk.struck = Math.max(0, walk.struck + (strike[1] ? -1 : 1))
  if (walk.struck > 0) return
  if (/^<br\b/i.test(tag)) walk.builder.instead(' ', start, tag.length)
  const alt = image.exec(tag)
  const text = alt?.[1] ?? alt?.[2]
  if (!alt || !text) return
  const end = start + alt[0].length - 1
  align(walk.builder, text, { source: walk.source, start: end - text.length, end, markdown: false })
}

/** `wording/handed-off`, `--quiet`, `{slot}`: names for programs, which nobody says to anybody. */
const IDENTIFIER = /^\S*[/_{}=<>\\]\S*$|^-|^\S+(?:[-:.]\S+)+$|[{}]/

function code(value: string, start: number, end: number, walk: Walk): void {
  if (IDENTIFIER.test(value)) return walk.builder.instead(' ', start, end - start)
  let from = start
  while (walk.source[from] === '`') from++
  let to = end - (from - start)
  // One space on either side is padding, unless the whole span is blank.
  if (to - from >= value.length + 2) {
    from++
    to--
  }
  align(walk.builder, value, { source: walk.source, start: from, end: to, markdown: true })
}

function leaf(node: PhrasingContent, start: number, end: number, walk: Walk): void {
  const { builder, source } = walk
  if (node.type === 'html') return html(node.value, start, walk)
  if (walk.struck > 0) return
  if (node.type === 'text') align(builder, node.value, { source, start, end, markdown: true })
  else if (node.type === 'inlineCode') code(node.value, start, end, walk)
  else if (node.type === 'break') builder.instead(' ', start, end - start)
  else if ((node.type === 'image' || node.type === 'imageReference') && node.alt) {
    align(builder, node.alt, { source, start: start + 2, end, markdown: true })
  }
}

function visit(nodes: readonly PhrasingContent[], from: number, to: number, walk: Walk): void {
  let after = from
  nodes.forEach((node, i) => {
    const next = nodes[i + 1]
    // Addresses that are found after parsing have no position of their own: they stand between their neighbours.
    const [start, end] = rangeOf(node, walk) ?? [after, (next && rangeOf(next, walk)?.[0]) ?? to]
    after = end
    if (node.type === 'delete' || walk.inline?.(node, walk.builder, walk)) return
    if ('children' in node) visit((node as Parent).children as PhrasingContent[], start, end, walk)
    else leaf(node, start, end, walk)
    if (!node.position && 'value' in node) after = Math.min(end, start + node.value.length)
  })
}

/** What the inline nodes of a paragraph, heading or cell say. */
export function inlineProse(nodes: readonly PhrasingContent[], at: Slice, inline?: InlineReader): Prose {
  const builder = proseBuilder()
  const first = nodes[0] && rangeOf(nodes[0], at)
  const last = nodes.at(-1)
  const end = (last && rangeOf(last, at)?.[1]) ?? first?.[1] ?? at.base
  visit(nodes, first?.[0] ?? at.base, end, { ...at, builder, struck: 0, ...(inline ? { inline } : {}) })
  return tidy(builder.build())
}
