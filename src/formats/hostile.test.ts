import { describe, expect, test } from 'vitest'
import type { Reading } from '../model/document.js'
import { formats } from './index.js'

/** Reads a text as the format with this id reads it. */
async function read(id: string, source: string): Promise<Reading> {
  const format = formats.find((one) => one.id === id)
  if (!format) throw new Error(`there is no format ${id}`)
  return (await format.load()).read(source)
}

const messages = ({ problems }: Reading): string => problems.map(({ message }) => message).join('\n')
const nestedList = Array.from({ length: 300 }, (_, level) => `${'  '.repeat(level)}- step`).join('\n')

describe('what is nested more deeply than people write is read as far as can be, and said', () => {
  test.each<[string, string, string]>([
    ['markdown', 'quotes', '> '.repeat(10_000) + 'deep'],
    ['markdown', 'lists', '- '.repeat(10_000) + 'deep'],
    ['markdown', 'numbers', '1. '.repeat(10_000) + 'deep'],
    ['markdown', 'lists by indentation', nestedList],
    ['markdown', 'many lines, each in thirty quotes', `${'>'.repeat(30)} refund\n\n`.repeat(400)],
    ['markdown', 'elements', '<div>'.repeat(10_000) + 'deep'],
    ['mdx', 'quotes', '> '.repeat(10_000) + 'deep'],
    ['html', 'elements', '<div>'.repeat(10_000) + 'deep'],
    ['html', 'lists', '<ul><li>step'.repeat(200)],
    ['html', 'bold', '<b>'.repeat(10_000) + 'deep'],
    ['json', 'maps', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
    ['json', 'maps that a stack can hold', '{"refund":'.repeat(200) + '"14 days"' + '}'.repeat(200)],
    ['yaml', 'lists', '['.repeat(10_000) + ']'.repeat(10_000)],
  ])('%s: %s', async (id, _, source) => {
    expect(messages(await read(id, source))).toContain('nested too deeply')
  })
})

describe('what goes on without an end', () => {
  test('a paragraph with more lines than anybody writes is read as plain text, from its place on', async () => {
    const reading = await read('markdown', `# Returns\n\nSend it back within 30 days.\n\n${'We refund\n'.repeat(4_500)}`)
    expect(reading.problems).toMatchObject([{ message: expect.stringContaining('longer than can be read as Markdown') as string, span: { start: 41 } }])
    expect(reading.blocks.map(({ prose }) => prose.text)).toContain('Send it back within 30 days.')
  })

  test.each([['brackets', '[a] '], ['stars', '*a_ '], ['rows without a table', '|a|b|\n'], ['items below items', '- a\n  - b\n']])('%s', async (_, piece) => {
    expect(messages(await read('markdown', piece.repeat(5_000)))).toContain('longer than can be read as Markdown')
  })

  test.each([
    ['a long table', `| a | b |\n|---|---|\n${'| [c](d) | **e** |\n'.repeat(600)}`], ['a long list', '- [c](d) and **e**\n'.repeat(600)],
    ['a long block of code', `\`\`\`\n${'a * b [c]\n'.repeat(5_000)}\`\`\`\n`], ['a long piece of HTML', `<table>\n${'<tr><td>a</td></tr>\n'.repeat(3_000)}</table>\n`],
    ['many paragraphs', 'We refund [in full](https://shop.example/returns) within **14 days**.\n\n'.repeat(600)],
  ])('%s is nothing special', async (_, source) => {
    expect((await read('markdown', source)).problems).toEqual([])
  })

  test.each(['markdown', 'mdx', 'html', 'yaml', 'text'])('%s: a line of 200,000 characters is read as far as a paragraph could reach', async (id) => {
    const reading = await read(id, 'refund '.repeat(30_000))
    expect(messages(reading)).toContain('of which only the first 50000 were read')
    expect(reading.blocks.map(({ prose }) => prose.text.length)).toEqual([50_000])
  })

  test('a file of more texts than can be compared is read as far as they go', async () => {
    const reading = await read('json', `[${'"a",'.repeat(60_000)}"b"]`)
    expect(messages(reading)).toContain('more than 50000 texts')
    expect(reading.blocks).toHaveLength(50_000)
  })

  test('comments that never end, in a file that asks for silence', async () => {
    expect((await read('markdown', `<!-- saydo-disable -->\n\n${'<!-- '.repeat(50_000)}`)).suppressions).toHaveLength(1)
  })
})

test('an alias says nothing again, so a bomb of them stays small', async () => {
  const line = (name: string, of: string): string => `${name}: &${name} [${Array(9).fill(of).join(',')}]\n`
  const bomb = line('a', 'lol') + [...'bcdefghi'].map((name, i) => line(name, `*${'abcdefgh'[i]}`)).join('')
  expect((await read('yaml', bomb)).blocks).toHaveLength(9)
  expect((await read('markdown', `---\n${bomb}---\n\nWe refund.`)).blocks).toHaveLength(1)
})
