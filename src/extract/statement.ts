import type { Label, Mark, Statement } from '../model/claim.js'
import type { Block, Document, Side } from '../model/document.js'
import type { Quantity } from '../model/quantity.js'
import { sourceSpan, type Span } from '../model/text.js'
import { bareAmount, keysAsSentence } from './bare.js'
import { claimsOf } from './claims.js'
import { withEmphasis } from './emphasis.js'
import { withHours } from './hours.js'
import { kindOf } from './kind.js'
import type { Kit, Reader } from './kit.js'
import { type Clause, type Lexed, keysOf, split } from './lexed.js'
import { cuesAbove, readName, type TrailInfo } from './trail.js'

/** Where a block stands in its document. */
export interface Position {
  readonly block: number
  readonly passage: number
  readonly section: number
  readonly group?: number
  readonly address?: string
}

interface Context {
  readonly document: Document
  readonly language: string
  readonly position: Position
  readonly kit: Kit
  readonly reader: Reader
  readonly trail: readonly TrailInfo[]
  /** Concept keys of the other cells of the row. */
  readonly mates: ReadonlySet<string>
}

/** How much the sentences before count, in the same block: "It costs nothing" speaks of what stood before. */
const BEFORE = [0.55, 0.3, 0.2]
/** How much the other cells of the row count. */
const MATE = 0.5
/** A measure that only the heading or row tells counts a little less. */
const MEASURE_ABOVE = 0.8
/** "Don't bring it up": a short sentence with a pronoun speaks of what stood before it. */
const LEANING = 0.9
const FEW = 4
const MARKS = new Set(['rule', 'unless', 'near', 'part', 'about', 'term', 'banned'])
/** A prohibition reaches so many words ahead, unless the sentence turns. */
const REACH = 14

const QUOTES = new Set(['"', '“', '„', '«', '‘'])
const isQuoted = (lexed: Lexed, clause: Clause): boolean => QUOTES.has(lexed.tokens[clause.from]?.norm ?? '')

const leans = (clause: Clause, own: ReadonlyMap<string, number>): boolean =>
  clause.goesOn || ordersOfIt(clause) || (clause.hits.some((hit) => hit.key === 'cue:pronoun') && own.size <= FEW)

/** Orders that take something from a promise. */
const ORDERS: ReadonlySet<string> = new Set(['cue:secrecy', 'cue:approval'])

/** "Don't bring it up at the sale": what the order is about stood before it, however much it goes on to say. */
const ordersOfIt = ({ hits }: Clause): boolean =>
  hits.some((order) => ORDERS.has(order.key) && hits.some((hit) => hit.key === 'cue:pronoun' && order.from < hit.from && hit.to <= order.to))

