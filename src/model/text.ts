/** A half-open range of UTF-16 offsets: into a source file, or into a `Prose` text, as the field that holds it says. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * One piece of prose and the piece of source it came from. `length === sourceLength` means the two are identical,
 * character by character; otherwise the run is replaced as a whole (an entity, an escape, a folded line break).
 */
export interface Run {
  readonly at: number
  readonly length: number
  readonly source: number
  readonly sourceLength: number
}

/** Plain text as a reader sees it, and where each piece of it stands in the source. Runs are sorted and cover the text. */
export interface Prose {
  readonly text: string
  readonly runs: readonly Run[]
}

/** The run that holds the prose offset, by binary search; undefined for an empty prose. */
function runAt(prose: Prose, offset: number): Run | undefined {
  let low = 0
  let high = prose.runs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((prose.runs[middle] as Run).at <= offset) low = middle
    else high = middle - 1
  }
  return prose.runs[low]
}

function toSource(prose: Prose, offset: number, atEnd: boolean): number {
  const run = runAt(prose, atEnd ? Math.max(0, offset - 1) : offset)
  if (!run) return 0
  const inside = offset - run.at
  if (run.length === run.sourceLength) return run.source + Math.min(inside, run.length)
  return atEnd ? run.source + run.sourceLength : run.source
}

/** Where a range of prose stands in the source. Replaced runs are taken whole. */
export function sourceSpan(prose: Prose, span: Span): Span {
  const start = toSource(prose, span.start, false)
  return { start, end: Math.max(start, toSource(prose, span.end, true)) }
}

/** Collects pieces of text with their origin; the one way in which format readers make `Prose`. */
export interface ProseBuilder {
  /** Text that stands in the source letter by letter, from `source` on. */
  same(text: string, source: number): void
  /** Text that replaces `sourceLength` units of the source, such as a decoded entity. */
  instead(text: string, source: number, sourceLength: number): void
  build(): Prose
}

export function proseBuilder(): ProseBuilder {
  const runs: Run[] = []
  let text = ''
  const add = (piece: string, source: number, sourceLength: number): void => {
    if (piece === '') return
    runs.push({ at: text.length, length: piece.length, source, sourceLength })
    text += piece
  }
  return {
    same: (piece, source) => add(piece, source, piece.length),
    instead: (piece, source, sourceLength) => add(piece, source, sourceLength),
    build: () => ({ text, runs }),
  }
}

/** A place for people: 1-based line and column (in UTF-16 units), end exclusive. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Offsets at which lines start; `\n`, `\r\n` and a lone `\r` end a line. */
export function lineStarts(source: string): readonly number[] {
  const starts = [0]
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i)
    if (code === 10 || (code === 13 && source.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return starts
}

function position(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] as number) + 1 }
}

/** Line and column of a span of source. */
export function placeOf(starts: readonly number[], span: Span): Place {
  const from = position(starts, span.start)
  const to = position(starts, span.end)
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
}

/** Which of two texts comes first: negative, 0 or positive. By code units, so that an order is the same in every country. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
