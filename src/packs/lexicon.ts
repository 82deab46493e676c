import type { Token, Sentence } from '../model/token.js'
import type { QuantityHit } from '../model/quantity.js'
import type { Hit, Lexicon } from '../model/lexicon.js'
import { type Pattern, compilePattern } from './pattern.js'
import { ACCEPT, type State, stateOf } from './state.js'

interface Entry {
  readonly key: string
  readonly pattern: Pattern
  readonly start: State
}

/** Entries by what their first element can be, so that a token meets only the patterns that can start with it. */
interface Index {
  readonly words: Map<string, Entry[]>
  readonly prefixes: Map<string, Entry[]>
  readonly slots: Entry[]
  longest: number
  readonly known: Map<string, readonly Entry[]>
}

interface Text {
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
  readonly slots: ReadonlyMap<number, QuantityHit>
  /** Where the words of a list end that start at a token: `<customer>` stands in many patterns and is looked up once. */
  readonly ends: Map<string, readonly number[]>
}

const newIndex = (): Index => ({ words: new Map(), prefixes: new Map(), slots: [], longest: 0, known: new Map() })

/** Marks that do not break a phrase: quotation marks, brackets and commas. Everything else divides. */
const THIN = new Set([',', '"', '“', '”', '„', '«', '»', '(', ')', '‘', '’', "'", '*', '_'])

const MOST_KNOWN_WORDS = 50_000

function put(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key)
  if (!list) map.set(key, [entry])
  else if (!list.includes(entry)) list.push(entry)
}

/** Builds the lexicon of one language from its lists of patterns. Throws an Error that names list and pattern. */
export function buildLexicon(lists: ReadonlyMap<string, readonly string[]>, tokenize: (text: string) => readonly Token[]): Lexicon {
  const indexes = new Map<string, Index>()
  const all = newIndex()
  const compiled = new Map<string, Entry[]>()
  for (const [key, sources] of lists) compiled.set(key, sources.map((source) => entryOf(key, source, tokenize)))
  for (const [key, entries] of compiled) {
    const own = key.startsWith('cue:') ? newIndex() : undefined
    if (own) indexes.set(key.slice(4), own)
    for (const entry of entries) {
      for (const target of own && !entry.pattern.negative ? [all, own] : [all]) place(target, entry, compiled)
    }
  }
  return { match: (tokens, sentence, quantities) => matchAll(all, indexes, tokens, sentence, quantities) }
}

function entryOf(key: string, source: string, tokenize: (text: string) => readonly Token[]): Entry {
  try {
    const pattern = compilePattern(source, tokenize)
    return { key, pattern, start: stateOf(pattern.nodes) }
  } catch (error) {
    throw new Error(`${key}: ${(error as Error).message}`)
  }
}

/** Files an entry under everything that its pattern can begin with; a leading choice becomes an entry for each option. */
function place(index: Index, entry: Entry, compiled: ReadonlyMap<string, Entry[]>): void {
  const { start } = entry
  if (start.type === 'split') for (const option of start.options) place(index, { ...entry, start: option }, compiled)
  else if (start.type === 'word') put(index.words, start.norm, entry)
  else if (start.type === 'prefix') {
    put(index.prefixes, start.norm, entry)
    index.longest = Math.max(index.longest, start.norm.length)
  } else if (start.type === 'slot') index.slots.push(entry)
  else if (start.type === 'list') placeUnderList(index, entry, start.id, compiled, new Set())
  // What is left after an optional first word may be nothing at all; by itself it finds nothing.
}

/** A pattern that begins with `<list>` is filed under the first words of the list's own patterns. */
function placeUnderList(index: Index, entry: Entry, id: string, compiled: ReadonlyMap<string, Entry[]>, seen: Set<string>): void {
  const members = compiled.get(`cue:${id}`)
  if (!members) throw new Error(`${entry.key}: <${id}> is no list of rules/cues.`)
  if (seen.has(id)) throw new Error(`${entry.key}: <${id}> refers to itself.`)
  const under = (state: State): void => {
    if (state.type === 'split') state.options.forEach(under)
    else if (state.type === 'word') put(index.words, state.norm, entry)
    else if (state.type === 'list') placeUnderList(index, entry, state.id, compiled, new Set([...seen, id]))
    else if (state.type === 'prefix') {
      put(index.prefixes, state.norm, entry)
      index.longest = Math.max(index.longest, state.norm.length)
    }
  }
  for (const member of members) if (!member.pattern.negative) under(member.start)
}

