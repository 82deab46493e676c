import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Quantity } from '../model/quantity.js'
import { compileLanguage } from './index.js'

// What must be read in each language, to which value, and what must not: `fixtures/languages/<tag>/amounts.yaml`, written by native editors.

type Corpus = Readonly<Record<string, Readonly<Record<string, string>> | readonly string[]>>

const file = (path: string): URL => new URL(`../../${path}`, import.meta.url)
const yaml = (path: string): unknown => parse(readFileSync(file(path), 'utf8'))
const tags = readdirSync(file('fixtures/languages')).filter((tag) => existsSync(file(`fixtures/languages/${tag}/amounts.yaml`)))

const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
const number = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(5))) : 'ever')
const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']

function timetable(table: NonNullable<Quantity['timetable']>): string {
  const groups = new Map<string, string>()
  table.forEach((stretches, day) => {
    const hours = stretches.map(([from, to]) => `${clock(from)}-${clock(to)}`).join(',')
    if (hours) groups.set(hours, (groups.get(hours) ?? '') + (DAYS[day] ?? ''))
  })
  return [...groups].map(([hours, names]) => `${names} ${hours}`).join(' ')
}

function size({ dimension, timetable: table, unit, from, to, yearless, low, high, amount }: Quantity): string {
  if (table) return `${unit} ${timetable(table)}`
  if (dimension === 'date') return `${from ?? ''}..${to ?? ''}${yearless ? ' yearless' : ''}`
  if (dimension === 'clock') return clock(low)
  if (dimension === 'age') return `${number(low)}..${number(high)}`
  return amount[0] === amount[1] ? number(amount[0]) : `${number(amount[0])}-${number(amount[1])}`
}

function show(quantity: Quantity): string {
  const { dimension, unit, noun, currency, calendar, bound, relation, anchor, per, approximate } = quantity
  const measured = ['duration', 'storage', 'mass', 'distance'].includes(dimension) ? unit : ''
  return [dimension, size(quantity), measured, dimension === 'count' ? noun : '', currency, calendar, bound === 'exact' ? '' : bound, relation, anchor, per && `per ${per.join('+')}`, approximate && 'about'].filter(Boolean).join(' ')
}

describe.each(tags)('%s', (tag) => {
  const language = compileLanguage(tag, yaml(`rules/languages/${tag}.yaml`) as Record<string, unknown>)
  const read = (text: string): string => language.quantities(text, language.tokenize(text)).map((hit) => show(hit.quantity)).join(' + ')
  const { nothing = [], open = {}, ...groups } = yaml(`fixtures/languages/${tag}/amounts.yaml`) as Corpus
  describe.each(Object.entries(groups))('%s', (_, rows) => {
    test.each(Object.entries(rows as Record<string, string>))('%s → %s', (phrase, expected) => expect(read(phrase)).toBe(expected ?? ''))
  })
  // Known to be read wrongly as yet.
  if (Object.keys(open).length > 0) test.fails.each(Object.entries(open as Record<string, string>))('%s → %s', (phrase, expected) => expect(read(phrase)).toBe(expected))
  test.each(nothing as readonly string[])('nothing: %s', (phrase) => expect(read(phrase)).toBe(''))
})
