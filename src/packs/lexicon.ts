import type { Hit, Lexicon } from '../model/lexicon.js'
import type { CompiledLists, Lists } from '../model/pack.js'
import type { QuantityHit } from '../model/quantity.js'
import type { Sentence, Token } from '../model/token.js'
import { compileLists } from './compile-lists.js'
import { beginsAt, type Entry, type Firsts, follow, type Text } from './follow.js'
import { compilePattern } from './pattern.js'
import { type Row, type Sieve, sieve } from './sieve.js'
import { type State, stateOf } from './state.js'
import { type Triggers, triggersOf } from './triggers.js'

type Tokenize = (text: string) => readonly Token[]

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
  const entries: (Entry | undefined)[] = new Array<Entry | undefined>(sources.length)
  const entry = (id: number): Entry => (entries[id] ??= entryOf(id, sources[id] as readonly [string, string], tokenize))
  const triggers = triggersOf(parts)
  // Sentence number in which a pattern was last given a chance; cheaper than a set per sentence.
  const stamps = new Int32Array(sources.length)
  const words = sieve()
  let sentences = 0
  return {
    match: (tokens, sentence, quantities) => {
      sentences++
      const first = (id: number): boolean => stamps[id] !== sentences && (stamps[id] = sentences) > 0
      words.read(tokens, sentence)
      return matchAll(tokens, sentence, quantities, { triggers, entry, first, words })
    },
  }
}

function entryOf(id: number, [key, source]: readonly [string, string], tokenize: Tokenize): Entry {
  const { nodes, atStart, atEnd, negative } = compilePattern(source, tokenize)
  const start = stateOf(nodes)
  return { id, key, cue: key.startsWith('cue:') ? key.slice(4) : undefined, start, firsts: firstsOf(start), atStart, atEnd, negative }
}

/** What is left after an optional first word may be nothing at all; by itself that finds nothing. */
function firstsOf(start: State): Firsts {
  const [words, prefixes, lists]: [string[], string[], string[]] = [[], [], []]
  let slot = false
  // what follows a choice is shared by all of its options, and would be met once for each way to it
  const met = new Set<State>()
  const visit = (state: State): void => {
    if (met.has(state)) return
    met.add(state)
    if (state.type === 'word') words.push(state.norm)
    else if (state.type === 'prefix') prefixes.push(state.norm)
    else if (state.type === 'list') lists.push(state.id)
    else if (state.type === 'slot') slot = true
    else if (state.type === 'split') state.options.forEach(visit)
  }
  visit(start)
  return { words, prefixes, lists, slot }
}

interface Shelf {
  readonly triggers: Triggers
  readonly entry: (id: number) => Entry
  /** True when a pattern is met for the first time in this sentence. */
  readonly first: (id: number) => boolean
  readonly words: Sieve
}

/** The patterns that a sentence gives a chance, with those that wait for a list of which a pattern has one. */
function chances(tokens: readonly Token[], { from, to }: Sentence, quantities: readonly QuantityHit[], { triggers, entry, first, words }: Shelf): Entry[] {
  const met: Entry[] = []
  const lists = new Set<string>()
  const add = (id: number): void => {
    if (first(id)) met.push(entry(id))
  }
  const meet = (row: Row): void => words.pass(row, add)
  for (let i = from; i < to; i++) meet(triggers.byWord((tokens[i] as Token).norm))
  if (quantities.length > 0) {
    for (const dimension of new Set(quantities.map((hit) => hit.quantity.dimension))) meet(triggers.by(`s:${dimension}`))
    meet(triggers.by('s:number'))
  }
  for (let i = 0; i < met.length; i++) {
    const { cue } = met[i] as Entry
    if (cue === undefined || lists.has(cue)) continue
    lists.add(cue)
    meet(triggers.by(`l:${cue}`))
  }
  return met.sort((a, b) => a.id - b.id)
}

function matchAll(tokens: readonly Token[], sentence: Sentence, quantities: readonly QuantityHit[], shelf: Shelf): Hit[] {
  const { from, to } = sentence
  const met = chances(tokens, sentence, quantities, shelf)
  const slots = quantities.length > 0 ? new Map(quantities.map((hit) => [hit.firstToken, hit])) : NO_SLOTS
  const text: Text = { tokens, from, to, slots, lists: listsOf(met), ends: new Map(), tried: { ways: 0, dead: new Map() } }
  const found: Found[] = []
  const taken: Found[] = []
  const places = placesOf(tokens, sentence)
  for (const entry of met) {
    const look = (at: number): void => {
      const hit = hitAt(text, entry, at)
      if (hit) (entry.negative ? taken : found).push(hit)
    }
    if (!beginsWithWord(entry.firsts)) for (let at = from; at < to; at++) if (beginsAt(text, entry.firsts, at)) look(at)
    if (beginsWithWord(entry.firsts)) for (const word of entry.firsts.words) places.get(word)?.forEach(look)
  }
  const hits = taken.length === 0 ? found : found.filter((hit) => !taken.some((not) => not.entry.key === hit.entry.key && not.from < hit.to && hit.from < not.to))
  return distinct(hits.sort((a, b) => a.from - b.from || a.entry.id - b.entry.id))
}

/** Where each word of a sentence stands: a hundred patterns begin with one of twenty words. */
function placesOf(tokens: readonly Token[], { from, to }: Sentence): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (let at = from; at < to; at++) {
    const { norm } = tokens[at] as Token
    const list = places.get(norm)
    if (list) list.push(at)
    else places.set(norm, [at])
  }
  return places
}

const beginsWithWord = ({ prefixes, lists, slot }: Firsts): boolean => prefixes.length === 0 && lists.length === 0 && !slot

const NO_SLOTS: Text['slots'] = new Map()

/** The patterns of each cue list that the sentence gives a chance. */
function listsOf(met: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const lists = new Map<string, Entry[]>()
  for (const one of met) {
    if (one.cue === undefined || one.negative) continue
    const list = lists.get(one.cue)
    if (list) list.push(one)
    else lists.set(one.cue, [one])
  }
  return lists
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
