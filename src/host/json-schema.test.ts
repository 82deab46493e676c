import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { assemble } from '../packs/assemble.js'
import { checkConfig } from './check-config.js'
import { jsonSchemas } from './json-schema.js'
import { readPackFiles } from './load-pack.js'

const packFiles = readPackFiles(fileURLToPath(new URL('../../rules', import.meta.url)))
const pack = assemble(packFiles)
const schemas = jsonSchemas(pack)
const ruleIds = pack.rules.map((rule) => rule.id)
const ajv = new Ajv({ strict: true, strictTypes: false, allowUnionTypes: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } })
const accepts = (name: string): ((value: unknown) => boolean) => {
  const validate = ajv.compile(schemas[name] as object)
  return (value) => validate(value)
}

describe('the schema of saydo.yaml says what the check of saydo.yaml says:', () => {
  const byEditor = accepts('saydo.json')
  test.each<[boolean, unknown]>([
    [true, {}],
    [true, { business: 'retail', say: 'site', do: ['a/**', { path: 'b', touchpoint: 'phone', reviewed: '2025-01-31' }] }],
    [true, { rules: { 'promise/unbacked': 'off', 'wording/scripted': { severity: 'error' } }, terms: [{ use: 'Club', not: 'Circle' }] }],
    [true, { topics: ['topics/*.yaml', { id: 'x', title: 'X', cues: {}, measures: {} }], currency: 'EUR', rates: { GBP: 1.17 } }],
    [true, { extends: './base.yaml', packs: ['./our-rules'], overrides: [{ files: 'do/**', business: 'health', touchpoint: 'desk', rules: { 'playbook/stale': 'off' } }] }],
    [true, { projects: ['shops/*'] }],
    [true, { rules: { 'promise/contradicted': { tolerance: 5, except_topics: ['returns'] }, 'playbook/missing-step': { steps: 'hear' }, 'wording/scripted': { allow: ['by heart'] } } }],
    [false, { rules: { 'promise/contradicted': { tolerance: -5 } } }],
    [false, { rules: { 'promise/contradicted': { tollerance: 5 } } }],
    [false, { rules: { 'playbook/missing-step': { steps: ['listen'] } } }],
    [false, { overrides: [{ files: 'do', rules: { 'term/mismatch': { allow: 'x' } } }] }],
    [false, { overrides: [{ rules: {} }] }],
    [false, { business: 'retial' }],
    [false, { buisness: 'retail' }],
    [false, { say: [{ touchpoint: 'phone' }] }],
    [false, { say: [{ path: 'a', touch_point: 'phone' }] }],
    [false, { today: 'tomorrow' }],
    [false, { terms: [{ use: 'Club' }] }],
    [false, { rules: { 'promise/unbacked': 'loud' } }],
    [false, { currency: 'euro' }],
    [false, { rates: { GBP: 'much' } }],
    [false, []],
  ])('%s %j', (right, value) => {
    expect([byEditor(value), checkConfig(value, { ruleIds, pack }).raw !== undefined]).toEqual([right, right])
  })
})

test('every file of rules/ keeps to the schema for its kind', () => {
  const kinds: Readonly<Record<string, string>> = { topics: 'topic.json', concepts: 'concepts.json', cues: 'cue.json', promise: 'rule.json', instruction: 'rule.json', term: 'rule.json', wording: 'rule.json', playbook: 'rule.json' }
  const files = packFiles.filter(({ path }) => kinds[path.split('/')[0] as string] !== undefined)
  const check = Object.fromEntries([...new Set(Object.values(kinds))].map((name) => [name, accepts(name)]))
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter(({ path, data }) => !check[kinds[path.split('/')[0] as string] as string]?.(data)).map(({ path }) => path)).toEqual([])
})

/** Every key that a schema names, with the way to it. */
function keysOf(schema: unknown, way: string): readonly (readonly [string, string | undefined])[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key !== 'properties') return keysOf(value, way)
    return Object.entries(value as Record<string, { description?: string }>).flatMap(([name, inner]) => [[`${way} > ${name}`, inner.description] as const, ...keysOf(inner, `${way} > ${name}`)])
  })
}

test('an editor has help for every key', () => {
  const keys = Object.entries(schemas).flatMap(([name, schema]) => keysOf(schema, name))
  expect(keys.map(([way]) => way)).toContain('saydo.json > say > touchpoint')
  expect(keys.filter(([, about]) => about === undefined).map(([way]) => way)).toEqual([])
})

test('an editor knows every rule and what it is about', () => {
  const known = (schemas['saydo.json'] as { properties: { rules: { properties: Record<string, { description: string }> } } }).properties.rules.properties
  expect(Object.keys(known)).toEqual(ruleIds)
  for (const rule of pack.rules) expect(known[rule.id]?.description).toContain(rule.title)
})
