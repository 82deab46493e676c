import type { Token, Sentence } from './token.js'
import type { QuantityHit } from './quantity.js'

/**
 * Where words of a list stand: token range [from, to). `key` names the list:
 * `concept:dog`, `cue:hedge`, `topic:returns`, `measure:returns.window`, `rule:wording/scripted` …
 */
export interface Hit {
  readonly key: string
  readonly from: number
  readonly to: number
}

/** All word lists of one language, compiled. Finds every list's hits in one pass over the tokens. */
export interface Lexicon {
  match(tokens: readonly Token[], sentence: Sentence, quantities: readonly QuantityHit[]): readonly Hit[]
}
