import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { check } from '../engine/check.js'
import { configFrom } from '../host/check-config.js'
import { loadPack } from '../host/load-pack.js'
import { excerpt, trialsOf, tryExample, type Bench, type Trial } from './run-examples.js'

/** Examples that saydo does not get right yet, as `rule kind number`; one that comes right must leave the list. */
const known: readonly string[] = [
  'promise/contradicted good 4',
  'promise/undisclosed-condition bad 3', 'promise/undisclosed-condition bad 4',
]

const pack = loadPack(fileURLToPath(new URL('../../rules', import.meta.url)))
const ruleIds = pack.rules.map((rule) => rule.id)
const bench: Bench = { pack, check, config: (value) => configFrom(value, { today: '2025-11-22', ruleIds }) }

const nameOf = ({ rule, kind, number }: Trial): string => `${rule.id} ${kind} ${number}`

describe.each(pack.rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  for (const trial of trialsOf([rule])) {
    const run = known.includes(nameOf(trial)) ? test.fails : test
    const does = trial.kind === 'bad' ? 'reports' : 'is silent on'
    run(`${does} ${trial.kind} example ${trial.number}: ${excerpt(trial)}`, async () => {
      expect(await tryExample(trial, bench) ?? 'as it should be').toBe('as it should be')
    })
  }
})

test('every rule has examples on both sides of the line', () => {
  expect(pack.rules.filter((rule) => rule.bad.length === 0 || rule.good.length === 0).map((rule) => rule.id)).toEqual([])
})

test('the list of known failures names examples that are there', () => {
  const names = trialsOf(pack.rules).map(nameOf)
  expect(known.filter((name) => !names.includes(name))).toEqual([])
})