/** The entries that can begin with this word; remembered, since texts repeat their words. */
function candidates(index: Index, norm: string): readonly Entry[] {
  const known = index.known.get(norm)
  if (known) return known
  const found = new Set(index.words.get(norm) ?? [])
  for (let length = Math.min(norm.length, index.longest); length > 0; length--) {
    for (const entry of index.prefixes.get(norm.slice(0, length)) ?? []) found.add(entry)
  }
  const list = [...found]
  if (index.known.size < MOST_KNOWN_WORDS) index.known.set(norm, list)
  return list
}

function matchAll(index: Index, lists: ReadonlyMap<string, Index>, tokens: readonly Token[], sentence: Sentence, quantities: readonly QuantityHit[]): Hit[] {
  const slots = new Map(quantities.map((hit) => [hit.firstToken, hit]))
  const text: Text = { tokens, from: sentence.from, to: sentence.to, slots, ends: new Map() }
  const hits: Hit[] = []
  const taken: Hit[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i] as Token
    const entries = candidates(index, token.norm)
    for (const entry of slots.has(i) ? [...entries, ...index.slots] : entries) {
      if (entry.pattern.atStart && !startsSentence(text, i)) continue
      const to = follow(text, lists, entry.start, i)
      if (entry.pattern.atEnd && to > i && !endsSentence(text, to)) continue
      if (to > i && !entry.pattern.negative && !known(hits, entry.key, i, to)) hits.push({ key: entry.key, from: i, to })
      if (to > i && entry.pattern.negative) taken.push({ key: entry.key, from: i, to })
    }
  }
  return taken.length === 0 ? hits : hits.filter((hit) => !taken.some((not) => not.key === hit.key && not.from < hit.to && hit.from < not.to))
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

/** Passes over thin marks (quotes, brackets, commas). */
function overThin(text: Text, at: number): number {
  let i = at
  while (i < text.to && (text.tokens[i] as Token).kind === 'mark' && THIN.has((text.tokens[i] as Token).norm)) i++
  return i
}

/** Follows a pattern from token `at` on; gives the token after the match, or -1. Shortest gaps and longest options first. */
function follow(text: Text, lists: ReadonlyMap<string, Index>, start: State, at: number): number {
  let state = start
  let i = at
  while (state.type !== 'accept') {
    if (state.type === 'split') return firstOf(text, lists, state.options, i)
    if (i > at) i = overThin(text, i)
    if (state.type === 'gap') return gap(text, lists, state.next, i, state.most)
    if (i >= text.to) return -1
    if (state.type === 'list') return firstEnd(text, lists, state.next, ends(text, lists, state.id, i))
    if (state.type === 'slot') {
      const hit = text.slots.get(i)
      if (!hit || (state.dimension !== 'number' && hit.quantity.dimension !== state.dimension)) return -1
      i = hit.lastToken
    } else {
      if (!fits(state, text.tokens[i] as Token)) return -1
      i++
    }
    state = state.next
  }
  return i
}

type Single = Extract<State, { readonly type: 'word' | 'prefix' | 'any' }>

function fits(state: Single, token: Token): boolean {
  if (state.type === 'any') return token.kind !== 'mark'
  return state.type === 'word' ? token.norm === state.norm : token.norm.startsWith(state.norm)
}

function firstOf(text: Text, lists: ReadonlyMap<string, Index>, options: readonly State[], at: number): number {
  for (const option of options) {
    const end = follow(text, lists, option, option === ACCEPT ? at : overThin(text, at))
    if (end >= 0) return end
  }
  return -1
}

function firstEnd(text: Text, lists: ReadonlyMap<string, Index>, next: State, starts: readonly number[]): number {
  for (const start of starts) {
    const end = next === ACCEPT ? start : follow(text, lists, next, overThin(text, start))
    if (end >= 0) return end
  }
  return -1
}

function gap(text: Text, lists: ReadonlyMap<string, Index>, next: State, at: number, most: number): number {
  let i = at
  for (let words = 0; words <= most && i <= text.to; words++) {
    const end = follow(text, lists, next, i)
    if (end >= 0) return end
    i = overThin(text, i)
    if (i >= text.to || (text.tokens[i] as Token).kind === 'mark') return -1
    i++
  }
  return -1
}

/** Where the words of a list end that start at a token, longest first. */
function ends(text: Text, lists: ReadonlyMap<string, Index>, id: string, at: number): readonly number[] {
  const memo = `${id} ${at}`
  const known = text.ends.get(memo)
  if (known) return known
  const index = lists.get(id)
  const found = new Set(index ? candidates(index, (text.tokens[at] as Token).norm).map((entry) => follow(text, lists, entry.start, at)).filter((end) => end > at) : [])
  const list = [...found].sort((a, b) => b - a)
  text.ends.set(memo, list)
  return list
}
