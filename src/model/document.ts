import type { Fix } from './fix.js'
import type { Suppression } from './suppression.js'
import type { Prose, Span } from './text.js'

/** `say`: what customers read. `do`: what staff and bots are told. */
export type Side = 'say' | 'do'

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'field' | 'quote' | 'line'

export type TrailKind =
  | 'heading' // a section heading above, outermost first
  | 'item' // the list item that this item is nested in, or the paragraph that introduces the list
  | 'row' // the first cell of the row, or the text fields beside a number in one YAML/JSON record
  | 'column' // the header cell of the column, or the key of a field in a record
  | 'key' // a key of a YAML or JSON map on the way to the field, made readable: `free_from` → "free from"
  | 'question' // the question that this text answers

/** Something that stands above or beside a block and is part of what it means. */
export interface Trail {
  readonly kind: TrailKind
  readonly text: string
}

/** One piece of text that is read as a whole. */
export interface Block {
  readonly kind: BlockKind
  readonly prose: Prose
  /** Outermost first. */
  readonly trail: readonly Trail[]
  /** Heading level, 1 to 6; only for headings. */
  readonly level?: number
  /** Numbers the rows of tables and the records of YAML/JSON: cells with the same number stand in one row. */
  readonly row?: number
  /** Numbers lists, tables and maps: blocks with the same number are siblings. */
  readonly group?: number
  /** True inside a block quote or quotation mark-up: words that somebody is to say, or said. */
  readonly quoted?: boolean
  /** The language that the mark-up states (`lang="sk"`), a BCP 47 tag. */
  readonly language?: string
}

/** What a document says of itself in its front matter (or the top of a YAML file); keys as written, values as text. */
export type FrontMatter = Readonly<Record<string, string>>

/** Something in an input that cannot be used. A value: reading never throws. */
export interface Problem {
  readonly file: string
  readonly message: string
  /** Where in the source; absent when the file as a whole is meant. */
  readonly span?: Span
  /** Line and column, 1-based, once the source is known. */
  readonly line?: number
  readonly column?: number
}

/** What a format reader gives: blocks in reading order. */
export interface Reading {
  readonly blocks: readonly Block[]
  readonly front: FrontMatter
  readonly language?: string
  readonly problems: readonly Omit<Problem, 'file'>[]
  readonly suppressions: readonly Suppression[]
}

/** A format reader: source text in, blocks out. Never throws; broken input gives problems and what could be read. */
export interface Format {
  readonly id: string
  /** Lower-case endings with the dot. */
  readonly extensions: readonly string[]
  read(source: string): Reading
  /** Whether a replacement in what it read certainly changes nothing but the words. Without it, or where it says no, the source is read once more to find out. */
  isHarmless?(source: string, fix: Fix): boolean
}

/** Facts about a document that come from the configuration or its front matter. */
export interface DocumentTags {
  readonly touchpoint?: string
  readonly role?: string
  readonly product?: string
  readonly region?: string
  readonly language?: string
  /** ISO date. */
  readonly reviewed?: string
  /** ISO date of the last change, as the document's front matter states it. */
  readonly updated?: string
  readonly validFrom?: string
  readonly validUntil?: string
  readonly owner?: string
}

export interface Document extends Reading {
  /** Path relative to the configuration's folder, with forward slashes. */
  readonly path: string
  readonly side: Side
  readonly source: string
  readonly tags: DocumentTags
}
