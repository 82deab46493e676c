import type { Token } from '../model/token.js'
import { APOSTROPHE, classAt, DASH, DIGIT, FRACTION, HIDDEN, LETTER, MARK, SPACE, SYMBOL } from './characters.js'
import { inOneAlphabet } from './look-alikes.js'

const CLITICS: ReadonlySet<string> = new Set(['s', 'll', 're', 've', 'd', 'm'])
const PLAIN = /^[a-z0-9']*$/

/** No word and no number is as long; of what is, the beginning tells it from others, and looking it up takes no longer than for a word. */
const LONGEST = 200

/** The form that patterns and word lists are matched with. */
function normalise(raw: string): string {
  const lower = raw.slice(0, LONGEST).toLowerCase()
  if (PLAIN.test(lower)) return lower
  return inOneAlphabet(lower.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '').normalize('NFC').replace(/ё/g, 'е').replace(/[\u2018\u2019\u02BC\u201B]/g, "'"))
}

function skipWhile(text: string, from: number, ...classes: readonly number[]): number {
  let index = from
  while (index < text.length && classes.includes(classAt(text, index))) index++
  return index
}

/** "p.m.", "e.g.", "т.е.": single letters with a stop after each are one word; gives its end or -1. */
function dottedEnd(text: string, start: number): number {
  let index = start
  let letters = 0
  while (classAt(text, index) === LETTER && text[index + 1] === '.' && classAt(text, index + 1) === MARK) {
    index += 2
    letters++
  }
  if (letters === 0) return -1
  if (classAt(text, index) !== LETTER) return letters > 1 ? index : -1
  return [LETTER, DIGIT].includes(classAt(text, index + 1)) ? -1 : index + 1
}

function pushWord(text: string, start: number, end: number, into: Token[]): void {
  const norm = normalise(text.slice(start, end))
  const cut = norm.lastIndexOf("'")
  const split = cut > 0 && CLITICS.has(norm.slice(cut + 1)) ? end - (norm.length - cut) : end
  into.push({ norm: split < end ? norm.slice(0, cut) : norm, start, end: split, kind: 'word' })
  if (split < end) into.push({ norm: norm.slice(cut), start: split, end, kind: 'word' })
}

function readWord(text: string, start: number, into: Token[]): number {
  const dotted = dottedEnd(text, start)
  if (dotted > 0) {
    into.push({ norm: normalise(text.slice(start, dotted)).replaceAll('.', ''), start, end: dotted, kind: 'word' })
    return dotted
  }
  let end = start
  for (;;) {
    end = skipWhile(text, end, LETTER, DIGIT, HIDDEN)
    if (classAt(text, end) !== APOSTROPHE || classAt(text, end + 1) !== LETTER) break
    end++
  }
  pushWord(text, start, end, into)
  return end
}

function digitsAt(text: string, index: number): number {
  return skipWhile(text, index, DIGIT) - index
}

/** "1 000 000": a space of any kind before exactly three digits groups them. */
function groupedEnd(text: string, start: number, end: number): number {
  if (end - start > 3 || text[start] === '0' || text[start - 1] === '+') return end
  let index = end
  while (classAt(text, index) === SPACE && digitsAt(text, index + 1) === 3 && /\s/.test(text[index] ?? '')) index += 4
  return index
}

/** "2026-10-31" */
function isoEnd(text: string, start: number): number {
  const [a, b, c] = [digitsAt(text, start), digitsAt(text, start + 5), digitsAt(text, start + 8)]
  const dashes = classAt(text, start + 4) === DASH && classAt(text, start + 7) === DASH
  return a === 4 && b === 2 && c === 2 && dashes ? start + 10 : -1
}

function readNumber(text: string, start: number, into: Token[]): number {
  const iso = isoEnd(text, start)
  let end = iso > 0 ? iso : groupedEnd(text, start, skipWhile(text, start, DIGIT))
  while (iso < 0 && '.,:/'.includes(text[end] ?? ' ') && digitsAt(text, end + 1) > 0) end += 1 + digitsAt(text, end + 1)
  if (classAt(text, end) === FRACTION) end++
  const norm = text.slice(start, Math.min(end, start + LONGEST)).replace(/\s/g, '').replace(/\p{Pd}/gu, '-')
  into.push({ norm, start, end, kind: 'number' })
  return end
}

/** A plain hyphen that joins to a letter is no token; every other dash is. */
function joins(text: string, index: number): boolean {
  if (text[index] !== '-' && text[index] !== '\u2010' && text[index] !== '\u2011') return false
  const [before, after] = [classAt(text, index - 1), classAt(text, index + 1)]
  const solid = (kind: number): boolean => kind === LETTER || kind === DIGIT
  return index > 0 && solid(before) && solid(after) && (before === LETTER || after === LETTER)
}

function readOther(text: string, index: number, kind: number, into: Token[]): number {
  const end = index + 1
  if (kind === FRACTION) into.push({ norm: text.slice(index, end), start: index, end, kind: 'number' })
  if (kind === SYMBOL) into.push({ norm: text.slice(index, end), start: index, end, kind: 'symbol' })
  if (kind === MARK) into.push({ norm: text.slice(index, end), start: index, end, kind: 'mark' })
  if (kind === DASH && !joins(text, index)) into.push({ norm: '-', start: index, end, kind: 'mark' })
  return end
}

/** Splits a text into words, numbers, symbols and marks, in one pass. The norm of any dash is "-". */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let index = 0
  while (index < text.length) {
    const kind = classAt(text, index)
    if (kind === LETTER) index = readWord(text, index, tokens)
    else if (kind === DIGIT) index = readNumber(text, index, tokens)
    else index = readOther(text, index, kind, tokens)
  }
  return tokens
}
