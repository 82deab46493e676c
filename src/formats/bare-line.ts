import type { Nodes } from 'mdast'
import type { Span } from '../model/text.js'
import type { Bare } from '../model/understood.js'
import { formatFor } from './index.js'

/** Tells whether a piece of code lies over the span. */
function inCode(node: Nodes, span: Span): boolean {
  const { start, end } = node.position ?? {}
  const lies = (start?.offset ?? 0) < span.end && span.start < (end?.offset ?? 0)
  if (!lies) return false
  return node.type === 'code' || ('children' in node && node.children.some((child) => inCode(child, span)))
}

const isMarkdown = (id: string): boolean => id === 'markdown' || id === 'mdx'

/** What stands on a line of a document when none of its text does; undefined where it holds text to read. */
export async function bareLine(path: string, source: string, span: Span): Promise<Bare | undefined> {
  if (source.slice(span.start, span.end).trim() === '') return 'blank'
  const format = formatFor(path)
  if (!format) return 'no-prose'
  const { blocks } = (await format.load()).read(source)
  const isRead = blocks.some(({ prose }) => prose.runs.some((run) => run.source < span.end && span.start < run.source + run.sourceLength))
  if (isRead) return undefined
  return isMarkdown(format.id) && inCode((await import('./markdown.js')).plain.parse(source), span) ? 'code' : 'no-prose'
}
