import { defaultTreeAdapter as tree, parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { BlockKind, Trail } from '../model/document.js'
import { proseBuilder } from '../model/text.js'
import { align } from './align.js'
import { attribute, attributeProse, commentsIn, elementsOf, isUnseen, type Element } from './html-nodes.js'
import { tableCells } from './html-table.js'
import { schemaInto } from './schema-org.js'
import { tidy } from './prose.js'
import { isLead, isQuestion, leadOf, sections, type Sections } from './sections.js'
import type { Sheet } from './sheet.js'

/** What an element around the text gives it. */
interface Frame {
  readonly kind: BlockKind
  readonly trail: readonly Trail[]
  readonly level?: number
  readonly quoted?: boolean
  readonly group?: number
  readonly row?: number
  readonly language?: string
  /** The first text of a list item or the summary of details stands above what follows in it. */
  own?: Trail
  readonly parent?: Frame
}

interface Walk {
  readonly sheet: Sheet
  readonly source: string
  readonly base: number
  readonly above: readonly Trail[]
  readonly sections: Sections
  frame: Frame
  pending: ReturnType<typeof proseBuilder>
  /** Depth of bold elements, and whether text outside them is pending. */
  bold: number
  isPlain: boolean
  afterBreak: boolean
  lead?: string
  question?: string
}

const blockTags = new Set(
  'address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu ol option p pre search section select summary table tbody td tfoot th thead title tr ul'.split(' '),
)

function trailOf(walk: Walk): readonly Trail[] {
  const frames: Frame[] = []
  for (let frame: Frame | undefined = walk.frame; frame; frame = frame.parent) frames.unshift(frame)
  return [...walk.above, ...walk.sections.trail(), ...frames.flatMap((frame) => [...frame.trail, ...(frame.own ? [frame.own] : [])])]
}

function ownTrail(text: string): Trail {
  return { kind: isQuestion(text) ? 'question' : 'item', text }
}

function flush(walk: Walk): void {
  const prose = tidy(walk.pending.build())
  const isBold = !walk.isPlain
  Object.assign(walk, { pending: proseBuilder(), isPlain: false, afterBreak: false })
  if (prose.text === '') return
  const { frame } = walk
  const { kind, level, quoted, group, row, language } = frame
  const trail = level === undefined ? trailOf(walk) : [...walk.above, ...walk.sections.enter(level, prose.text)]
  walk.sheet.add({
    kind, prose, trail,
    ...(level === undefined ? {} : { level }), ...(quoted ? { quoted } : {}), ...(group === undefined ? {} : { group }),
    ...(row === undefined ? {} : { row }), ...(language ? { language } : {}),
  })
  if (kind === 'item') frame.own ??= ownTrail(prose.text)
  if (kind === 'paragraph' && isBold && isQuestion(prose.text)) ask(prose.text, walk)
  walk.lead = isLead(prose.text) ? leadOf(prose.text) : undefined
}

function ask(text: string, walk: Walk): void {
  walk.sections.ask(text)
  walk.question = text
}

function textNode(node: Tree.TextNode, walk: Walk): void {
  const place = node.sourceCodeLocation
  if (!place) return
  align(walk.pending, node.value, { source: walk.source, start: place.startOffset + walk.base, end: place.endOffset + walk.base, markdown: false })
  if (node.value.trim() === '') return
  walk.afterBreak = false
  if (walk.bold === 0) walk.isPlain = true
}

/** Visits what is inside an element as text of its own. */
function within(element: Element, frame: Partial<Frame>, walk: Walk): void {
  flush(walk)
  const outer = walk.frame
  const { quoted, group, row, language } = outer
  const kind = outer.kind === 'item' || outer.level !== undefined ? 'paragraph' : outer.kind
  walk.frame = { kind, quoted, group, row, language, trail: [], ...frame, parent: outer }
  children(element, walk)
  flush(walk)
  walk.frame = outer
}

/** The same, and all the text that was found. */
function textWithin(element: Element, frame: Partial<Frame>, walk: Walk): string {
  const from = walk.sheet.blocks.length
  within(element, frame, walk)
  return walk.sheet.blocks.slice(from).map((block) => block.prose.text).join(' ')
}

function children(element: Tree.ParentNode, walk: Walk): void {
  for (const node of element.childNodes) {
    if (tree.isTextNode(node)) textNode(node, walk)
    else if (tree.isElementNode(node)) visit(node, walk)
  }
}

function leadTrail(walk: Walk): readonly Trail[] {
  flush(walk)
  return walk.lead === undefined ? [] : [{ kind: 'item', text: walk.lead }]
}

function list(element: Element, walk: Walk): void {
  within(element, { trail: leadTrail(walk), group: walk.sheet.group() }, walk)
}

function definitions(element: Element, walk: Walk): void {
  const group = walk.sheet.group()
  const lead = leadTrail(walk)
  let row = walk.sheet.row()
  let term: Trail | undefined
  const parts = elementsOf(element).flatMap((child) => (child.tagName === 'div' ? elementsOf(child) : [child]))
  for (const part of parts) {
    if (part.tagName === 'dt') {
      row = walk.sheet.row()
      const text = textWithin(part, { kind: 'cell', group, row, trail: lead }, walk)
      term = text === '' ? undefined : { kind: isQuestion(text) ? 'question' : 'row', text }
    } else within(part, { kind: 'cell', group, row, trail: term ? [...lead, term] : lead }, walk)
  }
}

function table(element: Element, walk: Walk): void {
  const group = walk.sheet.group()
  const lead = leadTrail(walk)
  for (const caption of elementsOf(element).filter((child) => child.tagName === 'caption')) {
    const from = walk.sheet.blocks.length
    within(caption, { kind: 'line' }, walk)
    const text = walk.sheet.blocks[from]?.prose.text
    if (text) return rows(element, [...lead, { kind: 'item', text }], group, walk)
  }
  rows(element, lead, group, walk)
}

function rows(element: Element, lead: readonly Trail[], group: number, walk: Walk): void {
  const numbers = new Map<number, number>()
  for (const cell of tableCells(element)) {
    const row = numbers.get(cell.row) ?? walk.sheet.row()
    numbers.set(cell.row, row)
    within(cell.element, { kind: 'cell', trail: [...lead, ...cell.trail], group, row }, walk)
  }
}

function details(element: Element, walk: Walk): void {
  within(element, { kind: 'paragraph' }, walk)
}

function summary(element: Element, walk: Walk): void {
  const text = textWithin(element, { kind: 'line' }, walk)
  if (text === '') return
  walk.frame.own = ownTrail(text)
  // In Markdown the answer stands outside the HTML that asks.
  if (isQuestion(text)) walk.question = text
}

function lineBreak(element: Element, walk: Walk): void {
  if (walk.afterBreak) return flush(walk)
  const place = element.sourceCodeLocation
  if (place) walk.pending.instead(' ', place.startOffset + walk.base, place.endOffset - place.startOffset)
  walk.afterBreak = true
}

const special: Readonly<Record<string, (element: Element, walk: Walk) => void>> = {
  ul: list, ol: list, menu: list, dl: definitions, table, details, summary, br: lineBreak,
  li: (element, walk) => within(element, { kind: 'item' }, walk),
  blockquote: (element, walk) => within(element, { kind: 'quote', quoted: true }, walk),
  title: (element, walk) => within(element, { kind: 'line' }, walk),
  pre: (element, walk) => {
    if (!elementsOf(element).some((child) => child.tagName === 'code')) within(element, {}, walk)
  },
}

const saidAttributes = ['title', 'aria-label', 'placeholder']

function attributes(element: Element, walk: Walk): void {
  const { tagName } = element
  if (tagName === 'img') {
    const alt = attributeProse(element, 'alt', walk.source, walk.base)
    for (const run of alt?.runs ?? []) walk.pending.instead(alt?.text.slice(run.at, run.at + run.length) ?? '', run.source, run.sourceLength)
  }
  const isButton = tagName === 'input' && /^(?:submit|button|reset)$/i.test(attribute(element, 'type') ?? '')
  for (const name of isButton ? [...saidAttributes, 'value'] : saidAttributes) {
    const prose = attributeProse(element, name, walk.source, walk.base)
    if (prose) walk.sheet.add({ kind: 'line', prose, trail: trailOf(walk) })
  }
  const meta = tagName === 'meta' ? (attribute(element, 'name') ?? attribute(element, 'property') ?? '') : ''
  if (!/^(?:og:)?description$/i.test(meta)) return
  const prose = attributeProse(element, 'content', walk.source, walk.base)
  if (prose) walk.sheet.add({ kind: 'field', prose, trail: [{ kind: 'key', text: 'description' }] })
}

function script(element: Element, walk: Walk): void {
  const text = element.childNodes[0]
  if (!/^application\/ld\+json\b/i.test(attribute(element, 'type') ?? '') || !text?.sourceCodeLocation) return
  const { startOffset, endOffset } = text.sourceCodeLocation
  schemaInto(walk.sheet, walk.source, startOffset + walk.base, endOffset + walk.base)
}

function visit(element: Element, walk: Walk): void {
  const { tagName } = element
  if (tagName === 'script') return script(element, walk)
  if (isUnseen(element)) return
  attributes(element, walk)
  const language = attribute(element, 'lang')
  const isOwn = language && tagName !== 'html' && language !== walk.frame.language
  const isBold = tagName === 'b' || tagName === 'strong'
  const outer = walk.frame
  if (isOwn) {
    if (blockTags.has(tagName)) flush(walk)
    walk.frame = { ...outer, language }
  }
  if (isBold) walk.bold++
  const heading = /^h([1-6])$/.exec(tagName)
  if (heading) within(element, { kind: 'heading', level: Number(heading[1]) }, walk)
  else if (Object.hasOwn(special, tagName)) special[tagName]?.(element, walk)
  else if (blockTags.has(tagName)) block(element, walk)
  else children(element, walk)
  if (isBold) walk.bold--
  // A lasting change, such as the summary that details open with, is kept.
  if (isOwn) {
    if (walk.frame.own && !outer.own) outer.own = walk.frame.own
    walk.frame = outer
  }
}

/** A paragraph or division: its texts are separate, but belong where it stands. */
function block(element: Element, walk: Walk): void {
  flush(walk)
  children(element, walk)
  flush(walk)
}

/** The part of a file that is HTML, and what stands above it. */
export interface HtmlPart {
  readonly start: number
  readonly end: number
  readonly trail: readonly Trail[]
  readonly quoted?: boolean
}

/** Reads a piece of HTML inside Markdown; gives the question with which it ends, if any. */
export function htmlInto(sheet: Sheet, source: string, part: HtmlPart): string | undefined {
  const fragment = parseFragment(source.slice(part.start, part.end), { sourceCodeLocationInfo: true })
  return fill(sheet, fragment, { source, base: part.start, above: part.trail }, part.quoted).question
}

/** Reads a page; gives the language that it states. */
export function pageInto(sheet: Sheet, source: string): string | undefined {
  const page = parse(source, { sourceCodeLocationInfo: true })
  for (const comment of commentsIn(page)) sheet.comments.push(comment)
  fill(sheet, page, { source, base: 0, above: [] })
  const html = page.childNodes.find((node): node is Element => tree.isElementNode(node))
  return html && attribute(html, 'lang')
}

function fill(sheet: Sheet, root: Tree.ParentNode, at: Pick<Walk, 'source' | 'base' | 'above'>, quoted = false): Walk {
  const frame: Frame = { kind: quoted ? 'quote' : 'paragraph', trail: [], ...(quoted ? { quoted } : {}) }
  const walk: Walk = { ...at, sheet, sections: sections(), frame, pending: proseBuilder(), bold: 0, isPlain: false, afterBreak: false }
  children(root, walk)
  flush(walk)
  return walk
}
