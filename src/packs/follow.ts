import type { QuantityHit } from '../model/quantity.js'
import type { Token } from '../model/token.js'
import { ACCEPT, type State } from './state.js'

/** A pattern that is ready to be followed. */
export interface Entry {
  readonly id: number
  readonly key: string
  /** The cue list that it belongs to. */
  readonly cue: string | undefined
  readonly start: State
  readonly firsts: Firsts
  readonly atStart: boolean
  readonly atEnd: boolean
  readonly negative: boolean
}

/** What a pattern can begin with. */
export interface Firsts {
  readonly words: readonly string[]
  readonly prefixes: readonly string[]
  readonly lists: readonly string[]
  readonly slot: boolean
}

export interface Text {
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
  readonly slots: ReadonlyMap<number, QuantityHit>
  /** The patterns of each cue list that the sentence gives a chance. */
  readonly lists: ReadonlyMap<string, readonly Entry[]>
  /** Where the words of a list end that start at a token: `<customer>` stands in many patterns and is looked up once. */
  readonly ends: Map<string, (readonly number[] | undefined)[]>
  /** How much was tried in this sentence, and what of it led nowhere. */
  readonly tried: Tried
}

/** A pattern of many gaps and choices can be followed in more ways than there are seconds; none is followed twice from one token. */
export interface Tried {
  ways: number
  readonly dead: Map<State, Set<number>>
}

/** Hardly any sentence needs so many ways; up to here, remembering them would cost more than it saves. */
const FEW_WAYS = 2000

/** Follows a pattern, unless it was followed from this token in vain. */
function attempt(text: Text, state: State, at: number): number {
  if (++text.tried.ways <= FEW_WAYS) return follow(text, state, at)
  const dead = text.tried.dead.get(state) ?? new Set<number>()
  if (dead.has(at)) return -1
  const end = follow(text, state, at)
  if (end < 0) text.tried.dead.set(state, dead.add(at))
  return end
}

/** Marks that do not break a phrase: quotation marks, brackets and commas. Everything else divides. */
const THIN = new Set([',', '"', '“', '”', '„', '«', '»', '(', ')', '‘', '’', "'", '*', '_'])

/** No tokens, no patterns. */
export const NONE: readonly number[] = []

/** Passes over thin marks (quotes, brackets, commas). */
function overThin(text: Text, at: number): number {
  let i = at
  while (i < text.to && (text.tokens[i] as Token).kind === 'mark' && THIN.has((text.tokens[i] as Token).norm)) i++
  return i
}

/** Follows a pattern from token `at` on; gives the token after the match, or -1. Shortest gaps and longest options first. */
export function follow(text: Text, start: State, at: number): number {
  let state = start
  let i = at
  while (state.type !== 'accept') {
    if (state.type === 'split') return firstOf(text, state.options, i)
    if (i > at) i = overThin(text, i)
    if (state.type === 'gap') return gap(text, state.next, i, state.most)
    if (i >= text.to) return -1
    if (state.type === 'list') return firstEnd(text, state.next, ends(text, state.id, i))
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

/** Turns most ways away by one look at the next word, before anything is followed: nine of ten follow nowhere. */
const mayFollow = (text: Text, state: State, at: number): boolean =>
  (state.type !== 'word' && state.type !== 'prefix') || (at < text.to && fits(state, text.tokens[at] as Token))

function firstOf(text: Text, options: readonly State[], at: number): number {
  const next = overThin(text, at)
  for (const option of options) {
    if (!mayFollow(text, option, next)) continue
    const end = attempt(text, option, option === ACCEPT ? at : next)
    if (end >= 0) return end
  }
  return -1
}

function firstEnd(text: Text, next: State, starts: readonly number[]): number {
  for (const start of starts) {
    const end = next === ACCEPT ? start : attempt(text, next, overThin(text, start))
    if (end >= 0) return end
  }
  return -1
}

function gap(text: Text, next: State, at: number, most: number): number {
  let i = at
  for (let words = 0; words <= most && i <= text.to; words++) {
    const end = mayFollow(text, next, i) ? attempt(text, next, i) : -1
    if (end >= 0) return end
    i = overThin(text, i)
    if (i >= text.to || (text.tokens[i] as Token).kind === 'mark') return -1
    i++
  }
  return -1
}

/** Where the words of a list end that start at a token, longest first. */
export function ends(text: Text, id: string, at: number): readonly number[] {
  let known = text.ends.get(id)
  if (!known) text.ends.set(id, (known = []))
  return (known[at] ??= endsOf(text, id, at))
}

function endsOf(text: Text, id: string, at: number): readonly number[] {
  const found = new Set<number>()
  for (const { start, firsts } of text.lists.get(id) ?? NO_ENTRIES) {
    if (!beginsAt(text, firsts, at)) continue
    const end = follow(text, start, at)
    if (end > at) found.add(end)
  }
  return found.size === 0 ? NONE : [...found].sort((a, b) => b - a)
}

const NO_ENTRIES: readonly Entry[] = []

/** Whether a pattern could begin at a token. */
export function beginsAt(text: Text, { words, prefixes, lists, slot }: Firsts, at: number): boolean {
  const { norm } = text.tokens[at] as Token
  for (const word of words) if (word === norm) return true
  for (const prefix of prefixes) if (norm.startsWith(prefix)) return true
  return (slot && text.slots.has(at)) || (lists.length > 0 && lists.some((id) => ends(text, id, at).length > 0))
}