const LEADING: ReadonlySet<string> = new Set(['item', 'row', 'column', 'key'])
/** The keys near a text tell what it is; those further out tell where it is filed. */
const KEYS = 2
/** A sentence needs nothing before it, but the question that it answers. */
const isSentence = (text: string): boolean => /[.!?…]["'”’)]?$/.test(text) && text.split(' ').length > 4

/**
 * What people must read before a cell, a field or an item; of documents for staff nobody has to read it alone. The header
 * above the row's name tells nothing new.
 */
function leadOf({ trail }: Block, side: Side, quote: string): string | undefined {
  if (side === 'do') return undefined
  const question = trail.findLast((step) => step.kind === 'question')
  const steps = trail.filter((step, i) => LEADING.has(step.kind) && trail[i + 1]?.kind !== 'row')
  const keys = steps.filter((step) => step.kind === 'key').slice(-KEYS)
  const leading = question ? [question] : isSentence(quote) ? [] : steps.filter((step) => step.kind !== 'key' || keys.includes(step))
  return leading.length > 0 ? leading.map((step) => step.text).join(' · ').replace(/\s+/g, ' ').trim() : undefined
}

/** The statements of one block, in order. */
export function statementsOf(block: Block, lexed: Lexed, context: Context): Statement[] {
  const done: { keys: ReadonlyMap<string, number>; question: boolean }[] = []
  let avoiding = false
  return withEmphasis(lexed.clauses.map((lexedClause) => {
    const clause = withAmounts(lexed, lexedClause, context)
    const keys = keysOf(lexed, clause, [clause.from, clause.to], context.kit, context.reader)
    const trail = keys.size === 0 && clause.quantities.length > 0 ? keysAsSentence(context.trail) : context.trail
    const weights = new Map(keys)
    const before = new Map<string, number>()
    const raise = (key: string, weight: number): void => void weights.set(key, Math.max(weight, weights.get(key) ?? 0))
    for (const key of context.mates) raise(key, MATE)
    for (const step of trail) for (const [key, weight] of step.keys) raise(key, weight * step.weight)
    const near = leans(clause, keys) ? [LEANING, ...BEFORE.slice(1)] : BEFORE
    done.slice(-BEFORE.length).reverse().forEach((earlier, i) => {
      for (const [key, weight] of earlier.keys) {
        raise(key, weight * (near[i] as number))
        if (key.startsWith('#')) before.set(key.slice(1), Math.max(BEFORE[i] as number, before.get(key.slice(1)) ?? 0))
      }
    })
    const asked = done.at(-1)?.question ? [...(done.at(-1)?.keys.keys() ?? [])] : []
    done.push({ keys, question: clause.question })
    const kind = kindOf(clause, block, context.trail, context.document.side)
    // "Never say: 'A.' 'B.'": the second quotation is as unwanted as the first.
    avoiding = kind === 'avoided' || (avoiding && isQuoted(lexed, clause))
    const span = sourceSpan(block.prose, clause)
    const quote = lexed.text.slice(clause.start, clause.end).replace(/\s+/g, ' ').trim()
    const claims = claimsOf({ prose: block.prose, lexed, clause, trail, before, kit: context.kit, language: context.language })
    for (const { quantity } of clause.quantities) {
      const key = amountKey(quantity)
      if (key) raise(key, 1)
    }
    for (const claim of claims) if (claim.topic && claim.quantity) raise(`@${claim.topic}`, claim.evidence === 'own' ? 1 : MEASURE_ABOVE)
    return {
      file: context.document.path, side: context.document.side, tags: context.document.tags, language: context.language,
      ...context.position, span, quote, lead: leadOf(block, context.document.side, quote),
      weights, labels: labelsOf(lexed, clause, keys, asked, context),
      claims,
      quantities: clause.quantities.map((hit) => hit.quantity),
      cues: cuesOf(block, lexed, clause), above: cuesAbove(context.trail), marks: marksOf(block, lexed, clause),
      title: block.kind === 'heading' || block.kind === 'line',
      kind: avoiding ? 'avoided' : kind,
    }
  }))
}

/** Amounts that are worth looking up: the same sum or time on both sides is as good a sign as a word in common. */
const SAID_OF_MANY: ReadonlySet<Quantity['dimension']> = new Set(['count', 'date', 'age', 'schedule'])

/** `=duration:30`: so many days, such a sum, such a time of day; nothing for what counts, or comes to nothing. */
const amountKey = ({ dimension, low, high, amount }: Quantity): string | undefined =>
  SAID_OF_MANY.has(dimension) || !Number.isFinite(high) || amount[1] === 0 ? undefined : `=${dimension}:${Number(low.toPrecision(6))}-${Number(high.toPrecision(6))}`

/** "do/price-list-2026.yaml" → "price list 2026": what a document is called often tells what it holds. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '').replace(/[-_.]+/g, ' ')

/** Nobody puts more amounts into a sentence: of 30,000 in labelled companies none claims more than six. A damaged file may hold a thousand, and each would be set against each. */
const MOST_AMOUNTS = 24

/** Adds what only the lay-out tells: a unit from the key, days from the row. */
function withAmounts(lexed: Lexed, clause: Clause, { document, kit, reader, trail }: Context): Clause {
  const bare = clause.quantities.every((hit) => hit.quantity.dimension === 'count') ? bareAmount(lexed, clause, { trail, reader, name: () => readName(nameOf(document.path), reader, kit) }) : undefined
  return { ...clause, quantities: bare ? [bare] : withHours(lexed, clause, trail).slice(0, MOST_AMOUNTS) }
}

function labelsOf(lexed: Lexed, clause: Clause, own: ReadonlyMap<string, number>, asked: readonly string[], context: Context): Label[] {
  const labels: Label[] = context.trail.map((step) => ({ kind: step.kind, keys: [...step.keys.keys()] }))
  if (clause.label[1] > clause.label[0]) labels.push({ kind: 'label', keys: [...keysOf(lexed, clause, clause.label, context.kit, context.reader).keys()] })
  // "Blue Light Card in your pocket? That's 15% off": the question says for whom.
  if (asked.length > 0) labels.push({ kind: 'question', keys: asked })
  labels.push({ kind: 'own', keys: [...own.keys()] })
  return labels
}

function rangeSpan(block: Block, lexed: Lexed, from: number, to: number): Span {
  return sourceSpan(block.prose, { start: lexed.tokens[from]?.start ?? 0, end: lexed.tokens[to - 1]?.end ?? 0 })
}

function cuesOf(block: Block, lexed: Lexed, clause: Clause): Map<string, readonly Span[]> {
  const found = new Map<string, Span[]>()
  for (const hit of clause.hits) {
    const [kind, id] = split(hit.key)
    if (kind !== 'cue' || id === 'stop' || id === 'generic-noun') continue
    const spans = found.get(id)
    const span = rangeSpan(block, lexed, hit.from, hit.to)
    if (spans) spans.push(span)
    else found.set(id, [span])
  }
  return found
}

/** "Never say …" before the words, or "… is never an answer" after them. */
function forbidden(lexed: Lexed, clause: Clause, from: number, to: number): boolean {
  return clause.hits.some((hit) => {
    if (hit.key === 'cue:rejected') return hit.from >= to && hit.from - to <= REACH
    if (hit.key !== 'cue:prohibit' || hit.to > from || from - hit.to > REACH) return false
    const between = lexed.tokens.slice(hit.to, from)
    if (between.some((token) => token.norm === ':' || token.norm === '.') || clause.hits.some((turn) => turn.key === 'cue:turn' && turn.from >= hit.to && turn.to <= from)) return false
    // "If nobody is free, say …": the condition is negative, the order is not.
    return !between.some((token) => token.norm === ',') || !clause.hits.some((other) => other.key === 'cue:condition' && other.from <= hit.from && other.from >= clause.from)
  })
}

function marksOf(block: Block, lexed: Lexed, clause: Clause): Mark[] {
  return clause.hits.filter((hit) => MARKS.has(split(hit.key)[0])).map((hit) => {
    const span = rangeSpan(block, lexed, hit.from, hit.to)
    const text = lexed.text.slice(lexed.tokens[hit.from]?.start, lexed.tokens[hit.to - 1]?.end)
    return { key: hit.key, span, text, forbidden: forbidden(lexed, clause, hit.from, hit.to) }
  })
}
