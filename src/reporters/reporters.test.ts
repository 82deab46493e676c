import { readFileSync } from 'node:fs'
import { Chalk } from 'chalk'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { cannedMessages, cannedReport, cannedRules, cannedSources, cleanReport } from './canned.js'
import { json } from './json.js'
import type { Messages } from './phrase.js'
import { REPORTERS } from './reporters.js'
import type { Surface, View } from './reporter.js'
import { renderStory } from './silences.js'
import { text } from './text.js'

const english = parse(readFileSync(new URL('../../rules/messages/en.yaml', import.meta.url), 'utf8')) as Messages
const surface: Surface = { paint: new Chalk({ level: 0 }), width: 80, prefix: 'shop/' }
const view = (report = cannedReport): View => ({ report, sources: cannedSources, rules: cannedRules, messages: { ...english, ...cannedMessages }, version: '1.2.3', topics: [], today: '2025-11-22' })

describe.each(REPORTERS)('$id', ({ id, load }) => {
  test('is loaded by its name', async () => {
    expect((await load()).id).toBe(id)
  })

  test('every finding and problem is there, with its place', async () => {
    const reporter = await load()
    const output = reporter.render(view(), surface)
    for (const piece of ['promise/contradicted', 'promise/unbacked', 'Customers are promised 30 days, staff are told 14 days.', 'do/refunds.md', 'This file is saved as UTF-16.']) {
      expect(output).toContain(piece)
    }
    expect(output.endsWith('\n')).toBe(true)
  })

  test('a clean report, an unknown rule and an unknown file do no harm', async () => {
    const reporter = await load()
    expect(reporter.render(view(cleanReport), surface)).not.toBe('')
    const bare: View = { ...view(), rules: [], sources: new Map(), messages: {} }
    expect(reporter.render(bare, surface)).toContain('finding.contradicted (said: 30 days, told: 14 days)')
  })
})

test('json is the format of version 1', () => {
  const output = JSON.parse(json.render(view(), surface)) as Record<string, unknown>
  expect(output).toMatchObject({ version: 1, tool: { name: 'saydo', version: '1.2.3' }, summary: cannedReport.summary })
  expect((output.findings as unknown[])[0]).toEqual({
    ruleId: 'promise/contradicted', severity: 'error', message: 'Customers are promised 30 days, staff are told 14 days.', topic: 'returns.window',
    file: 'say/returns.md', line: 3, column: 34, endLine: 3, endColumn: 41, quote: '30 days',
    related: [{ file: 'do/refunds.md', line: 3, column: 22, endLine: 3, endColumn: 29, quote: '14 days', message: 'is what staff are told', owner: '@shop/desk' }],
    change: { file: 'do/refunds.md', line: 3, column: 22, endLine: 3, endColumn: 29, message: 'The other place was last looked at on 2025-11-01, this one on 2025-03-01.' },
    why: ['14 is less than 30'], fingerprint: 'abc123',
  })
  expect(output.problems).toEqual([{ file: 'say/old.txt', line: 2, column: 5, message: 'This file is saved as UTF-16.' }])
})

test('text tells what is wrong, where, why it matters and what to do', () => {
  expect(text.render(view(), surface)).toMatchInlineSnapshot(`
    "shop/say/returns.md
      3:34  error  promise/contradicted
      Customers are promised 30 days, staff are told 14 days.
         3 │ You can return anything within **30 days**.
           │                                  ^^^^^^^
      shop/do/refunds.md:3:22  is what staff are told
         3 │ Accept returns up to 14 days. Be kind.
           │                      ^^^^^^^
      Why it matters: Customers plan by what they read.
      What to do: Make both the same.
      Probably the one to change: shop/do/refunds.md:3:22. The other place was last
          looked at on 2025-11-01, this one on 2025-03-01.
      Belongs to: @shop/desk (shop/do/refunds.md)

      4:19  warning  promise/unbacked
      finding.unheard-of (quote: we pay)
         4 │     If it is broken, we pay.
           │                      ^^^^^^
      Why it matters: Customers plan by what they read.
      What to do: Make both the same.

    shop/say/old.txt
      2:5  cannot be used
      This file is saved as UTF-16.

    1 error, 1 warning, 1 problem in what was to be read.
    3 promises found, 1 kept, 2 in trouble.
    Read 1 document for customers, 1 document for staff.
    "
  `)
})

