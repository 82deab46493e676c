import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadPack } from './load-pack.js'
import { REFERENCE_MARKS, ruleReference, withReference } from './rule-reference.js'

const rules = fileURLToPath(new URL('../../rules', import.meta.url))
const pack = loadPack(rules)
const readme = readFileSync(`${rules}/README.md`, 'utf8')

test('the reference in rules/README.md is the one of today; `npm run reference` writes it', () => {
  expect(withReference(readme, ruleReference(pack))).toBe(readme)
})

test('every rule is told with its severity, its reason, what to do and both kinds of example', () => {
  const parts = ruleReference(pack).split('\n### ').slice(1)
  expect(parts.map((part) => /^`(.+)`/.exec(part)?.[1])).toEqual(pack.rules.map((rule) => rule.id))
  const lacking = pack.rules.filter((rule, i) => ![rule.title, rule.why, rule.fix, '*Is reported', '*Stays silent'].every((piece) => parts[i]?.includes(piece)))
  expect(lacking.map((rule) => rule.id)).toEqual([])
})

test('a text without a place for it is refused', () => {
  expect(() => withReference('# Rules', 'all')).toThrow(REFERENCE_MARKS[0])
})
