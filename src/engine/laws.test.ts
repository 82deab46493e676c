import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { configFrom } from '../host/check-config.js'
import { loadPack } from '../host/load-pack.js'
import type { Finding, Report } from '../model/finding.js'
import type { SourceFile } from '../model/program.js'
import { check } from './check.js'

const pack = loadPack(fileURLToPath(new URL('../../rules', import.meta.url)))
const config = configFrom({ business: 'retail' }, { today: '2025-11-22', ruleIds: pack.rules.map((rule) => rule.id) })
const LONG = 120_000

const PAGES: Readonly<Record<string, string>> = {
  'say/returns.md': '# Returns\n\nYou can return any kite within 30 days of delivery.\nWe refund the full price within 5 days.\n\n- Repairs are free for 2 years.\n- Delivery is free from €50.\n',
  'say/help.html': '<h1>Help</h1>\n<p>We reply to every email\nwithin 24 hours.</p>\n<ul>\n<li>Kites fly every day.</li>\n</ul>\n',
  'say/shop.yaml': 'delivery:\n  free_from: Delivery is free from €50.\n  note: |\n    Our kites are\n    sewn by hand.\n',
  'say/app.json': '{\n  "warranty": "Every kite carries a 2-year warranty."\n}\n',
  'do/counter.md': '# At the counter\n\nAccept returns of kites up to 14 days after delivery.\n\n| Order | Delivery |\n|---|---|\n| over €75 | free |\n\nNever mention the 2-year warranty on kites.\n',
  'do/mail.txt': 'EMAILS\n\nReply to emails within 3 days.\nBlame the courier if a kite is late.\n',
  'do/phone.mdx': '# Phone\n\n<Note>\n  Ask the manager for approval before you refund a kite.\n</Note>\n',
}
const file = (path: string, source: string): SourceFile => ({ path, side: path.startsWith('say') ? 'say' : 'do', source, tags: {} })
const report = (pages: Readonly<Record<string, string>>): Promise<Report> => check({ files: Object.entries(pages).map(([path, source]) => file(path, source)), config, pack, problems: [] })
/** What findings say, without where in their files they stand. */
const said = (findings: readonly Finding[]): readonly string[] => findings.map(({ ruleId, severity, fingerprint }) => `${ruleId} ${severity} ${fingerprint}`).sort()

const whole = await report(PAGES)
const written = (of: Report): string => JSON.stringify(of)

test('the company of these laws has something to find in every kind of rule', () => {
  expect(new Set(whole.findings.map(({ ruleId }) => ruleId.split('/')[0]))).toEqual(new Set(['promise', 'wording']))
  expect(whole.findings.length).toBeGreaterThan(4)
})

describe('what does not change the report', () => {
  test('the order of files', async () => {
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(Object.entries(PAGES), { minLength: Object.keys(PAGES).length }), async (entries) => {
      expect(written(await report(Object.fromEntries(entries)))).toBe(written(whole))
    }), { numRuns: 12 })
  }, LONG)

  test('line endings, in some files or in all', async () => {
    await fc.assert(fc.asyncProperty(fc.subarray(Object.keys(PAGES), { minLength: 1 }), async (names) => {
      const pages = Object.fromEntries(Object.entries(PAGES).map(([path, source]) => [path, names.includes(path) ? source.replaceAll('\n', '\r\n') : source]))
      expect(said((await report(pages)).findings)).toEqual(said(whole.findings))
    }), { numRuns: 12 })
  }, LONG)

  test('a paragraph about something else, wherever it stands', async () => {
    const documents = Object.keys(PAGES).filter((path) => path.endsWith('.md'))
    const paragraphs = fc.constantFrom('The paint on the door is green.', 'Our cat sleeps in the window.', 'The wind comes from the sea.', 'There are apples behind the shop.')
    await fc.assert(fc.asyncProperty(fc.constantFrom(...documents), paragraphs, fc.nat(9), async (path, paragraph, at) => {
      const blocks = (PAGES[path] as string).split('\n\n')
      const pages = { ...PAGES, [path]: blocks.toSpliced(1 + (at % blocks.length), 0, paragraph).join('\n\n') }
      expect(said((await report(pages)).findings)).toEqual(said(whole.findings))
    }), { numRuns: 12 })
  }, LONG)
})

interface Deal {
  readonly promise: (n: number) => string
  readonly order: (n: number) => string
  /** More is better for the customer. */
  readonly more: boolean
}

const DEALS: readonly (readonly [string, Deal])[] = [
  ['days to return something', { promise: (n) => `You can return any kite within ${n} days.`, order: (n) => `Accept returns of kites up to ${n} days.`, more: true }],
  ['years of warranty', { promise: (n) => `Every kite carries a ${n}-year warranty.`, order: (n) => `Kites have a warranty of ${n} years.`, more: true }],
  ['a discount', { promise: (n) => `Students get ${n}% off every kite.`, order: (n) => `Give students ${n}% off kites.`, more: true }],
  ['days until an answer', { promise: (n) => `We reply to every email within ${n} days.`, order: (n) => `Reply to emails within ${n} days.`, more: false }],
  ['a sum from which delivery is free', { promise: (n) => `Delivery is free from €${n}.`, order: (n) => `Delivery is free from €${n}.`, more: false }],
  ['a fee', { promise: (n) => `Express delivery costs €${n}.`, order: (n) => `Charge €${n} for express delivery.`, more: false }],
]

describe('a more generous instruction never makes a finding, and a meaner one never takes one away:', () => {
  test.each(DEALS)('%s', async (_, { promise, order, more }) => {
    const amount = fc.integer({ min: 2, max: 90 })
    const findings = async (promised: number, told: number): Promise<readonly string[]> =>
      (await report({ 'say/page.md': `# Kites\n\n${promise(promised)}\n`, 'do/counter.md': `# Kites\n\n${order(told)}\n` })).findings.filter(({ ruleId }) => ruleId.startsWith('promise/')).map(({ ruleId }) => ruleId)
    await fc.assert(fc.asyncProperty(amount, amount, amount, async (promised, one, other) => {
      const [worse, better] = (one < other) === more ? [one, other] : [other, one]
      const [ofWorse, ofBetter] = [await findings(promised, worse), await findings(promised, better)]
      expect(ofBetter.filter((rule) => !ofWorse.includes(rule))).toEqual([])
      const isMeaner = more ? worse < promised : worse > promised
      expect(ofWorse.includes('promise/contradicted')).toBe(isMeaner)
    }), { numRuns: 25 })
  }, LONG)
})
