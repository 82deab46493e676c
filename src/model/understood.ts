import type { Side } from './document.js'
import type { Role } from './pack.js'
import type { Spot } from './spot.js'
import type { Span } from './text.js'

/** A line that somebody asks about. */
export interface Asked {
  /** As the report writes it. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** The line in the source. */
  readonly span: Span
  /** Where no text of the document stands on the line: what stands there instead. */
  readonly bare?: Bare
}

/** What a line can hold that is no text to read: nothing, code, or else mark-up, a note or a setting. */
export type Bare = 'blank' | 'code' | 'no-prose'

/** An amount or an answer, with what it is for the customer where that is known. */
export interface Amount {
  readonly text: string
  readonly role?: Role
  /** For yes/no measures. */
  readonly yes?: boolean
}

/** Words that change how a statement is read, by the list that they stand in. */
export interface Sign {
  readonly cue: string
  readonly spans: readonly Span[]
}

/** A reason with its code; the words are `silence.<code>`. */
export interface Reason {
  readonly code: string
  readonly slots: Readonly<Record<string, string>>
}

/** A passage of the other side that comes near a statement, and what became of the two. */
export interface Near {
  readonly spot: Spot
  /** Keys in common, weightiest first, without those of amounts; see `model/keys.ts`. */
  readonly shared: readonly string[]
  readonly reason: Reason
}

/** What was made of one statement. */
export interface Understood {
  readonly spot: Spot
  readonly side: Side
  /** `promise`, `general` (a promise that nobody has to be told of), `told`; otherwise the code of the reason why it is neither. */
  readonly taken: string
  /** `topic.measure`, each once. */
  readonly topics: readonly string[]
  readonly amounts: readonly Amount[]
  readonly signs: readonly Sign[]
  /** Names and concept keys of what it is limited to. */
  readonly scope: readonly string[]
  /** For promises: why it is not reported that staff are not told. */
  readonly untold?: Reason
  /** The nearest first; absent where the statement is not compared with anything. */
  readonly near?: readonly Near[]
}

/** What was made of a line; without statements, `nothing` says why. */
export interface LineUnderstood extends Pick<Asked, 'file' | 'line'> {
  readonly statements: readonly Understood[]
  readonly nothing?: Bare | 'no-words' | 'language'
  /** For `language`: tags of what stands in the document and cannot be read. */
  readonly languages: readonly string[]
}
