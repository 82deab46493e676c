import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Messages } from './phrase.js'

const here = (path: string): URL => new URL(path, import.meta.url)
const english = parse(readFileSync(here('../../rules/messages/en.yaml'), 'utf8')) as Messages
const entries = Object.keys(english)

/** The rooms in which findings are made. */
const source = ['../check/', '../settle/'].flatMap((room) => readdirSync(here(room)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).map((name) => readFileSync(here(`${room}${name}`), 'utf8'))).join('\n')

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

const translations = readdirSync(here('../../rules/messages/')).filter((name) => name !== 'en.yaml')
const forms = /\.(zero|one|two|few|many|other)$/
const meanings = (messages: Messages): readonly string[] => [...new Set(Object.keys(messages).map((id) => id.replace(forms, '')))]
const slotsOf = (text: string): readonly string[] => all(/\{(\w+)\}/g, text).toSorted()

describe.each(translations)('%s', (name) => {
  const messages = parse(readFileSync(here(`../../rules/messages/${name}`), 'utf8')) as Messages

  test('has words for all that saydo says, and for nothing else', () => {
    const theirs = meanings(messages).filter((id) => !/^(rule|topic)\./.test(id))
    expect(meanings(english).filter((id) => !theirs.includes(id))).toEqual([])
    expect(theirs.filter((id) => !meanings(english).includes(id))).toEqual([])
  })

  test('has every form for numbers that its language has', () => {
    const wanted = new Intl.PluralRules(messages.language).resolvedOptions().pluralCategories
    const counted = entries.filter((id) => id.endsWith('.one')).map((id) => id.replace(forms, ''))
    expect(counted.flatMap((id) => wanted.map((form) => `${id}.${form}`)).filter((id) => !(id in messages) && !(id.replace(forms, '') in messages))).toEqual([])
  })

  test('fills the slots that English fills', () => {
    const differing = entries.filter((id) => messages[id] !== undefined && !forms.test(id) && slotsOf(messages[id]).join() !== slotsOf(english[id] as string).join())
    expect(differing).toEqual([])
  })

  test('tells what each rule is about', () => {
    const rules = ['promise', 'instruction', 'term', 'wording', 'playbook', 'saydo'].flatMap((family) => readdirSync(here(`../../rules/${family}/`)).map((file) => `${family}/${file.replace(/\.yaml$/, '')}`))
    expect(rules.flatMap((id) => ['title', 'why', 'fix'].map((part) => `rule.${id}.${part}`)).filter((id) => !messages[id])).toEqual([])
  })

  test('has a name for each topic, and for nothing else', () => {
    const topics = readdirSync(here('../../rules/topics/')).map((file) => `topic.${file.replace(/\.yaml$/, '')}`)
    expect(Object.keys(messages).filter((id) => id.startsWith('topic.')).toSorted()).toEqual(topics.toSorted())
  })
})
