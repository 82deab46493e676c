import type { CST } from 'yaml'
import type { Block, Trail } from '../model/document.js'
import { proseBuilder, type Span } from '../model/text.js'
import { tidy } from './prose.js'

/** A comment on a line of its own, with those on the next lines, or at the end of a line. */
interface Comment {
  readonly lines: readonly Span[]
  readonly isTrailing: boolean
  readonly indent: number
}

/** The comments in the tokens of a file, with their marks, in reading order. */
export function commentSpans(tokens: readonly CST.Token[]): readonly Span[] {
  const spans: Span[] = []
  const open: unknown[] = [...tokens].reverse()
  while (open.length > 0) {
    const next = open.pop()
    if (Array.isArray(next)) for (let i = next.length - 1; i >= 0; i--) open.push(next[i])
    else if (typeof next === 'object' && next !== null) {
      const token = next as Partial<CST.SourceToken>
      if (token.type === 'comment' && token.offset !== undefined && token.source !== undefined) {
        spans.push({ start: token.offset, end: token.offset + token.source.length })
      } else for (const part of (Object.values(next) as unknown[]).toReversed()) if (typeof part === 'object') open.push(part)
    }
  }
  return spans.toSorted((a, b) => a.start - b.start)
}

function lineStart(source: string, at: number): number {
  return source.lastIndexOf('\n', at - 1) + 1
}

function comments(spans: readonly Span[], source: string): readonly Comment[] {
  const found: Comment[] = []
  for (const span of spans) {
    const start = lineStart(source, span.start)
    const indent = span.start - start
    const isTrailing = source.slice(start, span.start).trim() !== ''
    const last = found.at(-1)
    const follows = last && !last.isTrailing && !isTrailing && last.indent === indent && isNextLine(source, last, start) && says(source, span)
    if (follows && last) found[found.length - 1] = { ...last, lines: [...last.lines, span] }
    else found.push({ lines: [span], isTrailing, indent })
  }
  return found
}

function isNextLine(source: string, before: Comment, start: number): boolean {
  const end = before.lines.at(-1)?.end ?? 0
  return start > end && source.slice(end, start).split('\n').length === 2
}

function says(source: string, { start, end }: Span): boolean {
  return /[\p{L}\d]/u.test(source.slice(start, end))
}

function blockOf(comment: Comment, source: string, at: Partial<Block>): Block {
  const builder = proseBuilder()
  for (const { start, end } of comment.lines) {
    const marks = /^#+/.exec(source.slice(start, end))?.[0].length ?? 0
    builder.same(source.slice(start + marks, end), start + marks)
    builder.same(source.slice(end, end + 1), end)
  }
  return { trail: [], ...at, kind: 'line', prose: tidy(builder.build()) }
}

function startOf(block: Block | undefined): number {
  return block?.prose.runs[0]?.source ?? Infinity
}

/** A comment beside a value stands in its place; one above a value in that of the map around it. */
function placeOf(comment: Comment, before: Block | undefined, after: Block | undefined, source: string): Partial<Block> {
  const start = comment.lines[0]?.start ?? 0
  if (comment.isTrailing) {
    const isSameLine = before && startOf(before) >= lineStart(source, start)
    return isSameLine ? { trail: before.trail, ...(before.row === undefined ? {} : { row: before.row }), ...(before.group === undefined ? {} : { group: before.group }) } : {}
  }
  if (comment.indent === 0 || !after) return {}
  const keys = after.trail.filter(({ kind }: Trail) => kind === 'key')
  return { trail: after.trail.at(-1)?.kind === 'key' ? keys.slice(0, -1) : keys }
}

/** Blocks, with others between them for what these comments say: they are written for the people who keep the file. */
export function withComments(blocks: readonly Block[], spans: readonly Span[], source: string): readonly Block[] {
  const all: Block[] = []
  let next = 0
  for (const comment of comments(spans, source)) {
    const start = comment.lines[0]?.start ?? 0
    while (next < blocks.length && startOf(blocks[next]) < start) all.push(blocks[next++] as Block)
    const block = blockOf(comment, source, placeOf(comment, blocks[next - 1], blocks[next], source))
    if (/[\p{L}\d]/u.test(block.prose.text)) all.push(block)
  }
  return [...all, ...blocks.slice(next)]
}
