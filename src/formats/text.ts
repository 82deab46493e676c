import type { Reading, Trail } from '../model/document.js'
import { chunks, type Chunk, type Line } from './chunks.js'
import { format } from './format.js'
import { slice, tidy, verbatim } from './prose.js'
import { isLead, leadOf, sections, type Sections } from './sections.js'
import { reading, sheet, type Sheet } from './sheet.js'

const short = 80

interface Item {
  readonly indent: number
  readonly text: string
  readonly group: number
}

interface Walk {
  readonly sheet: Sheet
  readonly source: string
  readonly sections: Sections
  /** The list items in which a chunk may be nested, outermost first. */
  items: readonly Item[]
  /** What announces the items that follow. */
  lead?: Trail
}

function isBracketed(line: string): boolean {
  return line.length <= short && /^\[[^[\]]*\p{L}[^[\]]*\]$/u.test(line)
}

function isCapitals(line: string): boolean {
  return line.length <= short && /\p{Lu}.*\p{Lu}/u.test(line) && !/\p{Ll}|[.,;]$/u.test(line)
}

function levelOf(chunk: Chunk): number | undefined {
  if (chunk.item || chunk.lines.length > 1) return undefined
  if (chunk.underline && chunk.prose.text.length <= short) return chunk.underline === '=' ? 1 : 2
  return isBracketed(chunk.prose.text) || isCapitals(chunk.prose.text) ? 2 : undefined
}

function heading(chunk: Chunk, level: number, walk: Walk): void {
  const { prose } = chunk
  const said = isBracketed(prose.text) ? slice(prose, 1, prose.text.length - 1) : prose
  walk.sheet.add({ kind: 'heading', prose: said, trail: walk.sections.enter(level, said.text), level })
}

function itemTrail(walk: Walk): readonly Trail[] {
  const items = walk.items.map(({ text }): Trail => ({ kind: 'item', text }))
  return [...walk.sections.trail(), ...(walk.lead ? [walk.lead] : []), ...items]
}

function item(chunk: Chunk, walk: Walk): void {
  const sibling = walk.items.find(({ indent }) => indent === chunk.indent)
  walk.items = walk.items.filter(({ indent }) => indent < chunk.indent)
  const group = sibling?.group ?? walk.sheet.group()
  walk.sheet.add({ kind: 'item', prose: chunk.prose, trail: itemTrail(walk), group })
  walk.items = [...walk.items, { indent: chunk.indent, text: chunk.prose.text, group }]
}

function paragraph(chunk: Chunk, next: Chunk | undefined, walk: Walk): void {
  const { text } = chunk.prose
  if (walk.items.length > 0 && chunk.indent > (walk.items[0]?.indent ?? 0)) {
    walk.items = walk.items.filter(({ indent }) => indent < chunk.indent)
    return walk.sheet.add({ kind: 'paragraph', prose: chunk.prose, trail: itemTrail(walk) })
  }
  walk.items = []
  delete walk.lead
  const trail = walk.sections.trail()
  const announces = next?.item === true && isLead(text)
  const isHeading = announces && chunk.lines.length === 1 && text.length <= short
  walk.sheet.add(isHeading ? { kind: 'heading', prose: chunk.prose, trail, level: 6 } : { kind: 'paragraph', prose: chunk.prose, trail })
  if (announces) walk.lead = { kind: isHeading ? 'heading' : 'item', text: isHeading ? text : leadOf(text) }
}

const mailHeader = /^(?:subject|from|to|cc|bcc|date|sender|reply-to|message-id|mime-version|content-[a-z-]+|x-[a-z-]+)[ \t]*:[ \t]*/i

/** The head of an e-mail: its subject stands above the message like a heading; who writes to whom is not said. */
function mail(chunk: Chunk, walk: Walk): readonly Line[] | undefined {
  const rest = chunk.lines.findIndex((line) => !mailHeader.test(line.text))
  const headers = rest < 0 ? chunk.lines : chunk.lines.slice(0, rest)
  const subject = headers.find((line) => /^subject/i.test(line.text))
  if (chunk.item || !subject) return undefined
  const start = subject.start + (mailHeader.exec(subject.text)?.[0].length ?? 0)
  const prose = verbatim(walk.source, start, subject.end)
  if (prose.text !== '') walk.sheet.add({ kind: 'heading', prose, trail: walk.sections.enter(3, prose.text), level: 3 })
  return rest < 0 ? [] : chunk.lines.slice(rest)
}

function chunkInto(chunk: Chunk, next: Chunk | undefined, walk: Walk): void {
  const level = levelOf(chunk)
  const body = mail(chunk, walk)
  if (level !== undefined || body) {
    walk.items = []
    delete walk.lead
  }
  if (body) {
    const [first] = body
    if (!first) return
    const prose = tidy(verbatim(walk.source, first.start, (body.at(-1) as Line).end))
    paragraph({ ...chunk, lines: body, prose }, next, walk)
  } else if (level !== undefined) heading(chunk, level, walk)
  else if (chunk.item) item(chunk, walk)
  else paragraph(chunk, next, walk)
}

const directiveLine = /^[ \t]*(?:#|\/\/|<!--)?[ \t]*saydo-(?:dis|en)able[^\n\r]*/gm

/** The text with blanks where a line of it asks for something not to be reported, so that everything keeps its place. */
function withoutDirectives(source: string, filled: Sheet): string {
  return source.replace(directiveLine, (line, start: number) => {
    filled.comments.push({ start, end: start + line.length })
    return ' '.repeat(line.length)
  })
}

/** Reads plain text: macros, e-mails, notes. */
export function readText(source: string): Reading {
  const filled = sheet()
  const said = withoutDirectives(source, filled)
  const walk: Walk = { sheet: filled, source: said, sections: sections(), items: [] }
  const all = chunks(verbatim(said, 0, said.length), (line) => isBracketed(line) || isCapitals(line))
  all.forEach((chunk, i) => chunkInto(chunk, all[i + 1], walk))
  return reading(filled, source)
}

export default format('text', ['.txt', '.text'], readText)
