import { expect, test } from 'vitest'
import { say } from './phrase.js'

test('slots are filled, and a slot that nobody fills stays as it is', () => {
  expect(say({ id: 'a', slots: { x: '1' } }, { a: '{x} and {y}' })).toBe('1 and {y}')
})

test('an unknown phrase tells its id and slots', () => {
  expect(say({ id: 'finding.new', slots: { a: 'b' } }, {})).toBe('finding.new (a: b)')
  expect(say({ id: 'finding.new', slots: {} }, {})).toBe('finding.new')
})

test('the slot n picks the form of the language', () => {
  const sk = { language: 'sk', 'days.one': '{n} deň', 'days.few': '{n} dni', 'days.other': '{n} dní' }
  expect(['1', '3', '5'].map((n) => say({ id: 'days', slots: { n } }, sk))).toEqual(['1 deň', '3 dni', '5 dní'])
})

test('what fills a slot is not read as a template, nor as a replacement pattern', () => {
  expect(say({ id: 'a', slots: { x: '{y} $& $1', y: 'no' } }, { a: '<{x}>' })).toBe('<{y} $& $1>')
})

test('parts that a slot lists get their words, and nothing else in a slot is looked up', () => {
  const messages = { a: 'It lacks: {parts}.', 'part.hear': 'listening', 'report.why': 'no' }
  expect(say({ id: 'a', slots: { parts: '{part.hear}, {part.new}, {report.why}' } }, messages)).toBe('It lacks: listening, {part.new}, {report.why}.')
})
