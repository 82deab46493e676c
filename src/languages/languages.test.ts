import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { compileLanguage, tokenize } from './index.js'

const data = parse(readFileSync(new URL('../../rules/languages/en.yaml', import.meta.url), 'utf8')) as Record<string, unknown>
const english = compileLanguage('en', data)
const norms = (text: string): string => tokenize(text).map(({ norm }) => norm).join('|')
const split = (text: string): string[] => english.sentences(text, tokenize(text)).map(({ start, end }) => text.slice(start, end))

describe('tokenize', () => {
  test.each([
    ['We’ll check-in the guest’s bag', "we|'ll|check|in|the|guest|'s|bag"],
    ["don't can’t we've I'd you're I'm", "don't|can't|we|'ve|i|'d|you|'re|i|'m"],
    ['9am €49 49€ £1.5k 2x 10%', '9|am|€|49|49|€|£|1.5|k|2|x|10|%'],
    ['3–5 days, 14-day 3-5', '3|-|5|days|,|14|day|3|-|5'],
    ['1 000,50 € 1\u00A0000 24/7 10:30', '1000,50|€|1000|24/7|10:30'],
    ['at 5.30 p.m. e.g. here', 'at|5.30|pm|eg|here'],
    ['in­ter\u200Bnal Ещё ёлка', 'internal|еще|елка'],
    ['F10, B2B – “yes” (no)?', 'f10|,|b2b|-|“|yes|”|(|no|)|?'],
    ['2026-10-31 31/10/2026 v2.0.1', '2026-10-31|31/10/2026|v2|.|0.1'],
    ["o'clock", "o'clock"],
    ['', ''],
  ])('%s', (text, expected) => expect(norms(text)).toBe(expected))
})

describe('sentences', () => {
  test.each([
    ['It is free. You pay nothing! Really? Yes…', ['It is free.', 'You pay nothing!', 'Really?', 'Yes…']],
    ['Ask Mr. Smith, approx. 5 days, e.g. Monday. Done.', ['Ask Mr. Smith, approx. 5 days, e.g. Monday.', 'Done.']],
    ['Open until 5 p.m. on Monday. Call us.', ['Open until 5 p.m. on Monday.', 'Call us.']],
    ['Open until 5 p.m. We close then.', ['Open until 5 p.m.', 'We close then.']],
    ['She said “It is free.” Then she left.', ['She said “It is free.”', 'Then she left.']],
    ['1. Open the app. 2 taps do it.', ['1. Open the app.', '2 taps do it.']],
    ['It ends on 5. October 2026; then it is over.', ['It ends on 5. October 2026; then it is over.']],
    ['See No. 5. It costs €4.95 at shop.example.com today', ['See No. 5.', 'It costs €4.95 at shop.example.com today']],
    ['', []],
  ])('%s', (text, expected) => expect(split(text)).toEqual(expected))
  test('knows questions', () => {
    const text = 'Is it free? It is. “Really?”'
    expect(english.sentences(text, tokenize(text)).map(({ question }) => question)).toEqual([true, false, true])
  })
})

describe('compileLanguage', () => {
  test('names the place of bad data', () => {
    expect(() => compileLanguage('xx', { ...data, dates: { order: 'ymd' } })).toThrow(/"xx".*dates\.order/)
    expect(() => compileLanguage('xx', { ...data, surprise: 1 })).toThrow(/surprise/)
    expect(() => compileLanguage('xx', {})).toThrow(/separators/)
  })
  test('refuses units that cannot be converted', () => {
    const units = data['units'] as Record<string, unknown>
    expect(() => compileLanguage('xx', { ...data, units: { ...units, mass: { stone: ['stone'] } } })).toThrow(/"stone"/)
  })
  test('reads inflected and fused forms from data alone', () => {
    const units = data['units'] as Record<string, unknown>
    const own = { ...units, duration: { day: ['day', 'dn*', 'dň*'], week: ['недел*'] }, fused: { numbers: { 2: ['двух'] }, units: { week: ['недельн*'] } } }
    const other = compileLanguage('xx', { ...data, units: own, numbers: { ...(data['numbers'] as object), words: { 5: ['päť'], 20: ['dvadsať'] }, joined: true } })
    const days = (text: string): number[] => other.quantities(text, tokenize(text)).map(({ quantity }) => quantity.low)
    expect(days('14-dňový, dvadsaťpäť dní, двухнедельный')).toEqual([14, 25, 14])
  })
})

test('reads a megabyte', () => {
  const text = 'You can return any item within 30 days of delivery, and we will refund you the full price of €49 by card. '.repeat(10_000)
  const tokens = tokenize(text)
  expect(english.sentences(text, tokens)).toHaveLength(10_000)
  expect(english.quantities(text, tokens)).toHaveLength(20_000)
})
