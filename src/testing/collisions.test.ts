import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { loadPack } from '../host/load-pack.js'
import { collisionsOf } from './collisions.js'

// Every prefix in the word lists of these languages against a dictionary of the language. What a prefix meets beside forms of its own
// word stands in `fixtures/languages/<tag>/reviewed.txt`, a line for each prefix. Native editors went through the ones that meet most and
// mended what was wrong; the rest was taken as it stood. Anything new fails until somebody who reads the language has looked at it:
// SAYDO_REVIEWED=write npx vitest run src/testing/collisions.test.ts

const writes = process.env['SAYDO_REVIEWED'] === 'write'
const pack = loadPack(new URL('../../rules', import.meta.url).pathname)
const require = createRequire(import.meta.url)

function dictionaryOf(tag: string): string[] {
  const path = require.resolve(`dictionary-${tag}`).replace(/index\.js$/, 'index.dic')
  const words = readFileSync(path, 'utf8').split('\n').slice(1).map((line) => line.split(/[/\t ]/)[0]?.toLowerCase().replaceAll('ё', 'е') ?? '')
  return [...new Set(words.filter((word) => /^\p{L}{3,}$/u.test(word)))].sort()
}

describe.each(['sk', 'bg', 'ru', 'lt'])('%s', (tag) => {
  const endings = pack.languages[tag]?.['endings'] as readonly string[]
  const met = new Map<string, Set<string>>()
  for (const { prefix, words } of collisionsOf(pack, tag, dictionaryOf(tag), endings)) met.set(prefix, new Set([...(met.get(prefix) ?? []), ...words]))
  const file = new URL(`../../fixtures/languages/${tag}/reviewed.txt`, import.meta.url)
  const lines = [...met].sort(([a], [b]) => (a < b ? -1 : 1)).map(([prefix, words]) => `${prefix}: ${[...words].sort().join(' ')}`)
  if (writes) writeFileSync(file, `${lines.join('\n')}\n`)
  const reviewed = new Map((existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []).map((line) => {
    const [prefix = '', words = ''] = line.split(': ')
    return [prefix, new Set(words.split(' '))] as const
  }))
  test('a prefix meets no word that nobody has looked at', () => {
    const fresh = [...met].flatMap(([prefix, words]) => [...words].filter((word) => !reviewed.get(prefix)?.has(word)).map((word) => `${prefix}* meets "${word}"`))
    expect(fresh).toEqual([])
  })
})
