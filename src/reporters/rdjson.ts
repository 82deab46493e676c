import type { Place } from '../model/text.js'
import { entriesOf, type Entry, linesOf } from './entries.js'
import { jsonText } from './json-text.js'
import { placesIn } from './places.js'
import type { Reporter, View } from './reporter.js'

const SEVERITIES = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const

/** Columns of this format count bytes of UTF-8. */
type Columns = (file: string, line: number, column: number) => number

function columnsIn(view: View, prefix: string): Columns {
  const places = placesIn(view)
  const encoder = new TextEncoder()
  return (file, line, column) => {
    const [text] = places.lines(file.slice(prefix.length), line, 1)
    return text === undefined ? column : encoder.encode(text.slice(0, column - 1)).length + 1
  }
}

function rangeOf({ file }: Entry, place: Place, columns: Columns): object {
  return {
    start: { line: place.line, column: columns(file, place.line, place.column) },
    end: { line: place.endLine, column: columns(file, place.endLine, place.endColumn) },
  }
}

const diagnosticOf = (entry: Entry, columns: Columns): object => ({
  message: linesOf(entry).join('\n'),
  location: { path: entry.file, range: entry.place && rangeOf(entry, entry.place, columns) },
  severity: SEVERITIES[entry.severity],
  code: { value: entry.id },
  ...(entry.replacement ? { suggestions: [{ range: rangeOf(entry, entry.replacement.place, columns), text: entry.replacement.text }] } : {}),
})

/** reviewdog's format, for comments in a code review. */
export const rdjson: Reporter = {
  id: 'rdjson',
  render(view, surface) {
    const columns = columnsIn(view, surface.prefix)
    const diagnostics = entriesOf(view, surface).map((entry) => diagnosticOf(entry, columns))
    return `${jsonText({ source: { name: 'saydo' }, diagnostics })}\n`
  },
}
