import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { configFrom } from '../host/check-config.js'
import { loadPack } from '../host/load-pack.js'
import type { LedgerEntry } from '../model/ledger.js'
import type { DocumentTags } from '../model/document.js'
import type { Report } from '../model/finding.js'
import { check } from './check.js'

const pack = loadPack(fileURLToPath(new URL('../../rules', import.meta.url)))

interface Company {
  readonly say: string
  readonly told?: string
  readonly tags?: DocumentTags
}

/** What a shop's page and its one document for staff make of each other, on 22 November 2025. */
const report = ({ say, told = '# Counter\n\nWater the plants on Mondays.\n', tags = {} }: Company): Promise<Report> => check({
  files: [{ path: 'say/page.md', side: 'say', source: say, tags: {} }, { path: 'do/counter.md', side: 'do', source: told, tags }],
  config: configFrom({ business: 'retail' }, { today: '2025-11-22', ruleIds: [] }), pack, problems: [],
})
const ledger = async (company: Company): Promise<readonly LedgerEntry[]> => (await report(company)).ledger
const only = async (company: Company): Promise<LedgerEntry> => {
  const [entry, ...more] = await ledger(company)
  expect(more).toEqual([])
  return entry as LedgerEntry
}

const RETURNS = '# Returns\n\nSend kites back within 30 days of buying them.\n'

test.each<[string, string, readonly string[]]>([
  ['days and hours', 'Mon–Fri 9:00–18:00\n', ['Mon–Fri 9:00–18:00']],
  ['a sentence', 'We are open Monday to Friday from 9 am to 6 pm.\n', ['Monday to Friday from 9 am to 6 pm']],
  ['a table, with the day in its row', '| Day | Hours |\n|---|---|\n| Monday | 10:00–17:00 |\n| Sunday | closed |\n', ['10:00–17:00']],
])('opening hours are promises too, though staff have nothing to do: %s', async (_what, hours, values) => {
  const all = await ledger({ say: `# Opening hours\n\n${hours}` })
  expect(all.map((entry) => entry.values)).toEqual([values])
  expect(all[0]).toMatchObject({ topic: 'opening-hours.hours' })
})

describe('what became of a promise', () => {
  test.each<[string, string, LedgerEntry['verdict']]>([
    ['the same', 'Take kites back within 30 days.', 'kept'],
    ['more', 'Take kites back within 60 days.', 'kept'],
    ['less', 'Take kites back within 14 days.', 'contradicted'],
    ['the same, after asking', 'Kites come back within 30 days; ask the manager for approval before you take kites back.', 'condition'],
  ])('staff are told %s', async (_what, told, verdict) => {
    const entry = await only({ say: RETURNS, told: `# Returns\n\n${told}\n`, tags: { touchpoint: 'counter', owner: 'Ines' } })
    expect(entry).toMatchObject({ topic: 'returns.window', values: ['30 days'], verdict })
    expect(entry.told[0]).toMatchObject({ verdict, touchpoint: 'counter', owner: 'Ines', spot: { file: 'do/counter.md' } })
  })

  test('a worse passage names the finding that it comes from', async () => {
    const { findings, ledger: [entry] } = await report({ say: RETURNS, told: '# Returns\n\nTake kites back within 14 days.\n' })
    expect(entry?.told.map((one) => one.finding)).toEqual([findings[0]?.fingerprint])
    expect(entry?.findings).toEqual([{ ruleId: 'promise/contradicted', severity: 'warning', fingerprint: findings[0]?.fingerprint }])
  })

  test('nobody is told, and a finding says so', async () => {
    const entry = await only({ say: '# Kites\n\nEvery kite comes with a free repair kit for torn sails.\n' })
    expect([entry.verdict, entry.told]).toEqual(['unbacked', []])
  })

  test('a passage about something else that is counted alike tells nobody', async () => {
    const entry = await only({ say: RETURNS, told: '# Till\n\nKeep receipts for 30 days.\n' })
    expect(entry.told).toEqual([])
  })

  test('an order to refuse does not tell staff to keep a promise', async () => {
    const entry = await only({ say: '# Kites\n\nWe mend torn kite sails for free.\n', told: '# Kites\n\nRefuse to mend torn kite sails for free.\n' })
    expect(entry.verdict).not.toBe('kept')
  })
})

describe('how long a promise holds', () => {
  test.each<[string, string, Partial<LedgerEntry>]>([
    ['the sentence itself', '# Sale\n\nAll kites are 20% off until 30 November 2025.\n', { validUntil: '2025-11-30', holds: 'today' }],
    ['a sentence beside it', '# Sale\n\nAll kites are 20% off. The offer ends on 31 October 2025.\n', { validUntil: '2025-10-31', holds: 'over' }],
    ['the top of the document', '---\nvalid_until: 2025-12-24\n---\n# Sale\n\nAll kites are 20% off.\n', { validUntil: '2025-12-24', holds: 'today' }],
    ['its first day', '---\nvalid_from: 2025-12-01\n---\n# Sale\n\nAll kites are 20% off.\n', { validFrom: '2025-12-01', holds: 'not-yet' }],
    ['nobody', '# Sale\n\nAll kites are 20% off.\n', { validUntil: undefined, holds: 'today' }],
  ])('as %s says', async (_where, say, wanted) => {
    expect(await only({ say })).toMatchObject(wanted)
  })

  test('the end of one offer is not the end of the next', async () => {
    const [, repairs] = await ledger({ say: '# Offers\n\n## Kites\n\nAll kites are 20% off until 31 October 2025.\n\n## Repairs\n\nWe mend torn sails for free.\n' })
    expect(repairs).toMatchObject({ holds: 'today', spot: { quote: 'We mend torn sails for free.' } })
  })
})

test('sentences that limit a promise stand beside it', async () => {
  const entry = await only({ say: '# Returns\n\nSend kites back within 30 days. Kites made to order cannot be returned.\n' })
  expect(entry.conditions.map((spot) => spot.quote)).toEqual(['Kites made to order cannot be returned.'])
})

test('a cell is told with its row and its column', async () => {
  const entries = await ledger({ say: '# Delivery\n\n| Order | Standard | Express |\n| --- | --- | --- |\n| Kites over €50 | Free delivery | Free delivery |\n' })
  expect(entries.map((entry) => entry.lead)).toEqual(['Kites over €50 · Standard', 'Kites over €50 · Express'])
})

describe('the id of a promise', () => {
  const idOf = async (say: string): Promise<string> => (await only({ say })).id

  test('stays when other sentences come or its words change, and changes with the amount', async () => {
    const id = await idOf(RETURNS)
    expect(await idOf('# Returns\n\nWe like wind.\n\nWithin 30 days of buying them, send kites back.\n')).toBe(id)
    expect(await idOf('# Returns\n\nSend kites back within 40 days of buying them.\n')).not.toBe(id)
  })

  test('is its own, even where a page says the same twice', async () => {
    const ids = (await ledger({ say: `${RETURNS}\nSend kites back within 30 days of buying them.\n` })).map((entry) => entry.id)
    expect(new Set(ids).size).toBe(2)
  })
})

test('the counts of the summary are those of the ledger', async () => {
  const { summary, ledger: entries } = await report({ say: `${RETURNS}\nWe mend torn sails for free.\n`, told: '# Returns\n\nTake kites back within 14 days.\n' })
  const kept = entries.filter((entry) => entry.findings.every((finding) => finding.severity === 'info'))
  expect(summary).toMatchObject({ promises: 2, kept: kept.length })
  expect(entries).toHaveLength(2)
})
