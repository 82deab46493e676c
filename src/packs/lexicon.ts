import type { Hit, Lexicon } from '../model/lexicon.js'
import type { CompiledLists, Lists } from '../model/pack.js'
import type { QuantityHit } from '../model/quantity.js'
import type { Sentence, Token } from '../model/token.js'
import { compileLists } from './compile-lists.js'
import { ends, type Entry, type Firsts, follow, NONE, type Text } from './follow.js'
import { compilePattern } from './pattern.js'
import { type State, stateOf } from './state.js'

type Tokenize = (text: string) => readonly Token[]

const MOST_KNOWN_WORDS = 50_000
const NOWHERE: ReadonlyMap<string, readonly number[]> = new Map()

/** Builds the lexicon of one language from its lists of patterns. Throws an Error that names list and pattern. */
export function buildLexicon(lists: Lists, tokenize: Tokenize): Lexicon {
  return lexiconOf([compileLists(lists, tokenize)], tokenize)
}

/**
 * The lexicon of word lists that `compileLists` made. A sentence meets only the patterns whose rarest word it holds, and a pattern is
 * parsed when it is first met: a language has tens of thousands of them, a text needs a few hundred.
 */
export function lexiconOf(parts: readonly CompiledLists[], tokenize: Tokenize): Lexicon {
  const sources = parts.flatMap((part) => part.patterns)
  const triggered = triggersOf(parts)
  const entries: (Entry | undefined)[] = new Array<Entry | undefined>(sources.length)
  const entry = (id: number): Entry => (entries[id] ??= entryOf(id, sources[id] as readonly [string, string], tokenize))
  // Sentence number in which a pattern was last given a chance; cheaper than a set per sentence.
  const stamps = new Int32Array(sources.length)
  let sentences = 0
  return {
    match: (tokens, sentence, quantities) => {
      sentences++
      const first = (id: number): boolean => stamps[id] !== sentences && (stamps[id] = sentences) > 0
      return matchAll(tokens, sentence, quantities, { triggered, entry, first })
    },
  }
}

function entryOf(id: number, [key, source]: readonly [string, string], tokenize: Tokenize): Entry {
  const { nodes, atStart, atEnd, negative } = compilePattern(source, tokenize)
  const start = stateOf(nodes)
  return { id, key, start, firsts: firstsOf(start), atStart, atEnd, negative }
}

/** What is left after an optional first word may be nothing at all; by itself that finds nothing. */
function firstsOf(start: State): Firsts {
  const [words, prefixes, lists]: string[][] = [[], [], []]
  let slot = false
  const visit = (state: State): void => {
    if (state.type === 'word') words?.push(state.norm)
    else if (state.type === 'prefix') prefixes?.push(state.norm)
    else if (state.type === 'list') lists?.push(state.id)
    else if (state.type === 'slot') slot = true
    else if (state.type === 'split') state.options.forEach(visit)
  }
  visit(start)
  return { words: words as string[], prefixes: prefixes as string[], lists: lists as string[], slot }
}

interface Triggers {
  readonly by: (trigger: string) => readonly number[]
  /** The patterns that a word gives a chance; remembered, since texts repeat their words. */
  readonly byWord: (norm: string) => readonly number[]
}

function triggersOf(parts: readonly CompiledLists[]): Triggers {
  const offsets = parts.map((_, i) => parts.slice(0, i).reduce((sum, part) => sum + part.patterns.length, 0))
  const by = (trigger: string): readonly number[] => {
    const found = parts.flatMap((part, i) => (part.anchors[trigger] ?? NONE).map((id) => id + (offsets[i] as number)))
    return found.length === 0 ? NONE : found
  }
  const known = new Map<string, readonly number[]>()
  const byWord = (norm: string): readonly number[] => {
    const before = known.get(norm)
    if (before) return before
    const found = [...by(`w:${norm}`)]
    for (let length = norm.length; length > 0; length--) found.push(...by(`p:${norm.slice(0, length)}`))
    if (known.size < MOST_KNOWN_WORDS) known.set(norm, found)
    return found
  }
  return { by, byWord }
}

interface Shelf {
  readonly triggered: Triggers
  readonly entry: (id: number) => Entry
  /** True when a pattern is met for the first time in this sentence. */
  readonly first: (id: number) => boolean
}

