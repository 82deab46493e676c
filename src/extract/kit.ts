import type { Pack, ScopeKind, Topic } from '../model/pack.js'
import type { Lexicon } from '../model/lexicon.js'
import type { Language, Recogniser } from '../model/language.js'

/** What extraction needs of one language: how to read it, and its words. */
export interface Reader {
  readonly language: Language
  readonly lexicon: Lexicon
  /** Word endings that are cut off when two words are compared that no list knows, longest first. */
  readonly endings: readonly string[]
}

/** A reader of a language as typed with plain letters. */
export interface TypedReader extends Reader {
  /** The text in the one spelling that the reader knows. */
  readonly spell: (text: string) => string
}

/** All that extraction is given beside the document. */
export interface Kit {
  readonly readers: Readonly<Record<string, Reader>>
  /** The same languages as typed without their accents ("grazinimas"); none for those that have no accents to leave out. */
  readonly bareReaders: Readonly<Record<string, Reader>>
  /** The same languages as typed with plain letters, which is how keys of data files are written; none for English. */
  readonly typedReaders: Readonly<Record<string, TypedReader>>
  readonly topics: ReadonlyMap<string, Topic>
  /** Broader concepts of each concept, transitively. */
  readonly broader: ReadonlyMap<string, readonly string[]>
  /** Concepts that name a group of customers, products or places, and which kind of group. */
  readonly scopes: ReadonlyMap<string, ScopeKind>
  /** Tells the language of a text by the look of its words. */
  readonly recognise: Recogniser
  /** The language of a document that neither says nor shows which one it is in. */
  readonly fallback: string
}

/** Every broader concept of each concept: a spaniel is a dog is a pet. */
export function broaderConcepts(pack: Pack): Map<string, readonly string[]> {
  const direct = new Map(pack.concepts.map((concept) => [concept.id, concept.is]))
  const all = (id: string, seen: Set<string>): Set<string> => {
    for (const parent of direct.get(id) ?? []) {
      if (seen.has(parent)) continue
      seen.add(parent)
      all(parent, seen)
    }
    return seen
  }
  return new Map([...direct.keys()].map((id) => [id, [...all(id, new Set())]]))
}
