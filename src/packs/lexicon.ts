import type { Token, Sentence } from '../model/token.js'
import type { QuantityHit } from '../model/quantity.js'
import type { Hit, Lexicon } from '../model/lexicon.js'
import { type Node, type Pattern, compilePattern } from './pattern.js'

interface Entry {
  readonly key: string
  readonly pattern: Pattern
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
      for (const target of own && !entry.pattern.negative ? [all, own] : [all]) place(target, entry, entry.pattern.nodes, compiled, new Set())
    }
  }
  return { match: (tokens, sentence, quantities) => matchAll(all, indexes, tokens, sentence, quantities) }
}

function entryOf(key: string, source: string, tokenize: (text: string) => readonly Token[]): Entry {
  try {
    return { key, pattern: compilePattern(source, tokenize) }
  } catch (error) {
    throw new Error(`${key}: ${(error as Error).message}`)
  }
}

/** Files an entry under everything that its pattern can begin with. */
function place(index: Index, entry: Entry, nodes: readonly Node[], compiled: ReadonlyMap<string, Entry[]>, seen: Set<string>): void {
  const first = nodes[0]
  if (!first) return
  if (first.type === 'word') put(index.words, first.norm, entry)
  else if (first.type === 'prefix') {
    put(index.prefixes, first.norm, entry)
    index.longest = Math.max(index.longest, first.norm.length)
  } else if (first.type === 'slot') {
    if (!index.slots.includes(entry)) index.slots.push(entry)
  } else if (first.type === 'list') {
    const members = compiled.get(`cue:${first.id}`)
    if (!members) throw new Error(`${entry.key}: <${first.id}> is no list of rules/cues.`)
    if (seen.has(first.id)) throw new Error(`${entry.key}: <${first.id}> refers to itself.`)
    for (const member of members) if (!member.pattern.negative) place(index, entry, member.pattern.nodes, compiled, new Set([...seen, first.id]))
  } else if (first.type === 'either') {
    for (const option of first.options) place(index, entry, option.length > 0 ? option : nodes.slice(1), compiled, seen)
    if (first.optional) place(index, entry, nodes.slice(1), compiled, seen)
  } else throw new Error(`${entry.key}: a pattern must begin with a word.`)
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
  const text: Text = { tokens, from: sentence.from, to: sentence.to, slots }
  const hits: Hit[] = []
  const taken: Hit[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i] as Token
    const entries = candidates(index, token.norm)
    for (const entry of slots.has(i) ? [...entries, ...index.slots] : entries) {
      if (entry.pattern.atStart && !startsSentence(text, i)) continue
      const to = follow(text, lists, entry.pattern.nodes, 0, i)
      if (to > i) (entry.pattern.negative ? taken : hits).push({ key: entry.key, from: i, to })
    }
  }
  return distinct(hits.filter((hit) => !taken.some((not) => not.key === hit.key && not.from < hit.to && hit.from < not.to)))
}

function distinct(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>()
  return hits.filter((hit) => {
    const id = `${hit.key} ${hit.from} ${hit.to}`
    return seen.has(id) ? false : seen.add(id)
  })
}

function startsSentence(text: Text, at: number): boolean {
  for (let i = text.from; i < at; i++) if ((text.tokens[i] as Token).kind === 'word' || (text.tokens[i] as Token).kind === 'number') return false
  return true
}

/** Passes over thin marks (quotes, brackets, commas). */
function overThin(text: Text, at: number): number {
  let i = at
  while (i < text.to && (text.tokens[i] as Token).kind === 'mark' && THIN.has((text.tokens[i] as Token).norm)) i++
  return i
}

/** Matches `nodes[k…]` from token `at` on; gives the token after the match, or -1. Shortest gaps and longest options first. */
function follow(text: Text, lists: ReadonlyMap<string, Index>, nodes: readonly Node[], k: number, at: number): number {
  const node = nodes[k]
  if (!node) return at
  const i = k === 0 ? at : overThin(text, at)
  if (node.type === 'gap') return gap(text, lists, nodes, k, i, node.most)
  if (node.type === 'either') {
    for (const option of node.options) {
      const end = follow(text, lists, [...option, ...nodes.slice(k + 1)], 0, i)
      if (end >= 0) return end
    }
    return node.optional ? follow(text, lists, nodes, k + 1, at) : -1
  }
  if (i >= text.to) return -1
  const token = text.tokens[i] as Token
  if (node.type === 'list') return listed(text, lists, nodes, k, i, node.id)
  if (node.type === 'slot') {
    const hit = text.slots.get(i)
    return hit && (node.dimension === 'number' || hit.quantity.dimension === node.dimension) ? follow(text, lists, nodes, k + 1, hit.lastToken) : -1
  }
  const fits = node.type === 'any' ? token.kind !== 'mark' : node.type === 'word' ? token.norm === node.norm : token.norm.startsWith(node.norm)
  return fits ? follow(text, lists, nodes, k + 1, i + 1) : -1
}

function gap(text: Text, lists: ReadonlyMap<string, Index>, nodes: readonly Node[], k: number, at: number, most: number): number {
  let i = at
  for (let words = 0; words <= most && i <= text.to; words++) {
    const end = follow(text, lists, nodes, k + 1, i)
    if (end >= 0) return end
    i = overThin(text, i)
    if (i >= text.to || (text.tokens[i] as Token).kind === 'mark') return -1
    i++
  }
  return -1
}

function listed(text: Text, lists: ReadonlyMap<string, Index>, nodes: readonly Node[], k: number, at: number, id: string): number {
  const index = lists.get(id)
  if (!index) return -1
  for (const entry of candidates(index, (text.tokens[at] as Token).norm)) {
    const end = follow(text, lists, [...entry.pattern.nodes, ...nodes.slice(k + 1)], 0, at)
    if (end >= 0) return end
  }
  return -1
}
