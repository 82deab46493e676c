import type { Recogniser } from '../model/language.js'
import type { Sight } from '../model/pack.js'
import { bare } from './bare.js'
import { tokenize } from './tokenize.js'

/** How much each kind of evidence in one word counts. Own measurements on short lines; a word of the list says most. */
const WORD = 1
const BARE_WORD = 0.7
const ENDING = 0.35
const TELLING = 1
const FOREIGN_LETTER = -1.5
/** So much better than the next must a language be to be named. */
const CLEAR = 0.6
/** Words of a text that are looked at; more make no better guess. */
const MOST_WORDS = 400
const LEAST_ENDING = 4

interface Language {
  readonly tag: string
  readonly alphabet: ReadonlySet<string>
  readonly telling: ReadonlySet<string>
}

/** word → the languages that have it, with what it is worth: less, the more of them share it. */
type Shares = ReadonlyMap<string, readonly (readonly [number, number])[]>

function shares(sights: readonly Sight[], words: (sight: Sight) => readonly string[], worth: number): Shares {
  const owners = new Map<string, Set<number>>()
  sights.forEach((sight, i) => words(sight).forEach((word) => owners.set(word, (owners.get(word) ?? new Set()).add(i))))
  return new Map([...owners].map(([word, indexes]) => [word, [...indexes].map((i) => [i, worth / indexes.size ** 0.5] as const)]))
}

/**
 * Makes a recogniser of languages from what a page of them looks like: letters, frequent words, endings. It sees whole words
 * only, so it is right on short lines where n-gram counters are not, and knows no more languages than it was given.
 */
export function recogniser(sights: Readonly<Record<string, Sight>>): Recogniser {
  const all = Object.values(sights)
  const languages = Object.entries(sights).map(([tag, sight]): Language => ({ tag, alphabet: new Set(sight.alphabet), telling: new Set(sight.telling) }))
  const words = shares(all, (sight) => sight.words.map((word) => word.replaceAll('ё', 'е')), WORD)
  const folded = shares(all, (sight) => [...new Set(sight.words.map(bare))], BARE_WORD)
  const endings = shares(all, (sight) => sight.endings, ENDING)
  return (text, expected) => {
    const scores = languages.map(({ tag }) => (tag === expected ? CLEAR : 0))
    let seen = 0
    for (const { kind, norm } of tokenize(text)) {
      if (kind !== 'word') continue
      addWord(norm, scores, languages, { words, folded, endings })
      if (++seen >= MOST_WORDS) break
    }
    return clearest(scores, languages)
  }
}

function addWord(norm: string, scores: number[], languages: readonly Language[], lists: { readonly words: Shares; readonly folded: Shares; readonly endings: Shares }): void {
  const add = (found: Shares, key: string): boolean => {
    const hits = found.get(key)
    for (const [i, worth] of hits ?? []) scores[i] = (scores[i] ?? 0) + worth
    return hits !== undefined
  }
  if (!add(lists.words, norm)) add(lists.folded, norm)
  for (let at = Math.max(1, norm.length - LEAST_ENDING); at <= norm.length - 2 && norm.length > LEAST_ENDING; at++) if (add(lists.endings, norm.slice(at))) break
  languages.forEach(({ alphabet, telling }, i) => {
    let worth = 0
    for (const letter of norm) {
      if (telling.has(letter)) worth = Math.max(worth, TELLING)
      else if (letter !== "'" && letter > '9' && !alphabet.has(letter)) worth = FOREIGN_LETTER
      if (worth === FOREIGN_LETTER) break
    }
    scores[i] = (scores[i] ?? 0) + worth
  })
}

function clearest(scores: readonly number[], languages: readonly Language[]): string | undefined {
  let [best, next] = [0, 0]
  let found: string | undefined
  scores.forEach((score, i) => {
    if (score > best) [next, best, found] = [best, score, languages[i]?.tag]
    else next = Math.max(next, score)
  })
  return best - next >= CLEAR ? found : undefined
}
