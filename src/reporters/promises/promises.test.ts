import { readFileSync } from 'node:fs'
import { Chalk } from 'chalk'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { LedgerEntry } from '../../model/ledger.js'
import { cannedReport, cannedSources } from '../canned.js'
import type { Messages } from '../phrase.js'
import type { Surface } from '../reporter.js'
import { csv, json } from './data.js'
import { markdown } from './markdown.js'
import type { LedgerView } from './rows.js'
import { table } from './table.js'

const messagesIn = (language: string): Messages => parse(readFileSync(new URL(`../../../rules/messages/${language}.yaml`, import.meta.url), 'utf8')) as Messages
const surface: Surface = { paint: new Chalk({ level: 0 }), width: 80, prefix: 'shop/' }
const [first] = cannedReport.ledger as readonly [LedgerEntry, ...LedgerEntry[]]

const view = (entries: readonly LedgerEntry[] = cannedReport.ledger, messages = messagesIn('en')): LedgerView =>
  ({ entries, sources: cannedSources, topics: [{ id: 'returns', title: 'Returns' }], messages, version: '1.2.3', today: '2025-11-22' })
const quoting = (quote: string, change: Partial<LedgerEntry> = {}): LedgerEntry => ({ ...first, ...change, spot: { ...first.spot, quote } })

describe('the table', () => {
  test('tells verdict, amounts, sentence, end, place and where staff are told, by topic', () => {
    expect(table(view(), surface)).toMatchInlineSnapshot(`
      "Returns
        contradicted  30 days  30 days
                               shop/say/returns.md:3
                               → phone: shop/do/refunds.md:3

      Everything else
        unbacked               we pay
                               until December 1, 2025
                               shop/say/returns.md:4 · Vera
        kept                   You can return anything
                               shop/say/returns.md:3
                               → phone: shop/do/refunds.md:3

      3 promises
        1  contradicted  staff are told something worse for the customer
        1  unbacked      no document for staff mentions it
        1  kept          staff are told the same, or better
      "
    `)
  })

  test('is read at 80 columns', () => {
    const long = quoting('Anything that you bought from us, in the shop or on the web, comes back within thirty days, without any question and with all your money. '.repeat(2), { values: ['thirty days', 'all your money'] })
    const lines = table(view([long]), surface).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  test('marks what is over and what has not begun', () => {
    const output = table(view([quoting('20% off', { holds: 'over', validUntil: '2025-10-31' }), quoting('Free tea', { holds: 'not-yet', validFrom: '2026-01-01' })]), surface)
    expect(output).toContain('ended on October 31, 2025')
    expect(output).toContain('only from January 1, 2026')
  })

  test('speaks the language of its reader', () => {
    expect(table(view(undefined, messagesIn('sk')), surface)).toContain('Vrátenie tovaru\n  rozpor')
  })

  test('leaves out a heading whose text says the same', () => {
    expect(table(view([quoting('Free returns', { title: true, repeats: 'x' }), first]), surface)).toContain('1 promise\n')
  })

  test('nothing in a document moves the cursor', () => {
    expect(table(view([quoting('\u001b[2J30 days', { page: '\u001b]0;x', owner: '\u0007' })]), surface)).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/) // eslint-disable-line no-control-regex -- control characters are what this is about
  })
})

test('json holds every field, and gives places as lines and columns', () => {
  const { promises, ...head } = JSON.parse(json(view())) as { promises: Record<string, unknown>[] }
  expect(head).toEqual({ version: 1, tool: { name: 'saydo', version: '1.2.3' }, today: '2025-11-22' })
  expect(promises[0]).toMatchObject({
    id: first.id, verdict: 'contradicted', topic: 'returns.window', topicTitle: 'Returns', file: 'say/returns.md', line: 3, column: 34, quote: '30 days', values: ['30 days'],
    told: [{ verdict: 'contradicted', touchpoint: 'phone', file: 'do/refunds.md', line: 3, quote: '14 days', finding: 'abc123' }],
  })
})

/** A reader of RFC 4180. */
function rowsIn(text: string): readonly (readonly string[])[] {
  expect(text.endsWith('\r\n')).toBe(true)
  const lines = text.match(/(?:"(?:[^"]|"")*"|[^"\r\n])*\r\n/g) ?? []
  expect(lines.join('')).toBe(text)
  return lines.map((line) => [...line.slice(0, -2).matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''))
}

describe('csv', () => {
  test('is RFC 4180, one row for each promise', () => {
    const [head = [], ...rows] = rowsIn(csv(view([quoting('“Free”, says Ada; "always"\nfree'), first])))
    expect(head).toEqual(['id', 'verdict', 'topic', 'promise', 'values', 'scope', 'conditions', 'valid_from', 'valid_until', 'holds', 'place', 'touchpoint', 'owner', 'told'])
    expect(rows.map((row) => row.length)).toEqual([14, 14])
    expect(rows[0]?.[3]).toBe('“Free”, says Ada; "always" free')
    expect(rows[1]?.[13]).toBe('phone: do/refunds.md:3 (contradicted)')
  })

  test.each(['=1+1', '+49 30', '-10%', '@SUM(A1)', '\t=1+1', '\r=1', ' =1', '＝1'])('%j cannot run as a formula', (text) => {
    const [, row = []] = rowsIn(csv(view([quoting(text)])))
    expect(row[3]).toMatch(/^'[=+\-@＝]/)
  })
})

test('markdown makes one table for each topic, and text stays text', () => {
  const output = markdown(view([quoting('a | b <b>c</b> *d* [e](f)'), first]))
  expect(output).toContain('## Returns\n\n| Verdict | Promise | Amount | Time | Customers read it in | Staff are told in |')
  expect(output).toContain('| contradicted | a \\| b \\<b\\>c\\</b\\> \\*d\\* \\[e\\](f) |')
  expect(output).toContain('| `say/returns.md:3` | phone: `do/refunds.md:3` |')
})
