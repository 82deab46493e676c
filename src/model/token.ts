/**
 * A word of a text. `norm` is what patterns are matched with: lower case, NFC, ё → е, typographic apostrophes made plain,
 * no soft hyphens or zero-width characters. Hyphens separate words; English clitics ('s 'll 're 've 'd 'm) are words of their own.
 * Numbers are tokens too ("1,000.50", "14", "9am" → "9" "am", "€49" → "€" "49"); punctuation that ends or divides clauses is kept as a token of kind 'mark'.
 */
export interface Token {
  readonly norm: string
  readonly start: number
  readonly end: number
  readonly kind: 'word' | 'number' | 'symbol' | 'mark'
}

/** A sentence of a block: token range [from, to) and character range in the block's prose. */
export interface Sentence {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  /** Ends with a question mark. */
  readonly question: boolean
}
