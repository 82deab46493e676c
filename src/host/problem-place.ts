import type { Problem } from '../model/document.js'
import { lineStarts, placeOf } from '../model/text.js'

/** Where a problem is, as `file:line:column`; the beginning of the file for one that is about all of it. */
export function problemPlace({ file, span }: Problem, sources: ReadonlyMap<string, string>): string {
  const source = sources.get(file)
  const { line, column } = span && source !== undefined ? placeOf(lineStarts(source), span) : { line: 1, column: 1 }
  return `${file}:${line}:${column}`
}
