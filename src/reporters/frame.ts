import type { ChalkInstance } from 'chalk'
import type { Place } from '../model/text.js'
import { cellsOf, type Cell } from './cells.js'

const MOST_LINES = 3
const CUT = '…'
const LEAST_WIDTH = 30

export interface FrameStyle {
  readonly paint: ChalkInstance
  readonly width: number
  /** Colours the marks below the words. */
  readonly mark: (text: string) => string
}

interface Range {
  readonly start: number
  readonly end: number
}

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.width, 0)
const isIn = (cell: Cell, range: Range): boolean => cell.start < Math.max(range.end, range.start + 1) && cell.end > range.start

/** The piece of a line that is worth cutting into cells: lines of minified files are megabytes long. */
function neighbourhood(line: string, range: Range, width: number): { text: string; from: number } {
  const from = Math.max(0, range.start - width * 2)
  return { text: line.slice(from, range.start + width * 4), from }
}

/** The cells to show: all if they fit, else a window that begins a little before the marked words. */
function windowed(cells: readonly Cell[], range: Range, width: number): readonly Cell[] {
  if (widthOf(cells) <= width) return cells
  const first = cells.findIndex((cell) => isIn(cell, range))
  const marked = widthOf(cells.filter((cell) => isIn(cell, range)))
  let begin = Math.max(0, first)
  for (let room = Math.max(0, Math.floor((width - marked) / 2)); begin > 0; begin--) {
    room -= (cells[begin - 1] as Cell).width
    if (room < 0) break
  }
  let end = begin
  for (let room = width; end < cells.length && room >= (cells[end] as Cell).width; end++) room -= (cells[end] as Cell).width
  return cells.slice(begin, end)
}

interface Row {
  readonly code: string
  readonly marks: string
}

function row(line: string, range: Range, width: number): Row {
  const { text, from } = neighbourhood(line, range, width)
  const shown = windowed(cellsOf(text, from), range, width - 2)
  const before = (shown[0]?.start ?? 0) > 0 ? CUT : ''
  const after = (shown.at(-1)?.end ?? line.length) < line.length ? CUT : ''
  const marks = shown.map((cell) => (isIn(cell, range) ? '^' : ' ').repeat(cell.width)).join('')
  // an empty place behind the last character, such as where something is missing
  const atEnd = range.start >= line.length ? '^' : ''
  return { code: before + shown.map((cell) => cell.shown).join('') + after, marks: ' '.repeat(before.length) + marks + atEnd }
}

/** The part of one line that a place covers, without the white space it is indented with. */
function rangeOn(line: string, number: number, place: Place): Range {
  const indent = line.length - line.trimStart().length
  return {
    start: number === place.line ? place.column - 1 : Math.min(indent, line.length),
    end: number === place.endLine ? place.endColumn - 1 : line.trimEnd().length,
  }
}

/** How many lines of source `frame` wants to see of a place. */
export const linesShown = (place: Place): number => {
  // a span that ends before the first character of a line does not reach into it
  const last = place.endColumn === 1 && place.endLine > place.line ? place.endLine - 1 : place.endLine
  return Math.min(MOST_LINES, last - place.line + 1)
}

/** Lines of source with their numbers, and marks below the words that are meant. */
export function frame(lines: readonly string[], place: Place, style: FrameStyle): readonly string[] {
  const gutter = Math.max(4, String(place.line + lines.length - 1).length)
  const width = Math.max(LEAST_WIDTH, style.width - gutter - 5)
  const bar = style.paint.dim('│')
  const rows = lines.flatMap((line, index) => {
    const number = place.line + index
    const { code, marks } = row(line, rangeOn(line, number, place), width)
    return [
      `  ${style.paint.dim(String(number).padStart(gutter))} ${bar} ${code}`.trimEnd(),
      ...(marks.trim() === '' ? [] : [`  ${' '.repeat(gutter)} ${bar} ${style.mark(marks.trimEnd())}`]),
    ]
  })
  const more = place.line + lines.length <= place.endLine && place.endColumn > 1
  return more ? [...rows, `  ${' '.repeat(gutter)} ${bar} ${style.paint.dim(CUT)}`] : rows
}
