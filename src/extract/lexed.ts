import { RANK } from '../model/keys.js'
import type { Hit } from '../model/lexicon.js'
import type { QuantityHit } from '../model/quantity.js'
import type { Sentence, Token } from '../model/token.js'
import type { Kit, Reader } from './kit.js'

/** A text with everything that was found in it. */
export interface Lexed {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly clauses: readonly Clause[]
}

/** A sentence, or a part of one that stands for itself between semicolons. */
export interface Clause extends Sentence {
  /** Goes on after a semicolon, and speaks of what stood before it. */
  readonly goesOn: boolean

  readonly hits: readonly Hit[]
  readonly quantities: readonly QuantityHit[]
  /** The tokens before a colon at its beginning: "Student card seen: …". Empty when there is none. */
  readonly label: readonly [number, number]
}

const MOST_LABEL_WORDS = 9

/** No sentence is as long; a heap of words without an end is read in pieces, since a sentence costs more than each half of it. */
const LONGEST = 250

/** Headings, cells and boilerplate come again and again in a site; texts of up to this length are remembered. */
const SHORT = 160
const MOST_REMEMBERED = 5_000
const remembered = new WeakMap<Reader, Map<string, Lexed>>()

/** Tokenises a text and finds amounts and words in it. */
export function lex(text: string, reader: Reader): Lexed {
  if (text.length > SHORT) return lexAnew(text, reader)
  const known = remembered.get(reader) ?? new Map<string, Lexed>()
  const lexed = known.get(text) ?? lexAnew(text, reader)
  if (known.size >= MOST_REMEMBERED) known.clear()
  remembered.set(reader, known.set(text, lexed))
  return lexed
}

function lexAnew(text: string, reader: Reader): Lexed {
  const tokens = reader.language.tokenize(text)
  const quantities = reader.language.quantities(text, tokens)
  const sentences = reader.language.sentences(text, tokens).flatMap((sentence) => atSemicolons(sentence, tokens))
  let next = 0
  const clauses = sentences.map((sentence): Clause => {
    const first = next
    while (next < quantities.length && (quantities[next] as QuantityHit).firstToken < sentence.to) next++
    const own = quantities.slice(first, next).filter((hit) => hit.firstToken >= sentence.from)
    return { ...sentence, goesOn: tokens[sentence.from - 1]?.norm === ';', quantities: own, hits: reader.lexicon.match(tokens, sentence, own), label: labelOf(sentence, tokens) }
  })
  return { text, tokens, clauses }
}

function atSemicolons(sentence: Sentence, tokens: readonly Token[]): Sentence[] {
  const parts: Sentence[] = []
  let from = sentence.from
  for (let i = sentence.from; i <= sentence.to; i++) {
    const last = i === sentence.to
    const semicolon = !last && tokens[i]?.norm === ';'
    if (!last && !semicolon && i - from < LONGEST) continue
    if (i > from) {
      const start = tokens[from]?.start ?? sentence.start
      parts.push({ from, to: i, start: from === sentence.from ? sentence.start : start, end: last ? sentence.end : (tokens[i - 1]?.end ?? sentence.end), question: last && sentence.question })
    }
    from = semicolon ? i + 1 : i
  }
  return parts
}

function labelOf(sentence: Sentence, tokens: readonly Token[]): readonly [number, number] {
  for (let i = sentence.from, words = 0; i < sentence.to && words <= MOST_LABEL_WORDS; i++) {
    const token = tokens[i] as Token
    if (token.norm === ':' && i > sentence.from && i + 1 < sentence.to) return [sentence.from, i]
    if (token.kind !== 'mark') words++
  }
  return [sentence.from, sentence.from]
}

/** Cuts the longest ending that leaves at least three letters, so that "bicycle" and "bicycles" meet. */
export function stem(norm: string, endings: readonly string[]): string {
  for (const ending of endings) if (norm.length - ending.length >= 3 && norm.endsWith(ending)) return norm.slice(0, -ending.length)
  return norm
}

/** The concept keys of a range of tokens: known concepts with their broader ones, topics, and unknown content words. */
export function keysOf(lexed: Lexed, clause: Clause, range: readonly [number, number], kit: Kit, reader: Reader): Map<string, number> {
  const keys = new Map<string, number>()
  const put = (key: string, weight: number): void => void keys.set(key, Math.max(weight, keys.get(key) ?? 0))
  const known = new Set<number>()
  for (const hit of clause.hits) {
    if (hit.from < range[0] || hit.to > range[1]) continue
    const [kind, id] = split(hit.key)
    if (kind === 'topic') put(`#${id}`, 1)
    if (kind === 'cue' && (id === 'stop' || id === 'generic-noun')) known.add(hit.from)
    if (kind !== 'concept' || inAmount(clause, hit.from, hit.to)) continue
    for (let i = hit.from; i < hit.to; i++) known.add(i)
    put(id, 1)
    for (const parent of kit.broader.get(id) ?? []) put(parent, BROADER)
  }
  const amounts = new Set(clause.quantities.flatMap((q) => Array.from({ length: q.lastToken - q.firstToken }, (_, i) => q.firstToken + i)))
  for (let i = range[0]; i < range[1]; i++) {
    const token = lexed.tokens[i] as Token
    const rank = reader.language.rank(lexed.tokens, i)
    if (rank) put(`${RANK}${rank}`, 1)
    if (token.kind !== 'word' || known.has(i) || token.norm.length < 3) continue
    if (amounts.has(i) && !isNoun(clause, i, token.norm)) continue
    put(`~${stem(token.norm, reader.endings)}`, 1)
  }
  return keys
}

/** "3 working days" is an amount, not a word about weekdays; the counted thing of "six bicycles" stays a word. */
const inAmount = (clause: Clause, from: number, to: number): boolean =>
  clause.quantities.some((q) => q.quantity.dimension !== 'count' && q.firstToken <= from && to <= q.lastToken)

/** The concept keys of a whole text, such as a name in the configuration. */
export function keysOfText(text: string, kit: Kit, reader: Reader): string[] {
  const lexed = lex(text, reader)
  return lexed.clauses.flatMap((clause) => [...keysOf(lexed, clause, [clause.from, clause.to], kit, reader).keys()])
}

/** The cue lists that have a word in a whole text, such as a name in the configuration. */
export const cuesOfText = (text: string, reader: Reader): string[] =>
  [...new Set(lex(text, reader).clauses.flatMap((clause) => cuesIn(clause.hits.map(({ key }) => key))))]

/** The cue lists among what was found in words: "cue:refuse" → "refuse". */
export const cuesIn = (keys: readonly string[]): string[] => keys.map(split).filter(([kind]) => kind === 'cue').map(([, id]) => id)

const BROADER = 0.5

/** The counted noun of an amount is content ("six bicycles"), its unit is not. */
const isNoun = (clause: Clause, i: number, norm: string): boolean =>
  clause.quantities.some((q) => q.firstToken <= i && i < q.lastToken && q.quantity.noun === norm)

/** "rule:wording/scripted" → ["rule", "wording/scripted"]. */
export function split(key: string): readonly [string, string] {
  const at = key.indexOf(':')
  return [key.slice(0, at), key.slice(at + 1)]
}
