import { readFileSync } from 'node:fs'
import { Chalk } from 'chalk'
import { parseFragment, parse as parseHtml, serialize, type DefaultTreeAdapterMap } from 'parse5'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Report, Spot } from '../../model/finding.js'
import { cannedRules } from '../canned.js'
import type { Messages } from '../phrase.js'
import type { Surface, View } from '../reporter.js'
import { largeReport, report, sources } from './canned.js'
import { html } from './html.js'

const messagesOf = (locale: string): Messages => parse(readFileSync(new URL(`../../../rules/messages/${locale}.yaml`, import.meta.url), 'utf8')) as Messages
const english = messagesOf('en')
const surface: Surface = { paint: new Chalk({ level: 0 }), width: 80, prefix: '' }
const view = (change: Partial<View> = {}): View => ({
  report, sources, rules: cannedRules, messages: english, version: '1.2.3', topics: [{ id: 'check-out', title: 'Check-out from the room' }], today: '2025-11-22', ...change,
})
const pageOf = (change: Partial<View> = {}): string => html.render(view(change), surface)

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

const isElement = (node: Node): node is Element => 'tagName' in node
function elements(node: Node): readonly Element[] {
  const inside = 'childNodes' in node ? node.childNodes.flatMap(elements) : []
  return isElement(node) ? [node, ...inside] : inside
}
const all = (page: string, name: string): readonly Element[] => elements(parseHtml(page)).filter(({ tagName }) => tagName === name)
const attribute = (element: Element, name: string): string | undefined => element.attrs.find((one) => one.name === name)?.value
const textOf = (node: Node): string => (isElement(node) && ['script', 'style'].includes(node.tagName) ? '' : 'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '')
const plain = (page: string): string => textOf(parseHtml(page)).replace(/\s+/g, ' ')

describe('the page tells', () => {
  const page = pageOf()
  const text = plain(page)

  test('a manager the share of promises kept, the counts, the day, and what was read', () => {
    for (const piece of ['33%', '2 of 6 promises are kept', '2 errors, 3 warnings, 1 suggestion', 'November 22, 2025', 'Read 2 documents for customers, 3 documents for staff.']) expect(text).toContain(piece)
  })

  test('in the chart and its text how all promises fare', () => {
    expect(textOf(all(page, 'desc')[0] as Element)).toBe('1 kept, and staff know of them; 1 with nothing against them, but staff are not told; 1 weakened; 1 with a condition that only staff know; 2 contradicted')
    const widths = all(page, 'rect').map((rect) => Math.round(Number(attribute(rect, 'width'))))
    expect(widths).toEqual([163, 163, 163, 163, 329])
  })

  test('of each promise what every touchpoint and document for staff knows of it', () => {
    const heads = all(page, 'th').filter((th) => attribute(th, 'scope') === 'col').map((th) => textOf(th))
    expect(heads).toEqual(['Promise', 'front desk desk/front.md', 'phone.md', 'night.md'])
    const rows = all(page, 'tr').filter((row) => attribute(row, 'class') === 'promise').map((row) => elements(row).filter(({ tagName }) => tagName === 'td').map((td) => textOf(td).trim()))
    expect(rows).toEqual([['✕ contradicted', '', ''], ['✓ kept', '✕ contradicted', ''], ['✓ kept', '', ''], ['', '', ''], ['✱ condition', '', ''], ['', '↓ weakened', '']])
  })

  test('of each finding what is wrong, why it matters, what to do, whose it is, and the rule', () => {
    const first = all(page, 'article').find((article) => attribute(article, 'class')?.startsWith('finding')) as Element
    const said = textOf(first).replace(/\s+/g, ' ')
    for (const piece of ['error', 'Customers are promised “until 12:00”, but staff are told “11:00”.', 'Why it matters: Customers plan by what they read.', 'What to do: Make both the same.', 'Owner: Noor, Ida', 'promise/contradicted', 'Both speak of: room.', 'Probably the one to change: desk/front.md:3. Customers have already read the promise.']) {
      expect(said.replaceAll(': ', ':')).toContain(piece.replaceAll(': ', ':'))
    }
  })

  test('beside a promise, too, which side should probably change', () => {
    const article = elements(parseHtml(page)).find((element) => attribute(element, 'id') === 'p-a1') as Element
    expect(textOf(article)).toContain('Probably the one to change: desk/front.md:3.')
  })

  test('what could not be read', () => {
    expect(text).toContain('desk/old.txt:2 This file is saved as UTF-16.')
    expect(text).toContain('Finnish: saydo has no words of this language yet')
    expect(text).toContain('site/fi.md')
  })
})

describe('the words that differ are marked:', () => {
  const marks = (node: Node): readonly string[] => elements(node).filter(({ tagName }) => tagName === 'mark').map(textOf)
  const article = (id: string): Element => elements(parseHtml(pageOf())).find((element) => attribute(element, 'id') === `p-${id}`) as Element

  test.each([
    ['a1', ['until 12:00', '11:00']],
    ['a2', ['48 hours', '24 hours']],
    ['a3', []],
    ['a5', ['€15']],
    ['a6', ['where possible']],
  ])('%s', (id, expected) => expect(marks(article(id))).toEqual(expected))
})

test('quotes and the page say what language they are in', () => {
  const page = pageOf({ messages: { ...english, ...messagesOf('sk') } })
  expect(attribute(all(page, 'html')[0] as Element, 'lang')).toBe('sk')
  const german = all(page, 'blockquote').filter((quote) => attribute(quote, 'lang') === 'de')
  expect(new Set(german.map(textOf))).toEqual(new Set(['Hunde sind in jedem Zimmer willkommen, ohne Aufpreis.']))
})

test.each(['sk', 'bg', 'ru', 'lt', 'de'])('in %s no English is left and no text is missing', (locale) => {
  const page = pageOf({ messages: { ...english, ...messagesOf(locale) } })
  const text = plain(page)
  expect(text).not.toMatch(/html\.\w|Staff|Customers read|promises|What to mend/)
})

test('a topic has the name of the messages, or of its file, or its id', () => {
  const page = pageOf({ messages: { ...english, 'topic.pets': 'Haustiere' } })
  const options = all(page, 'option').map((option) => textOf(option))
  expect(options).toEqual(expect.arrayContaining(['Check-out from the room', 'Haustiere', 'reply-time']))
})

describe('one file that needs nothing else and trusts nothing', () => {
  const HOSTILE = [
    '</script><script>window.hacked = 1</script>', '"><img src=x onerror="window.hacked = 1">', "' onmouseover='window.hacked = 1", '<!-- <script>', '</style></title>',
    '&lt;b&gt; & co', '\u202edetrever\u202c', 'bell\u0007 and escape \u001b[31m', '${window.hacked = 1}', '<svg><script>hacked()</script></svg>',
  ]
  const spoil = (spot: Spot, index: number): Spot => ({ ...spot, file: `${HOSTILE[index % HOSTILE.length]}.md`, quote: HOSTILE[index % HOSTILE.length] as string })
  const hostile: Report = {
    ...report,
    documents: HOSTILE.map((text, index) => ({ path: `${text}.md`, side: index % 2 ? 'do' : 'say', language: text, touchpoint: text, owner: text })),
    ledger: HOSTILE.map((text, index) => ({ ...report.ledger[0]!, id: `${text}`, topic: text, owner: text, language: text, lead: text, spot: spoil(report.ledger[0]!.spot, index), told: [{ ...report.ledger[0]!.told[0]!, touchpoint: text, owner: text, spot: spoil(report.ledger[0]!.spot, index + 1) }] })),
    findings: HOSTILE.map((text, index) => ({ ...report.findings[0]!, ruleId: text, topic: text, at: spoil(report.ledger[0]!.spot, index), related: [spoil(report.ledger[0]!.spot, index + 1)], what: { id: text, slots: { promise: text, told: text } }, why: [{ id: 'x', slots: { text } }] })),
    problems: HOSTILE.map((text) => ({ file: text, message: text })),
    unread: [{ tag: 'fi', files: HOSTILE }],
  }
  const page = pageOf({ report: hostile, topics: HOSTILE.map((text) => ({ id: text, title: text })) })

  test('whatever stands in a document stays text', () => {
    const tags = new Set(elements(parseHtml(page)).map(({ tagName }) => tagName))
    expect(tags.has('img')).toBe(false)
    expect(all(page, 'script').map((script) => attribute(script, 'type'))).toEqual(['application/json', undefined])
    const names = new Set(elements(parseHtml(page)).flatMap(({ attrs }) => attrs.map(({ name }) => name)))
    expect([...names].filter((name) => name.startsWith('on') || name === 'src' || name === 'style')).toEqual([])
    expect(plain(page)).toContain('</script><script>window.hacked = 1</script>')
    expect(serialize(parseFragment(page)).match(/<script/g)).toHaveLength(2)
  })

  test('characters that hide or turn text around are made visible', () => {
    // eslint-disable-next-line no-control-regex -- control characters are what this is about
    expect(page.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    expect(page).toContain('bell␇ and escape ␛[31m')
  })

  test('the policy lets nothing run or load but the style and the script of the page', () => {
    const policy = all(page, 'meta').find((meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy') as Element
    expect(attribute(policy, 'content')).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; script-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'$/)
    expect(page).not.toMatch(/https?:|\burl\(|@import/)
  })
})

test('a report without promises, documents or findings is a page all the same', () => {
  const empty: Report = { documents: [], summary: { errors: 0, warnings: 0, infos: 0, documents: { say: 0, do: 0 }, promises: 0, kept: 0 }, findings: [], suppressed: [], ledger: [], problems: [], silences: [], unread: [] }
  const page = pageOf({ report: empty, sources: new Map() })
  expect(plain(page)).toContain('There was no document to read, so nothing was checked.')
  expect(all(page, 'table')).toEqual([])
  expect(plain(page)).not.toContain('%')
})

test('of a large report a browser lays out only the beginning, and a silent cell costs four letters', { timeout: 60_000 }, () => {
  const page = pageOf({ report: largeReport(2000, 40) })
  const rows = page.match(/<tr class="promise"[^>]*>/g) ?? []
  expect([rows.length, rows.filter((row) => !row.includes(' hidden')).length]).toEqual([2000, 100])
  expect(page).toContain('<td><td><td><td>')
})
