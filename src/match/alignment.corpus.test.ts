import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { kitFor } from '../engine/kit.js'
import { extract } from '../extract/document.js'
import { formatFor, type LazyFormat } from '../formats/index.js'
import { loadPack } from '../host/load-pack.js'
import type { Extract } from '../model/claim.js'
import type { Side } from '../model/document.js'
import { match } from './match.js'

const file = (path: string): URL => new URL(path, import.meta.url)
const pack = loadPack(fileURLToPath(file('../../rules')))
const kit = kitFor(pack, { terms: [] })
const format = await (formatFor('text.md') as LazyFormat).load()

/** The rows of the tables under each heading. */
const tables = new Map(readFileSync(file('./alignment.corpus.md'), 'utf8').split(/^## /m).slice(1).map((section) => {
  const [title = '', ...lines] = section.split('\n')
  const rows = lines.filter((line) => line.startsWith('| ')).slice(1).map((line) => line.split('|').map((cell) => cell.trim()))
  return [title, rows.map(([, left = '', right = '']) => [left, right] as const)] as const
}))

const read = (side: Side, source: string): Extract => extract({ ...format.read(source), path: `${side}/text.md`, side, source, tags: {} }, kit)

/** How well the two are seen to speak of one thing; nothing where their scopes keep them apart. */
function score(promise: string, told: string): number {
  const { across } = match([read('say', promise), read('do', told)], pack)
  const pairs = [...across.values()].flat().filter((pair) => pair.scope.relation !== 'disjoint')
  return Math.max(0, ...pairs.map((pair) => pair.score))
}

const ORDERS = ['secrecy', 'approval', 'hedge', 'refuse', 'deny', 'except', 'only-for', 'proof', 'limit']
const sorted = (cues: readonly string[]): string => [...cues].sort().join(' ') || '-'

describe('a promise and a staff line', () => {
  test.each(tables.get('Meet') ?? [])('meet: %s ~ %s', (promise, told) => expect(score(promise, told)).toBeGreaterThanOrEqual(0.8))
  test.each(tables.get('Do not meet') ?? [])('do not meet: %s ~ %s', (promise, told) => expect(score(promise, told)).toBeLessThan(0.6))
})

test.each(tables.get('Lines for staff and their orders') ?? [])('%s → %s', (line, expected) => {
  const found = new Set(read('do', line).statements.flatMap((statement) => [...statement.cues.keys()]))
  expect(sorted(ORDERS.filter((cue) => found.has(cue)))).toBe(sorted(expected.split(' ')))
})
