import type { Statement, Weights } from './claim.js'

/** How the scopes of two statements lie to one another, seen from the first. */
export interface ScopeRelation {
  /** `narrower`: the second speaks of a part of what the first covers. */
  readonly relation: 'same' | 'narrower' | 'wider' | 'disjoint'
  /** What sets them apart, or narrows the second. */
  readonly by: readonly string[]
  /** The kind of scope that narrows, such as `channel`. */
  readonly kind?: string
}

/** Below this weight of common words two statements are not taken to speak of one thing. */
export const LEAST_SHARED = 0.3

/** Two statements that speak of the same thing, and what shows it. */
export interface Alignment {
  readonly a: Statement
  readonly b: Statement
  /** Weight of what they share; about 1 for one telling word that stands in both. */
  readonly score: number
  /** Share of the shorter statement's own weight that the two have in common, 0 to 1. */
  readonly coverage: number
  /** Share of the longer statement's own weight that the two have in common, 0 to 1. */
  readonly mutual: number
  /** How many telling words the two share; one alone may be chance. */
  readonly telling: number
  /** Concept keys in common, weightiest first; made when asked for, since most pairs are never told of. */
  shared(): readonly string[]
  readonly scope: ScopeRelation
}

/** Pairs by the numbers of their statements, one after another; each is made, every time anew, when it is asked for. Objects for all would be half a gigabyte in a large site, and the time to sweep around it. */
export interface Pairs {
  /** The statements of each pair, by their numbers in `Matched.statements`. */
  readonly firsts: Int32Array
  readonly seconds: Int32Array
  /** What each pair shares. */
  readonly scores: Float64Array
  at(place: number): Alignment
}

/** A paragraph, a list item, a row or a record as a whole. */
export interface Passage {
  readonly statements: readonly Statement[]
  /** All that its sentences are about, each thing as near as it stands to any of them. */
  readonly weights: Weights
}

/**
 * A passage for customers and one for staff that speak of the same thing. Rules for staff often stand in one sentence and
 * name what they are about in another, so whole passages tell better which promise an order takes something from.
 */
export interface Together {
  readonly a: Passage
  readonly b: Passage
  /** As for statements. */
  readonly score: number
  readonly telling: number
  readonly coverage: number
  readonly mutual: number
  /** How many passages for customers have more in common with the one for staff; and how many for staff with the one for customers. */
  readonly rank: number
  readonly rankBack: number
  /** By how much it has more in common than the next best one, below 0 if it is not the best; from either end. */
  readonly margin: number
  readonly marginBack: number
  /** Concept keys in common, weightiest first; made when asked for. */
  shared(): readonly string[]
}

/** The passages of both sides. */
export interface Passages {
  /** Those for staff. */
  readonly told: readonly Passage[]
  /** Those for customers that one for staff has something in common with, the best first. */
  partners(told: Passage): readonly Together[]
  /** The passages of two statements, where they have enough in common. */
  of(a: Statement, b: Statement): Together | undefined
}

/** All that the rules look at: statements and which of them belong together. */
export interface Matched {
  /** Say against do; best first for each say statement. Pairs are made when they are asked for, each time anew: look at the statement first. */
  readonly across: ReadonlyMap<Statement, readonly Alignment[]>
  /** Do against say, the same alignments by their do statement. */
  readonly back: ReadonlyMap<Statement, readonly Alignment[]>
  /** The pairs that both measure something of one kind: of both sides, and those of each side, each once. */
  readonly measured: { readonly across: Pairs; readonly say: Pairs; readonly do: Pairs }
  /** All statements that are compared. */
  readonly statements: readonly Statement[]
  /** The pairs of a statement with those of the other side that have most in common with it, however little that is; best first. None for a statement that is not compared. */
  nearest(statement: Statement, most: number): readonly Alignment[]
  /** Worked out when it is first asked for. */
  passages(): Passages
  /** Telling weight of a key in these documents, 0 to 1. */
  weight(key: string): number
}
