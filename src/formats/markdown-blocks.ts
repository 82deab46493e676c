import type { Blockquote, Heading, List, ListItem, Node, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast'
import type { Block, BlockKind, Trail } from '../model/document.js'
import type { Prose } from '../model/text.js'
import { frontMatterInto } from './front-matter.js'
import { mayAsk } from './directives.js'
import { htmlInto } from './html-blocks.js'
import { commentsOf } from './markdown-comments.js'
import { inlineProse, rangeOf, type InlineReader, type Slice } from './markdown-inline.js'
import { pipeTable } from './pipe-table.js'
import { slice } from './prose.js'
import { isLead, isQuestion, leadOf, sections, type Sections } from './sections.js'
import type { Sheet } from './sheet.js'
import { addTable } from './table.js'

/** What distinguishes one kind of Markdown from another. */
export interface Dialect {
  parse(text: string): Root
  readonly inline?: InlineReader
  /** Text in the attributes of a block node that plain Markdown does not know. */
  readonly attributes?: (node: Node, at: Slice) => readonly Prose[]
}

/** Where a walk stands: what applies to all siblings, and what changes from one sibling to the next. */
interface Place {
  readonly outer: readonly Trail[]
  readonly sections: Sections
  readonly kind: BlockKind
  readonly quoted?: boolean
  readonly group?: number
}

/** Walks over a Markdown tree and fills the sheet. */
export function markdownInto(sheet: Sheet, dialect: Dialect, at: Slice): void {
  const root = dialect.parse(at.source.slice(at.base))
  const matter = root.children[0]
  if (matter?.type === 'yaml') frontMatterInto(sheet, matter.value, at.source.indexOf('\n') + 1)
  if (mayAsk(at.source)) for (const comment of commentsOf(root, at)) sheet.comments.push(comment)
  walk(root.children, { outer: [], sections: sections(), kind: 'paragraph' }, { sheet, dialect, at })
}

interface Job {
  readonly sheet: Sheet
  readonly dialect: Dialect
  readonly at: Slice
}

function trailOf(place: Place): readonly Trail[] {
  return [...place.outer, ...place.sections.trail()]
}

function blockAt(place: Place, prose: Prose, kind = place.kind): Block {
  const { group, quoted } = place
  return { kind, prose, trail: trailOf(place), ...(group === undefined ? {} : { group }), ...(quoted ? { quoted } : {}) }
}

function said(node: { readonly children: readonly Node[] }, job: Job): Prose {
  return inlineProse(node.children as PhrasingContent[], job.at, job.dialect.inline)
}

function heading(node: Heading, place: Place, job: Job): void {
  const prose = said(node, job)
  if (prose.text === '') return
  const trail = [...place.outer, ...place.sections.enter(node.depth, prose.text)]
  job.sheet.add({ ...blockAt(place, prose, 'heading'), trail, level: node.depth })
}

function isBold(node: Paragraph): boolean {
  const content = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  return content.length > 0 && content.every((child) => child.type === 'strong')
}

/** Emits a paragraph; gives the text that announces what follows, if it does. */
function paragraph(node: Paragraph, place: Place, job: Job): string | undefined {
  const prose = said(node, job)
  const range = rangeOf(node, job.at)
  const table = range && pipeTable(job.at.source, range)
  if (table) {
    const before = slice(prose, 0, prose.runs.find((run) => run.source >= table.start)?.at ?? 0)
    const text = before.text.trimEnd()
    job.sheet.add(blockAt(place, slice(before, 0, text.length)))
    addTable(job.sheet, table.rows.map((row) => row.map((cell) => cellProse(cell, job))), blockAt(place, prose))
    return undefined
  }
  job.sheet.add(blockAt(place, prose))
  if (isBold(node) && isQuestion(prose.text)) place.sections.ask(prose.text)
  return isLead(prose.text) ? leadOf(prose.text) : undefined
}

function cellProse([start, end]: readonly [number, number], job: Job): Prose {
  const { source } = job.at
  const first = job.dialect.parse(source.slice(start, end)).children[0]
  const nodes = first?.type === 'paragraph' ? first.children : []
  return inlineProse(nodes, { source, base: start }, job.dialect.inline)
}

function table(node: Table, place: Place, job: Job): void {
  const rows = node.children.map((row) => row.children.map((cell) => said(cell, job)))
  addTable(job.sheet, rows, blockAt(place, { text: '', runs: [] }))
}

function list(node: List, place: Place, job: Job): void {
  const group = job.sheet.group()
  const outer = trailOf(place)
  for (const child of node.children) item(child, { ...place, outer, sections: sections(), kind: 'item', group }, job)
}

function item(node: ListItem, place: Place, job: Job): void {
  const [first, ...rest] = node.children
  if (first?.type !== 'paragraph') return walk(node.children, place, job)
  const own = said(first, job).text
  paragraph(first, place, job)
  const kind = isQuestion(own) ? 'question' : 'item'
  const outer: readonly Trail[] = own === '' ? place.outer : [...place.outer, { kind, text: own }]
  walk(rest, { ...place, outer, sections: sections(), kind: 'paragraph' }, job)
}

const callout = /^\[!\w+\]\s*/

function quote(node: Blockquote, place: Place, job: Job): void {
  const outer = trailOf(place)
  const first = node.children[0]
  const text = first?.type === 'paragraph' ? said(first, job) : undefined
  const mark = text && callout.exec(text.text)?.[0].length
  if (!text || !mark) return walk(node.children, { ...place, outer, sections: sections(), kind: 'quote', quoted: true }, job)
  // "> [!NOTE]" sets a box around a text; nobody is quoted.
  const boxed: Place = { ...place, outer, sections: sections() }
  job.sheet.add(blockAt(boxed, slice(text, mark, text.text.length)))
  walk(node.children.slice(1), boxed, job)
}

function walk(nodes: readonly Node[], place: Place, job: Job): void {
  let lead: string | undefined
  for (const node of nodes as readonly RootContent[]) {
    const led: Place = lead === undefined ? place : { ...place, outer: [...trailOf(place), { kind: 'item', text: lead }], sections: sections() }
    lead = node.type === 'paragraph' ? paragraph(node, place, job) : undefined
    if (node.type === 'heading') heading(node, place, job)
    else if (node.type === 'list') list(node, led, job)
    else if (node.type === 'table') table(node, led, job)
    else if (node.type === 'blockquote') quote(node, led, job)
    else if (node.type === 'html') html(node, place, job)
    else if (node.type !== 'paragraph' && 'children' in node) unknown(node, place, job)
  }
}

function html(node: Node, place: Place, job: Job): void {
  const range = rangeOf(node, job.at)
  if (!range) return
  const { quoted } = place
  const question = htmlInto(job.sheet, job.at.source, { start: range[0], end: range[1], trail: trailOf(place), ...(quoted ? { quoted } : {}) })
  if (question) place.sections.ask(question)
  else if (/<\/details\s*>\s*$/i.test(job.at.source.slice(...range))) place.sections.ask(undefined)
}

/** Footnotes, and elements of MDX: a paragraph's worth of inline nodes is one block, others are walked. */
function unknown(node: Node & { readonly children: readonly Node[] }, place: Place, job: Job): void {
  for (const prose of job.dialect.attributes?.(node, job.at) ?? []) {
    job.sheet.add(blockAt(place, prose, 'field'))
    if (isQuestion(prose.text)) place.sections.ask(prose.text)
  }
  walk(node.children, place, job)
}
