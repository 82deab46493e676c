import type { Problem } from '../model/document.js'
import type { Data, DataEntry } from './data.js'
import { verbatim } from './prose.js'
import { doubleQuoted } from './quoted.js'

interface Cursor {
  readonly source: string
  readonly end: number
  at: number
  problem?: Omit<Problem, 'file'>
}

/** What a text in JSON holds; `data` is what could be read before the problem. */
export interface JsonResult {
  readonly data?: Data
  readonly problem?: Omit<Problem, 'file'>
}

const gap = /(?:[ \t\r\n\uFEFF]+|\/\/[^\n\r]*|\/\*[^]*?\*\/)*/y
const text = /"[^"\\\n\r]*(?:\\[^][^"\\\n\r]*)*"/y
const word = /-?[\w$.][\w$.+-]*/y

function skip(cursor: Cursor): string {
  gap.lastIndex = cursor.at
  const match = gap.exec(cursor.source)
  cursor.at += match?.[0].length ?? 0
  return cursor.at < cursor.end ? cursor.source.charAt(cursor.at) : ''
}

function fail(cursor: Cursor, expected: string): undefined {
  const start = Math.min(cursor.at, cursor.end)
  cursor.problem ??= {
    message: start === cursor.end ? `The JSON ends where ${expected} should stand.` : `This is not JSON: ${expected} should stand here.`,
    span: { start, end: Math.min(start + 1, cursor.end) },
  }
  return undefined
}

/** The ends of a string's content. */
function string(cursor: Cursor): readonly [number, number] | undefined {
  text.lastIndex = cursor.at
  const match = text.exec(cursor.source)
  if (!match || cursor.at + match[0].length > cursor.end) return fail(cursor, 'a string with its closing quote')
  const start = cursor.at + 1
  cursor.at += match[0].length
  return [start, cursor.at - 1]
}

function scalar(cursor: Cursor): Data | undefined {
  const { source, at } = cursor
  if (source[at] === '"') {
    const range = string(cursor)
    return range && { kind: 'scalar', type: 'string', prose: doubleQuoted(source, ...range) }
  }
  word.lastIndex = at
  const match = word.exec(source)?.[0]
  if (!match || !/^(?:-?\d|true$|false$|null$)/.test(match)) return fail(cursor, 'a value')
  cursor.at += match.length
  return { kind: 'scalar', type: match === 'null' ? 'null' : 'other', prose: verbatim(source, at, cursor.at) }
}

/** Reads `one` again and again until the closing bracket; stops at the first problem. */
function members(cursor: Cursor, close: string, one: () => void): void {
  cursor.at++
  while (!cursor.problem && skip(cursor) !== close) {
    one()
    const next = cursor.problem ? close : skip(cursor)
    if (next === ',') cursor.at++
    else if (next !== close) fail(cursor, `"," or "${close}"`)
  }
  if (!cursor.problem) cursor.at++
}

function map(cursor: Cursor): Data {
  const entries: DataEntry[] = []
  members(cursor, '}', () => {
    if (cursor.source[cursor.at] !== '"') return fail(cursor, 'a key in double quotes')
    const range = string(cursor)
    if (!range) return
    if (skip(cursor) !== ':') return fail(cursor, '":"')
    cursor.at++
    const found = value(cursor)
    if (found) entries.push({ key: doubleQuoted(cursor.source, ...range).text, value: found })
  })
  return { kind: 'map', entries }
}

function list(cursor: Cursor): Data {
  const items: Data[] = []
  members(cursor, ']', () => {
    const found = value(cursor)
    if (found) items.push(found)
  })
  return { kind: 'list', items }
}

function value(cursor: Cursor): Data | undefined {
  const next = skip(cursor)
  if (next === '{') return map(cursor)
  return next === '[' ? list(cursor) : scalar(cursor)
}

/** Reads JSON, with comments and trailing commas allowed, between two offsets of a source. */
export function parseJson(source: string, start: number, end: number): JsonResult {
  const cursor: Cursor = { source, at: start, end }
  if (skip(cursor) === '') return {}
  const data = value(cursor)
  if (!cursor.problem && skip(cursor) !== '') fail(cursor, 'the end of the file')
  return { ...(data ? { data } : {}), ...(cursor.problem ? { problem: cursor.problem } : {}) }
}
