import type { Token } from '../model/token.js'
import { tokenize } from './tokenize.js'

/** A phrase found in a text: what it stands for, and the tokens [from, to) it takes. */
export interface Match<T> {
  readonly value: T
  readonly from: number
  readonly to: number
}

/** Phrases of a word list, looked up by their first or last word; a last word may end in `*`. */
export interface Lexicon<T> {
  /** The longest phrase that starts at the token. */
  at(tokens: readonly Token[], index: number): Match<T> | undefined
  /** The longest phrase that ends just before the token. */
  before(tokens: readonly Token[], index: number): Match<T> | undefined
  /** Could a phrase start with this word? */
  starts(norm: string): boolean
}

interface Entry<T> {
  readonly words: readonly string[]
  readonly open: boolean
  readonly value: T
}

function entry<T>(phrase: string, value: T): Entry<T> {
  const open = phrase.endsWith('*') && phrase.length > 1
  return { words: tokenize(open ? phrase.slice(0, -1) : phrase).map(({ norm }) => norm), open, value }
}

function fits<T>({ words, open }: Entry<T>, tokens: readonly Token[], from: number): boolean {
  if (from < 0) return false
  const last = words.length - 1
  return words.every((word, i) => {
    const norm = tokens[from + i]?.norm
    return norm === word || (open && i === last && norm !== undefined && norm.startsWith(word))
  })
}

type Index<T> = ReadonlyMap<string, readonly Entry<T>[]>

function indexBy<T>(entries: readonly Entry<T>[], key: (entry: Entry<T>) => string): Index<T> {
  const index = new Map<string, Entry<T>[]>()
  for (const one of [...entries].sort((a, b) => b.words.length - a.words.length)) {
    const bucket = index.get(key(one))
    if (bucket) bucket.push(one)
    else index.set(key(one), [one])
  }
  return index
}

function longestPrefix<T>(index: Index<T>, norm: string): readonly Entry<T>[] {
  for (let length = norm.length; index.size > 0 && length > 1; length--) {
    const found = index.get(norm.slice(0, length))
    if (found) return found
  }
  return []
}

/** Makes a lexicon of phrases and their values. */
export function lexicon<T>(pairs: Iterable<readonly [string, T]>): Lexicon<T> {
  const entries = [...pairs].map(([phrase, value]) => entry(phrase, value)).filter(({ words }) => words.length > 0)
  const first = (one: Entry<T>): string => one.words[0] ?? ''
  const last = (one: Entry<T>): string => one.words.at(-1) ?? ''
  const stems = entries.filter((one) => one.open)
  const closed = entries.filter((one) => !one.open)
  const byFirst = indexBy([...closed, ...stems.filter((one) => one.words.length > 1)], first)
  const stemFirst = indexBy(stems.filter((one) => one.words.length === 1), first)
  const [byLast, stemLast] = [indexBy(closed, last), indexBy(stems, last)]
  const found = (one: Entry<T>, from: number): Match<T> => ({ value: one.value, from, to: from + one.words.length })
  return {
    at(tokens, index) {
      const norm = tokens[index]?.norm
      if (norm === undefined) return undefined
      const one = byFirst.get(norm)?.find((candidate) => fits(candidate, tokens, index)) ?? longestPrefix(stemFirst, norm)[0]
      return one && found(one, index)
    },
    before(tokens, index) {
      const norm = tokens[index - 1]?.norm
      if (norm === undefined) return undefined
      const start = (candidate: Entry<T>): number => index - candidate.words.length
      const test = (candidate: Entry<T>): boolean => fits(candidate, tokens, start(candidate))
      const one = byLast.get(norm)?.find(test) ?? longestPrefix(stemLast, norm).find(test)
      return one && found(one, start(one))
    },
    starts: (norm) => byFirst.has(norm) || longestPrefix(stemFirst, norm).length > 0,
  }
}