test('text says when nothing was compared', () => {
  const closing = (documents: { say: number; do: number }, promises: number): string =>
    text.render(view({ ...cleanReport, summary: { ...cleanReport.summary, documents, promises } }), surface)
  expect(closing({ say: 1, do: 0 }, 3)).toContain('there is no document for staff')
  expect(closing({ say: 0, do: 1 }, 0)).toContain('there is no document for customers')
  expect(closing({ say: 1, do: 1 }, 0)).toContain('No promise was found')
  expect(closing({ say: 0, do: 0 }, 0)).toContain('nothing was checked')
})

test('the clean line only stands where something was compared', () => {
  expect(text.render(view(cleanReport), surface)).toContain('All that was compared agrees')
  const empty = { ...cleanReport, summary: { ...cleanReport.summary, documents: { say: 0, do: 0 }, promises: 0 } }
  expect(text.render(view(empty), surface)).not.toContain('agrees')
})

test('colours are there when the surface has some', () => {
  // eslint-disable-next-line no-control-regex -- colours are escape sequences
  expect(text.render(view(), { ...surface, paint: new Chalk({ level: 1 }) })).toMatch(/\u001b\[31m/)
})

describe('the story of a line', () => {
  test('holds its findings and its silences', () => {
    const output = renderStory(view(), { file: 'do/refunds.md', line: 3 }, surface)
    expect(output).toContain('promise/contradicted')
    expect(output).toContain('[no-unit]')
  })

  const asked = { file: 'say/returns.md', line: 3 }
  const told = (quote: string): View => view({ ...cannedReport, findings: [], silences: [], understood: { ...asked, languages: [], statements: [{
    spot: { file: 'say/returns.md', span: { start: 11, end: 54 }, quote }, side: 'say', taken: 'promise', topics: ['returns.window', 'returns.fee'],
    amounts: [{ text: '30 days', role: 'window' }, { text: 'anything', role: 'yes', yes: false }, { text: '7' }], signs: [{ cue: 'absolute', spans: [{ start: 26, end: 34 }] }], scope: ['gold', 'Lantern Club'],
    untold: { code: 'familiar', slots: {} },
    near: [
      { spot: { file: 'do/refunds.md', span: { start: 11, end: 39 }, quote: 'Accept returns up to 14 days.' }, shared: ['#returns', 'return', '~accep', '~*1f', 'gift-card'], reason: { code: 'other-measure', slots: {} } },
      { spot: { file: 'do/refunds.md', span: { start: 40, end: 47 }, quote: 'Be kind.' }, shared: [], reason: { code: 'scope-apart', slots: { one: 'gold', other: '~varifocal silver-tier' } } },
    ],
  }] } })

  test('says what was made of each statement, and what it was compared with', () => {
    expect(renderStory(told('You can return anything within 30 days.'), asked, surface)).toMatchInlineSnapshot(`
      "What saydo made of shop/say/returns.md:3:
        "You can return anything within 30 days."
          A promise to customers.
          About: returns.
          Amounts and answers in it:
            "30 days": how long the customer has
            "anything": the answer is no
            "7": it is not clear what this measures
          Other words that count:
            "anything": without exception or limit
          Limited to: gold, Lantern Club.
          The documents for staff have most of its words, so it is not reported that
            staff are not told. [familiar]
          Nearest in the documents for staff:
            shop/do/refunds.md:3:1 "Accept returns up to 14 days."
              In common: return, Accept, gift card.
              Their amounts measure different things. [other-measure]
            shop/do/refunds.md:3:30 "Be kind."
              One is about “gold”, the other about “varifocal silver tier”.
                [scope-apart]
      "
    `)
  })

  test('nothing in a document moves the cursor', () => {
    expect(renderStory(told('\u001b[2Jfree'), asked, surface)).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/) // eslint-disable-line no-control-regex -- control characters are what this is about
  })
})
