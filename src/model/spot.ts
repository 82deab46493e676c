import type { Span } from './text.js'

export type Severity = 'error' | 'warning' | 'info'

/** A place in a document, with the words that stand there. */
export interface Spot {
  readonly file: string
  readonly span: Span
  /** The sentence or words at the place, in their own language, white space folded. */
  readonly quote: string
  /** The block that the place is in, so that one passage is not reported twice for its two sentences. */
  readonly block?: number
  /** Why the place is named, for related places. */
  readonly note?: Phrase
  /** Whom the document belongs to, where anybody has said so. */
  readonly owner?: string
}

/** Words still to be made: a key of `rules/messages/<language>.yaml` and what fills its slots. */
export interface Phrase {
  readonly id: string
  readonly slots: Readonly<Record<string, string>>
}
