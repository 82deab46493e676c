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
/** Texts repeat their words; to weigh each once halves the time that is spent on telling languages. */
const MOST_KNOWN = 20_000

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
  const known = new Map<string, Evidence>()
  const evidence = (norm: string): Evidence => {
    const before = known.get(norm)
    if (before) return before
    const made = evidenceOf(norm, languages, { words, folded, endings })
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(norm, made)
    return made
  }
  return (text, expected) => {
    const scores: number[] = languages.map(({ tag }) => (tag === expected ? CLEAR : 0))
    let seen = 0
    for (const { kind, norm } of tokenize(text)) {
      if (kind !== 'word') continue
      for (const [i, worth] of evidence(norm)) scores[i] = (scores[i] as number) + worth
      if (++seen >= MOST_WORDS) break
    }
    return clearest(scores, languages)
  }
}

/** What a word says for or against languages, by their numbers, in the order in which it is added up. */
type Evidence = readonly (readonly [number, number])[]

function evidenceOf(norm: string, languages: readonly Language[], lists: { readonly words: Shares; readonly folded: Shares; readonly endings: Shares }): Evidence {
  const all: (readonly [number, number])[] = [...(lists.words.get(norm) ?? lists.folded.get(norm) ?? [])]
  for (let at = Math.max(1, norm.length - LEAST_ENDING); at <= norm.length - 2 && norm.length > LEAST_ENDING; at++) {
    const hits = lists.endings.get(norm.slice(at))
    if (!hits) continue
    all.push(...hits)
    break
  }
  languages.forEach((language, i) => {
    const worth = lettersOf(norm, language)
    if (worth !== 0) all.push([i, worth])
  })
  return all
}

function lettersOf(norm: string, { alphabet, telling }: Language): number {
  let worth = 0
  for (const letter of norm) {
    if (telling.has(letter)) worth = Math.max(worth, TELLING)
    else if (letter !== "'" && letter > '9' && !alphabet.has(letter)) return FOREIGN_LETTER
  }
  return worth
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
