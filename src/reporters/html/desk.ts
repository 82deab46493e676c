import type { DocumentRead, Spot } from '../../model/finding.js'
import { languageOf, say } from '../phrase.js'
import { placesIn } from '../places.js'
import type { View } from '../reporter.js'
import { boardOf, type Board } from './board.js'

/** What all parts of one page share. */
export interface Desk {
  readonly view: View
  readonly board: Board
  readonly locale: string
  /** A text of the page, in the reader's language. */
  words(id: string, slots?: Readonly<Record<string, string>>): string
  /** The same for texts that come in forms for numbers. */
  counted(id: string, n: number, slots?: Readonly<Record<string, string>>): string
  /** "site/returns.md:12". */
  placeOf(spot: Spot): string
  /** The document that a place is in, where the report tells of it. */
  documentOf(spot: Pick<Spot, 'file'>): DocumentRead | undefined
  /** The language of a passage, or an empty text where it is not known. */
  languageOf(spot: Spot): string
  /** Lines of the source that a place is on, and the columns that it takes in them. */
  lineOf(spot: Spot): { readonly line: string; readonly start: number; readonly end: number } | undefined
}

const keyOf = ({ file, span }: Spot): string => `${file}:${span.start}`

/** Everything that the parts of the page need of a report. */
export function deskOf(view: View): Desk {
  const places = placesIn(view)
  const documents = new Map(view.report.documents.map((document) => [document.path, document]))
  const languages = new Map(view.report.ledger.map(({ spot, language }) => [keyOf(spot), language]))
  const words: Desk['words'] = (id, slots = {}) => say({ id, slots }, view.messages)
  return {
    view, words, board: boardOf(view), locale: languageOf(view.messages),
    counted: (id, n, slots = {}) => words(id, { ...slots, n: String(n) }),
    placeOf: ({ file, span }) => `${file}:${places.of(file, span).line}`,
    documentOf: ({ file }) => documents.get(file),
    languageOf: (spot) => languages.get(keyOf(spot)) ?? documents.get(spot.file)?.language ?? '',
    lineOf: ({ file, span }) => {
      const place = places.of(file, span)
      const [line] = places.lines(file, place.line, 1)
      if (line === undefined) return undefined
      return { line, start: place.column - 1, end: place.endLine === place.line ? place.endColumn - 1 : line.length }
    },
  }
}
