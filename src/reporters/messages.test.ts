import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Messages } from './phrase.js'

const here = (path: string): URL => new URL(path, import.meta.url)
const english = parse(readFileSync(here('../../rules/messages/en.yaml'), 'utf8')) as Messages
const entries = Object.keys(english)

const checkFiles = readdirSync(here('../check/')).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
const source = checkFiles.map((name) => readFileSync(here(`../check/${name}`), 'utf8')).join('\n')

const all = (pattern: RegExp, text: string): readonly string[] => [...new Set([...text.matchAll(pattern)].map((hit) => hit[1] as string))]

/** An entry, or its forms for numbers. */
const known = (id: string): boolean => id in english || `${id}.other` in english

test('every phrase that a rule uses has its words', () => {
  const ids = all(/'((?:finding|note|why|part)\.[\w.-]+)'/g, source)
  expect(ids).toContain('finding.unbacked')
  expect(ids.filter((id) => !known(id))).toEqual([])
})

test('every slot of a message is filled by the rule that uses it', () => {
  const uses = [...source.matchAll(/phrase\('([\w.-]+)'(?:, \{([^}]*)\})?/g)]
  const unfilled = uses.flatMap(([, id, slots]) => {
    const filled = all(/(?:^|,)\s*(\w+)\s*(?=[:,]|$)/g, slots ?? '')
    return all(/\{(\w+)\}/g, english[id as string] ?? '').filter((slot) => !filled.includes(slot)).map((slot) => `${id} {${slot}}`)
  })
  expect(uses.length).toBeGreaterThan(10)
  expect(unfilled).toEqual([])
})

test('every phrase whose id a rule puts together has words for at least one ending', () => {
  const beginnings = all(/`((?:finding|note|why|part)\.[\w.-]*)\$\{/g, source)
  expect(beginnings).toContain('why.limit.')
  expect(beginnings.filter((beginning) => !entries.some((id) => id.startsWith(beginning)))).toEqual([])
})

test('every verdict on two amounts has its words', () => {
  const verdicts = [...readFileSync(here('../model/compare.ts'), 'utf8').matchAll(/answer\('(\w+)', '([\w-]+)'/g)]
  const ids = verdicts.map(([, verdict, code]) => (verdict === 'worse' ? `why.${code}` : `silence.${code}`))
  expect(ids).toContain('silence.currency-mismatch')
  expect(ids.filter((id) => !known(id))).toEqual([])
})

test('every reason to keep silent has its words', () => {
  const codes = [...all(/silence\([\w.]+, '([\w-]+)'/g, source), ...all(/return '([a-z]+(?:-[a-z]+)*)'$/gm, source)]
  expect(codes).toContain('disclosed')
  expect(codes.filter((code) => !known(`silence.${code}`))).toEqual([])
})

test('every wording rule has its sentence', () => {
  const rules = readdirSync(here('../../rules/wording/')).map((name) => name.replace(/\.yaml$/, ''))
  expect(rules.filter((rule) => !known(`finding.wording.${rule}`))).toEqual([])
})

test('slots are written {name} and nothing else stands in braces', () => {
  const odd = entries.filter((id) => /[{}]/.test((english[id] as string).replace(/\{[a-z]+\}/g, '')))
  expect(odd).toEqual([])
})

test('every text is text', () => {
  expect(entries.filter((id) => typeof english[id] !== 'string' || english[id].trim() === '')).toEqual([])
})
