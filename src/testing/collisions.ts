import type { Pack } from '../model/pack.js'
import { splitByLanguage } from '../packs/lists.js'

/** A prefix of one word in a word list, and the dictionary words that it meets by more than an ending. */
export interface Collision {
  /** The list's key, such as `concept:return`. */
  readonly key: string
  readonly prefix: string
  readonly words: readonly string[]
}

/** Where the words begin that start so, in a sorted list. */
function firstAt(words: readonly string[], prefix: string): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] as string) < prefix) low = middle + 1
    else high = middle
  }
  return low
}

function metBy(words: readonly string[], prefix: string): string[] {
  const out: string[] = []
  for (let i = firstAt(words, prefix); words[i]?.startsWith(prefix); i++) out.push(words[i] as string)
  return out
}

/** Is the word taken back by a look-alike of the same list? */
const excluded = (word: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => pattern.startsWith('!') && (pattern.endsWith('*') ? word.startsWith(pattern.slice(1, -1)) : word === pattern.slice(1)))

/**
 * Finds what the one-word prefixes of a language's lists (`vrát*`) meet in a dictionary beside forms of the word itself.
 * `dictionary` is sorted and in small letters; `endings` are the language's own.
 */
export function collisionsOf(pack: Pack, tag: string, dictionary: readonly string[], endings: readonly string[]): Collision[] {
  const known = new Set(['', ...endings])
  return Object.entries(splitByLanguage(pack).words[tag] ?? {}).flatMap(([key, patterns]) => patterns.flatMap((pattern) => {
    const prefix = /^(\p{L}+)\*$/u.exec(pattern)?.[1]?.toLowerCase()
    if (prefix === undefined) return []
    const words = metBy(dictionary, prefix).filter((word) => !known.has(word.slice(prefix.length)) && !excluded(word, patterns))
    return words.length > 0 ? [{ key, prefix, words }] : []
  }))
}
