import { Chalk } from 'chalk'
import { expect, test } from 'vitest'
import { lineStarts, placeOf } from '../model/text.js'
import { frame, linesShown } from './frame.js'
import { harmless } from './harmless.js'
import { placesIn } from './places.js'

function framed(source: string, start: number, end: number, width = 80): readonly string[] {
  const place = placeOf(lineStarts(source), { start, end })
  const lines = placesIn({ sources: new Map([['f', source]]) }).lines('f', place.line, linesShown(place))
  return frame(lines, place, { paint: new Chalk({ level: 0 }), width, mark: (text) => text })
}

const marked = (source: string, words: string, width?: number): readonly string[] => framed(source, source.indexOf(words), source.indexOf(words) + words.length, width)

test('the words are marked from below', () => {
  expect(marked('one\nwithin 30 days\n', '30')).toEqual(['     2 │ within 30 days', '       │        ^^'])
})

test('tabs and wide characters keep the marks below the words', () => {
  expect(marked('\t価格 is 5', '5')).toEqual(['     1 │     価格 is 5', '       │             ^'])
  expect(marked('👩‍👩‍👧 free', 'free')).toEqual(['     1 │ 👩‍👩‍👧 free', '       │    ^^^^'])
  expect(marked('e\u0301a free', 'free')[1]).toBe('       │    ^^^^')
})

test('a long line is cut around the words', () => {
  const [code, marks] = marked(`${'x'.repeat(1_000_000)} 30 days ${'y'.repeat(1_000_000)}`, '30 days', 60) as [string, string]
  expect(code.length).toBeLessThanOrEqual(60)
  expect(code).toMatch(/│ …x+ 30 days y+…$/)
  expect(code.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('30 days')
})

test('words longer than the line are cut, and marked as far as they are shown', () => {
  const [code, marks] = marked(`start ${'word '.repeat(100)}`, 'word '.repeat(100).trim(), 60) as [string, string]
  expect(code.length).toBeLessThanOrEqual(60)
  expect(marks.trimEnd().length).toBeLessThanOrEqual(60)
})

test('several lines are marked each on its own, and many are cut', () => {
  expect(marked('a bc\n  de\nf', 'bc\n  de')).toEqual(['     1 │ a bc', '       │   ^^', '     2 │   de', '       │   ^^'])
  expect(marked('1\n2\n3\n4\n5', '1\n2\n3\n4\n5')).toHaveLength(7)
  expect(marked('ab\ncd\n', 'ab\n')).toEqual(['     1 │ ab', '       │ ^^'])
})

test('an empty span at the end of a line or file has one mark', () => {
  expect(framed('abc', 3, 3)).toEqual(['     1 │ abc', '       │    ^'])
  expect(framed('', 0, 0)).toEqual(['     1 │', '       │ ^'])
})

test('control characters and marks of direction are shown, not sent', () => {
  const text = marked('a\u001b[31mred\u202e 30', '30').join('\n')
  // eslint-disable-next-line no-control-regex -- the escape character is what must not be there
  expect(text).not.toMatch(/[\u001b\u202e]/)
  expect(harmless('a\u0007b\u009bc')).toBe('a␇b␦c')
})
