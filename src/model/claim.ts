import type { DocumentTags, Side, TrailKind } from './document.js'
import type { Fix } from './fix.js'
import type { Quantity } from './quantity.js'
import type { Role } from './pack.js'
import type { Suppression } from './suppression.js'
import type { Span } from './text.js'

/**
 * What a statement says in one measurable respect: "returns · window · 30 days".
 * Holds no words of any language, so that a Bulgarian page is compared with an English playbook.
 */
export interface Claim {
  /** `topic.measure`, when the topic is known. */
  readonly topic?: string
  readonly role?: Role
  readonly quantity?: Quantity
  /** For yes/no measures. */
  readonly yes?: boolean
  /** For sets, proofs and ranked choices. */
  readonly members?: readonly string[]
  /** Where topic and role were found: in the sentence itself, above or beside it, or by general words alone. */
  readonly evidence: 'own' | 'trail' | 'general'
  /** Two readings were equally good: never compared as an error. */
  readonly ambiguous: boolean
  /** In the source. */
  readonly span: Span
  readonly text: string
}

/** A phrase of a rule that stands in a statement, with its place in the source. */
export interface Mark {
  readonly key: string
  readonly span: Span
  readonly text: string
  /** The sentence forbids the words ("never say …"). */
  readonly forbidden: boolean
  /** What can be put in its place, where that is safe. */
  readonly fix?: Fix
}

/** Which words point at a concept, and how near they stand: 1 in the sentence itself, less above or beside it. */
export type Weights = ReadonlyMap<string, number>

/** A clause that commits somebody, or could: the unit that is compared. */
export interface Statement {
  readonly file: string
  readonly side: Side
  readonly tags: DocumentTags
  readonly language: string
  /** Index of the block in its document; statements of one block are never compared with each other. */
  readonly block: number
  /** Blocks with the same passage number belong together: a paragraph, a list item, a table row, a record. */
  readonly passage: number
  /** Number of the list, table or map that the block stands in. */
  readonly group?: number
  /** The keys that lead to it in a table of texts, without the language; the same in all versions of the table. */
  readonly address?: string
  /** Index of the nearest heading's block, or -1. */
  readonly section: number
  readonly span: Span
  readonly quote: string
  /** For customers' cells, fields and list items: what stands beside or above, such as the row and the column, without which they are no sentence. */
  readonly lead?: string
  /** Concepts (`dog`), unknown content words (`~crémant`) and topics (`#returns`) that the statement is about. */
  readonly weights: Weights
  /** Where the parts of the context stand: concept sets of the row, column, label, heading …, for scopes. */
  readonly labels: readonly Label[]
  readonly claims: readonly Claim[]
  readonly quantities: readonly Quantity[]
  /** Ids of the cue lists with a word in the sentence, and where (in the source). */
  readonly cues: ReadonlyMap<string, readonly Span[]>
  /** Cue lists with a word in the trail. */
  readonly above: ReadonlySet<string>
  readonly marks: readonly Mark[]
  readonly kind: StatementKind
  /** A heading, a page title or a caption: it names, and the text below it says. */
  readonly title: boolean
  /** It stands in a legal text, which binds and defines more than it promises. */
  readonly formal?: boolean
}

/**
 * `said`: counts. All others are read but commit nobody: a heading, a question, words to avoid, history, a competitor's
 * terms, a worked example, advice to the reader.
 */
export type StatementKind = 'said' | 'heading' | 'question' | 'avoided' | 'history' | 'competitor' | 'example' | 'advice'

export interface Label {
  readonly kind: TrailKind | 'label' | 'own'
  readonly keys: readonly string[]
}

/** Alternatives that stand side by side in one table, list or set of headings: each member is a set of concept keys. */
export interface Contrast {
  readonly file: string
  readonly kind: 'row' | 'column' | 'label'
  readonly members: readonly (readonly string[])[]
}

/** All that the later stages need to know of one document; plain data, so that it can be cached and sent between threads. */
export interface Extract {
  readonly file: string
  readonly side: Side
  readonly language: string
  readonly tags: DocumentTags
  readonly statements: readonly Statement[]
  readonly contrasts: readonly Contrast[]
  /** Concept keys of the touchpoint's name, which say nothing about what it knows. */
  readonly touchpointKeys: readonly string[]
  /** Cue lists that find the touchpoint's name: `at-phone` for "reservations phone". */
  readonly touchpointCues: readonly string[]
  /** Tags of languages that stand in it and cannot be read; their blocks gave no statements. */
  readonly unread: readonly string[]
  /** The document's title: its first heading, with its place. */
  readonly title?: { readonly span: Span; readonly quote: string }
  readonly suppressions: readonly Suppression[]
}
