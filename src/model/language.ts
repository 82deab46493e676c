import type { QuantityHit } from './quantity.js'
import type { Sentence, Token } from './token.js'

/** What saydo can read in one language. Compiled once from `rules/languages/<tag>.yaml`; pure and free of state. */
export interface Language {
  /** BCP 47 tag. */
  readonly tag: string
  /** The words of a text; the same for every language. */
  tokenize(text: string): Token[]
  /** The sentences of a block. */
  sentences(text: string, tokens: readonly Token[]): Sentence[]
  /** Numbers with their units, in reading order; no token belongs to two of them. */
  quantities(text: string, tokens: readonly Token[]): QuantityHit[]
  /** A place in an order that starts at the token: `level:2` for "level 2" and "the second level". */
  rank(tokens: readonly Token[], index: number): string | undefined
}

/** Tells the language of a text by the look of its words, or undefined where two are as likely; `expected` is taken where nothing speaks against it. */
export type Recogniser = (text: string, expected?: string) => string | undefined

/** What has to be minded in a language when one word is put in the place of another. */
export interface Grammar {
  /** The words around a name follow its gender, number and case. */
  readonly agrees: boolean
  /** Endings of words that may stand for several. */
  readonly plural: readonly string[]
  /** Words whose form hangs on the word behind them ("a", "an"), each with the letters that this one may begin with. */
  readonly before: Readonly<Record<string, string>>
}
