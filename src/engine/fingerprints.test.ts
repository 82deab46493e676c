import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { configFrom } from '../host/check-config.js'
import { loadPack } from '../host/load-pack.js'
import type { Finding } from '../model/finding.js'
import type { SourceFile } from '../model/program.js'
import { check } from './check.js'

const pack = loadPack(fileURLToPath(new URL('../../rules', import.meta.url)))
const config = configFrom({ business: 'retail' }, { today: '2025-11-22', ruleIds: pack.rules.map((rule) => rule.id) })

const file = (path: string, source: string): SourceFile => ({ path, side: path.startsWith('say') ? 'say' : 'do', source, tags: { language: 'en' } })

async function findings(files: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  const report = await check({ files: Object.entries(files).map(([path, source]) => file(path, source)), config, pack, problems: [] })
  return report.findings
}

/** What a baseline knows a report by. */
const prints = (all: readonly Finding[]): readonly string[] => all.flatMap(({ fingerprint, also }) => [fingerprint, ...(also ?? [])]).sort()

const SAY = ['# Garden Gate Lamps', 'You can return any lamp within 30 days.', 'Delivery is free from €50.', 'We reply to every email within 24 hours.', 'Every lamp carries a 2-year warranty.']
const DO = ['# At the counter', 'Accept returns of lamps up to 14 days.', 'Delivery is free from €80.', 'Reply to emails within 3 days.', 'Never mention the 2-year warranty on lamps.', 'Blame the courier if a lamp is late.']
const UNRELATED = ['The garden opens behind the shop.', 'Our cat sleeps in the window.', 'Mind the step.', 'The paint on the door is green.']

const text = (paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n`

const whole = await findings({ 'say/page.md': text(SAY), 'do/counter.md': text(DO) })

test('the company of these tests has something to tell apart', () => {
  expect(whole.map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining(['promise/contradicted', 'promise/withheld', 'wording/blame-shifting']))
  expect(new Set(prints(whole)).size).toBe(prints(whole).length)
})

describe('a finding keeps its fingerprint', () => {
  const [title = '', ...paragraphs] = SAY
  const [doTitle = '', ...instructions] = DO
  const mixed = (own: readonly string[]): fc.Arbitrary<readonly string[]> =>
    fc.tuple(fc.shuffledSubarray([...own], { minLength: own.length }), fc.subarray(UNRELATED)).chain(([all, more]) => fc.shuffledSubarray([...all, ...more], { minLength: all.length + more.length }))

  test('when paragraphs are put in another order, and others come between them', async () => {
    await fc.assert(fc.asyncProperty(mixed(paragraphs), mixed(instructions), async (say, told) => {
      expect(prints(await findings({ 'say/page.md': text([title, ...say]), 'do/counter.md': text([doTitle, ...told]) }))).toEqual(prints(whole))
    }), { numRuns: 15 })
  })

  test('when other documents come and go', async () => {
    expect(prints(await findings({ 'say/a.md': text(UNRELATED), 'say/page.md': text(SAY), 'do/b.md': text(UNRELATED.toReversed()), 'do/counter.md': text(DO) }))).toEqual(prints(whole))
  })

  test.each([
    ['You can return any lamp within 30 days.', 'Any lamp can be returned within **30 days**!'],
    ['You can return any lamp within 30 days.', 'You can return any lamp\nwithin thirty days.'],
    ['Delivery is free from €50.', 'Free delivery from 50 EUR.'],
    ['Accept returns of lamps up to 14 days.', 'Up to two weeks, accept the return of a lamp.'],
    ['Reply to emails within 3 days.', 'Emails: reply within 72 hours.'],
    ['Blame the courier if a lamp is late.', 'Blame **the courier** if a\nlamp is late!'],
  ])('when it is said in other words: %s → %s', async (before, after) => {
    const say = text(SAY).replace(before, after)
    const told = text(DO).replace(before, after)
    expect([say, told]).not.toEqual([text(SAY), text(DO)])
    expect(prints(await findings({ 'say/page.md': say, 'do/counter.md': told }))).toEqual(prints(whole))
  })
})

describe('two findings share a fingerprint only if they are the same', () => {
  const company = fc.record({ product: fc.constantFrom('lamp', 'bike', 'chair'), promised: fc.constantFrom(30, 45, 60), told: fc.constantFrom(7, 14, 21), page: fc.constantFrom('a', 'b') })

  test('another product, another amount on either side or another page makes another finding', async () => {
    await fc.assert(fc.asyncProperty(company, company, async (one, other) => {
      const [first, second] = await Promise.all([one, other].map(async ({ product, promised, told, page }) =>
        prints(await findings({ [`say/${page}.md`]: `# Returns\n\nYou can return any ${product} within ${promised} days.\n`, 'do/counter.md': `# Returns\n\nAccept returns of any ${product} up to ${told} days.\n` }))))
      expect(first).toHaveLength(1)
      expect(JSON.stringify(first) === JSON.stringify(second)).toBe(JSON.stringify(one) === JSON.stringify(other))
    }), { numRuns: 40 })
  })

  test('also in the rows of one table', async () => {
    const table = (rows: readonly (readonly [string, number])[]): string => `# Delivery\n\n| | delivered within |\n|---|---|\n${rows.map(([name, days]) => `| ${name} | ${days} days |`).join('\n')}\n`
    const found = await findings({ 'say/delivery.md': table([['Varifocal lenses', 3], ['Sunglasses', 3]]), 'do/delivery.md': table([['Varifocal lenses', 9], ['Sunglasses', 9]]) })
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['promise/contradicted', 'promise/contradicted'])
    expect(new Set(prints(found)).size).toBe(2)
  })
})

test('an instruction that parts from a promise in a second place does not hide behind the first', async () => {
  const say = { 'say/page.md': '# Returns\n\nYou can return any lamp within 30 days.\n' }
  const counter = { 'do/counter.md': '# Returns\n\nAccept returns of any lamp up to 14 days.\n' }
  const phone = { 'do/phone.md': '# Returns\n\nAccept returns of any lamp up to 10 days.\n' }
  const first = prints((await findings({ ...say, ...counter })).filter(({ ruleId }) => ruleId === 'promise/contradicted'))
  const both = prints((await findings({ ...say, ...counter, ...phone })).filter(({ ruleId }) => ruleId === 'promise/contradicted'))
  expect(both).toHaveLength(2)
  expect(both).toEqual(expect.arrayContaining([...first]))
})
