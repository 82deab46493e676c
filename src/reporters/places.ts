import type { Problem } from '../model/document.js'
import type { Checked } from '../model/program.js'
import { lineStarts, placeOf, type Place, type Span } from '../model/text.js'

/** Finds lines and columns; the lines of a source are counted once, however many findings it has. */
export interface Places {
  /** 1:1 for a file of which neither the source nor its lines are known. */
  of(file: string, span: Span): Place
  /** Undefined when the problem is about the file as a whole. */
  ofProblem(problem: Problem): { readonly line: number; readonly column: number } | undefined
  /** The lines of the source, `count` of them from `line` on; none where the source is not here. */
  lines(file: string, line: number, count: number): readonly string[]
}

const NOWHERE: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 }

export function placesIn({ sources, lines: known }: Pick<Checked, 'sources' | 'lines'>): Places {
  const counted = new Map<string, readonly number[]>(known)
  const startsOf = (file: string, source: string): readonly number[] => {
    const starts = counted.get(file) ?? lineStarts(source)
    counted.set(file, starts)
    return starts
  }
  const of = (file: string, span: Span): Place => {
    const source = sources.get(file)
    const starts = source === undefined ? counted.get(file) : startsOf(file, source)
    return starts === undefined ? NOWHERE : placeOf(starts, span)
  }
  return {
    of,
    ofProblem: ({ file, span, line, column }) => {
      if (span && (sources.has(file) || counted.has(file))) return of(file, span)
      return line === undefined ? undefined : { line, column: column ?? 1 }
    },
    lines: (file, line, count) => {
      const source = sources.get(file)
      if (source === undefined) return []
      const starts = startsOf(file, source).slice(line - 1, line + count)
      return starts.slice(0, count).map((start, index) => source.slice(start, starts[index + 1] ?? source.length).replace(/[\r\n]+$/, ''))
    },
  }
}