/** The patterns that a sentence gives a chance, with those that wait for a list of which a pattern has one. */
function chances(tokens: readonly Token[], { from, to }: Sentence, quantities: readonly QuantityHit[], { triggered, entry, first }: Shelf): Entry[] {
  const met: Entry[] = []
  const lists = new Set<string>()
  const meet = (ids: readonly number[]): void => {
    for (const id of ids) if (first(id)) met.push(entry(id))
  }
  for (let i = from; i < to; i++) meet(triggered.byWord((tokens[i] as Token).norm))
  for (const dimension of new Set(quantities.map((hit) => hit.quantity.dimension))) meet(triggered.by(`s:${dimension}`))
  if (quantities.length > 0) meet(triggered.by('s:number'))
  for (let i = 0; i < met.length; i++) {
    const { key } = met[i] as Entry
    if (!key.startsWith('cue:') || lists.has(key)) continue
    lists.add(key)
    meet(triggered.by(`l:${key.slice(4)}`))
  }
  return met.sort((a, b) => a.id - b.id)
}

function matchAll(tokens: readonly Token[], sentence: Sentence, quantities: readonly QuantityHit[], shelf: Shelf): Hit[] {
  const met = chances(tokens, sentence, quantities, shelf)
  const lists = new Map<string, Entry[]>()
  for (const one of met) {
    if (!one.key.startsWith('cue:') || one.negative) continue
    const list = lists.get(one.key.slice(4))
    if (list) list.push(one)
    else lists.set(one.key.slice(4), [one])
  }
  const text: Text = { tokens, from: sentence.from, to: sentence.to, slots: new Map(quantities.map((hit) => [hit.firstToken, hit])), lists, ends: new Map() }
  const places = placesOf(text)
  const found: Found[] = []
  for (const entry of met) {
    for (const at of startsOf(text, entry.firsts, places)) {
      const hit = hitAt(text, entry, at)
      if (hit) found.push(hit)
    }
  }
  const taken = found.filter(({ entry }) => entry.negative)
  const hits = found.filter(({ entry, from, to }) => !entry.negative && !taken.some((not) => not.entry.key === entry.key && not.from < to && from < not.to))
  return distinct(hits.sort((a, b) => a.from - b.from || a.entry.id - b.entry.id))
}

interface Found {
  readonly entry: Entry
  readonly from: number
  readonly to: number
}

function hitAt(text: Text, entry: Entry, from: number): Found | undefined {
  if (entry.atStart && !startsSentence(text, from)) return undefined
  const to = follow(text, entry.start, from)
  return to <= from || (entry.atEnd && !endsSentence(text, to)) ? undefined : { entry, from, to }
}

/** Where each word of the sentence stands. */
function placesOf({ tokens, from, to }: Text): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (let i = from; i < to; i++) {
    const { norm } = tokens[i] as Token
    const known = places.get(norm)
    if (known) known.push(i)
    else places.set(norm, [i])
  }
  return places
}

/** The tokens at which a pattern could begin. */
function startsOf(text: Text, { words, prefixes, lists, slot }: Firsts, places: ReadonlyMap<string, readonly number[]>): Iterable<number> {
  if (words.length === 1 && prefixes.length === 0 && lists.length === 0 && !slot) return places.get(words[0] as string) ?? NONE
  const out = new Set<number>()
  for (const word of words) for (const at of places.get(word) ?? NONE) out.add(at)
  for (const [norm, positions] of prefixes.length > 0 ? places : NOWHERE) if (prefixes.some((prefix) => norm.startsWith(prefix))) for (const at of positions) out.add(at)
  for (const id of lists) for (let at = text.from; at < text.to; at++) if (ends(text, id, at).length > 0) out.add(at)
  if (slot) for (const at of text.slots.keys()) out.add(at)
  return out
}

/** The hits in reading order, each once: several patterns of one list may find the same words. */
function distinct(found: readonly Found[]): Hit[] {
  const hits: Hit[] = []
  for (const { entry: { key }, from, to } of found) if (!known(hits, key, from, to)) hits.push({ key, from, to })
  return hits
}

/** Whether the hit was found already; hits with the same start stand together at the end. */
function known(hits: readonly Hit[], key: string, from: number, to: number): boolean {
  for (let i = hits.length - 1; i >= 0 && hits[i]?.from === from; i--) if (hits[i]?.key === key && hits[i]?.to === to) return true
  return false
}

function startsSentence(text: Text, at: number): boolean {
  for (let i = text.from; i < at; i++) if ((text.tokens[i] as Token).kind === 'word' || (text.tokens[i] as Token).kind === 'number') return false
  return true
}

function endsSentence(text: Text, at: number): boolean {
  for (let i = at; i < text.to; i++) if ((text.tokens[i] as Token).kind !== 'mark') return false
  return true
}
