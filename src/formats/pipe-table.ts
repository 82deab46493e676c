/** Ranges of a source, half-open. */
type Range = readonly [number, number]

/** Lines that are written as a table without the line of dashes that makes it one in Markdown. */
export interface PipeTable {
  /** Where the first row starts. */
  readonly start: number
  readonly rows: readonly (readonly Range[])[]
}

interface Line {
  readonly start: number
  readonly end: number
}

function linesOf(source: string, [start, end]: Range): readonly Line[] {
  const lines: Line[] = []
  let from = start
  for (const part of source.slice(start, end).split('\n')) {
    const text = part.trimEnd()
    const prefix = /^[ \t>]*/.exec(text)?.[0].length ?? 0
    lines.push({ start: from + prefix, end: from + text.length })
    from += part.length + 1
  }
  return lines
}

function isRow(source: string, { start, end }: Line): boolean {
  return end - start > 2 && source[start] === '|' && source[end - 1] === '|' && source[end - 2] !== '\\'
}

function cells(source: string, line: Line): readonly Range[] {
  const found: Range[] = []
  let from = line.start + 1
  for (let i = from; i < line.end; i++) {
    if (source[i] === '\\') i++
    else if (source[i] === '|') {
      found.push(trimmed(source, from, i))
      from = i + 1
    }
  }
  return found
}

function trimmed(source: string, start: number, end: number): Range {
  const text = source.slice(start, end)
  const from = start + text.length - text.trimStart().length
  return [from, Math.max(from, start + text.trimEnd().length)]
}

/** The table at the end of a paragraph, if at least two of its last lines are written as one. */
export function pipeTable(source: string, range: Range): PipeTable | undefined {
  if (source[range[1] - 1] !== '|') return undefined
  const lines = linesOf(source, range)
  let first = lines.length
  while (first > 0 && isRow(source, lines[first - 1] as Line)) first--
  if (lines.length - first < 2) return undefined
  const rows = lines.slice(first)
  return { start: (rows[0] as Line).start, rows: rows.map((line) => cells(source, line)) }
}
