import type { Prose } from '../model/text.js'
import { slices, tidy } from './prose.js'

/** A line of plain text, without its indentation and list marker. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly indent: number
  /** "-", "•", "2." … */
  readonly marker?: string
  /** The line with its marker, and where that starts. */
  readonly content: string
  readonly contentStart: number
}

/** A paragraph or list item of plain text, its wrapped lines joined. */
export interface Chunk {
  readonly prose: Prose
  readonly lines: readonly Line[]
  readonly item: boolean
  readonly indent: number
  /** The line of "===" or "---" below it. */
  readonly underline?: '=' | '-'
}

interface Draft {
  readonly lines: Line[]
  readonly item: boolean
  readonly indent: number
  underline?: '=' | '-'
}

const shape = /^([ \t]*)((?:([-*•–·▪◦]|\d{1,3}[.)])[ \t]+(?=\S))?)(.*?)[ \t]*$/u
const rule = /^[ \t]*(?:={3,}|-{3,}|\*{3,}|_{3,}|[-=*_][-=*_ \t]{3,})[ \t]*$/

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  for (const { 0: raw, index } of text.matchAll(/[^\r\n]+|\r\n|\n|\r/g)) {
    const [, indent = '', marked = '', marker, text = ''] = shape.exec(raw) ?? []
    const isEnd = raw[0] === '\n' || raw[0] === '\r'
    const contentStart = index + indent.length
    const start = contentStart + marked.length
    const content = marked + text
    lines.push({ start, end: start + text.length, text: isEnd ? raw : text, indent: indent.length, content, contentStart, ...(marker ? { marker } : {}) })
  }
  return withBlanks(lines)
}

/** Line ends separate lines; a second one in a row is a blank line. */
function withBlanks(parts: readonly Line[]): readonly Line[] {
  const isEnd = (line: Line | undefined): boolean => line === undefined || /^[\r\n]/.test(line.text)
  return parts
    .filter((part, i) => !isEnd(part) || isEnd(parts[i - 1]))
    .map((part) => (isEnd(part) ? { ...part, end: part.start, text: '' } : part))
}

/**
 * Tells which lines start a list item. A number does only where counting shows that it is one:
 * "24. December" on a line of its own is a date, and so is "1. May" that no "2." follows.
 */
function itemTest(lines: readonly Line[]): (line: Line) => boolean {
  const place = (indent: number, number: number): string => `${indent}:${number}`
  const numberOf = (line: Line): number => Number.parseInt(line.marker ?? '', 10)
  const standing = new Set(lines.map((line) => place(line.indent, numberOf(line))))
  const last = new Map<number, number>()
  return (line) => {
    const number = numberOf(line)
    if (Number.isNaN(number)) return line.marker !== undefined
    const isFirst = number === 1 && standing.has(place(line.indent, 2))
    if (!isFirst && last.get(line.indent) !== number - 1) return false
    last.set(line.indent, number)
    return true
  }
}

/** A line whose marker turned out to be part of what it says. */
function unmarked(line: Line): Line {
  if (line.marker === undefined) return line
  const { marker: _, ...rest } = line
  return { ...rest, start: line.contentStart, text: line.content }
}

function continues(line: Line, open: Draft): boolean {
  return !open.item || line.indent > open.indent
}

function drafts(text: string, isAlone: (line: string) => boolean): readonly Draft[] {
  const all: Draft[] = []
  let open: Draft | undefined
  const begin = (line: Line, item: boolean): Draft => {
    const draft: Draft = { lines: [line], item, indent: line.indent }
    all.push(draft)
    return draft
  }
  const lines = linesOf(text)
  const startsItem = itemTest(lines)
  for (const raw of lines) {
    const isItem = startsItem(raw)
    const line = isItem ? raw : unmarked(raw)
    if (rule.test(raw.content)) {
      if (open && !open.item && open.lines.length === 1) underlineWith(open, raw.content)
      open = undefined
    } else if (line.text === '') open = undefined
    else if (isItem) open = begin(line, true)
    else if (isAlone(line.text)) open = begin(line, false)
    else if (open && continues(line, open) && !isAlone(open.lines[0]?.text ?? '')) open.lines.push(line)
    else open = begin(line, false)
  }
  return all
}

function underlineWith(draft: Draft, line: string): void {
  if (line.startsWith('=') || line.startsWith('-')) draft.underline = line.startsWith('=') ? '=' : '-'
}

/** Splits plain text at blank lines and list markers. Lines for which `isAlone` holds are never joined with others. */
export function chunks(raw: Prose, isAlone: (line: string) => boolean = () => false): readonly Chunk[] {
  const found = drafts(raw.text, isAlone)
  const pieces = slices(raw, found.map(({ lines }) => [(lines[0] as Line).start, (lines.at(-1) as Line).end] as const))
  return found.map((draft, i) => ({ ...draft, prose: tidy(pieces[i] as Prose) }))
}
