import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { dayAfter } from '../host/clock.js'
import type { Report } from '../model/finding.js'
import type { Pack } from '../model/pack.js'
import { cannedReport, cannedRules, cannedSources, cleanReport } from '../reporters/canned.js'
import { tempFolder } from '../testing/temp-folder.js'
import { type Ended, saydoIn } from './saydo-in.js'

const english = parse(readFileSync(new URL('../../rules/messages/en.yaml', import.meta.url), 'utf8')) as Record<string, string>
const topic = { id: 'returns', title: 'Returns', covers: [], cues: {}, measures: [] }
const pack: Pack = { topics: [topic], concepts: [], cues: [], rules: cannedRules, languages: {}, others: {}, messages: { en: english } }
const COMPANY = { 'saydo.yaml': 'say: say\ndo: [{path: do, touchpoint: phone}]\n', ...Object.fromEntries(cannedSources) }
const readable: Report = { ...cannedReport, problems: [] }

async function saydo(words: readonly string[], report: Report = readable, files: Readonly<Record<string, string>> = COMPANY): Promise<Ended & { readonly folder: string }> {
  const folder = tempFolder(files)
  return { ...(await saydoIn(folder, words, { loadPack: () => pack, check: () => Promise.resolve(report) })), folder }
}

const quotes = async (...words: readonly string[]): Promise<readonly string[]> => {
  const { out } = await saydo(['promises', '--format', 'json', ...words])
  return (JSON.parse(out) as { promises: { quote: string }[] }).promises.map((promise) => promise.quote)
}

describe('saydo promises', () => {
  test('lists every promise', async () => {
    const { exit, out, err } = await saydo(['promises'])
    expect([exit, err]).toEqual([0, ''])
    expect(out).toContain('3 promises\n')
  })

  test.each<[string, readonly string[], readonly string[]]>([
    ['a status', ['--status', 'unbacked'], ['we pay']],
    ['two', ['--status', 'unbacked', '--status', 'kept'], ['we pay', 'You can return anything']],
    ['a topic', ['--topic', 'returns'], ['30 days']],
    ['one measure of it', ['--topic', 'returns.window'], ['30 days']],
    ['what ends soon', ['--expiring', '30d'], ['we pay']],
    ['what ends sooner', ['--expiring', '1w'], []],
    ['a page', ['say/returns.md'], ['30 days', 'we pay', 'You can return anything']],
    ['where staff are told', ['do'], ['30 days', 'You can return anything']],
  ])('chooses by %s', async (_what, words, wanted) => {
    expect(await quotes(...words)).toEqual(wanted)
  })

  test('says so when nothing was chosen', async () => {
    const { exit, out, err } = await saydo(['promises', '--status', 'weakened'])
    expect([exit, out]).toEqual([0, ''])
    expect(err).toBe('None of the 3 promises that were found is one that you asked for.\n')
  })

  test.each<[string, string]>([
    ['promises --status unbaked', 'There is no status "unbaked". Did you mean "unbacked"?'],
    ['promises --topic retruns', 'There is no topic "retruns". Did you mean "returns"?'],
    ['promises --expiring soon', '--expiring takes a number of days, weeks or months'],
    ['promises --format html', 'Allowed choices are table, json, csv, markdown'],
    ['promises nowhere.md', 'There is no file or folder "nowhere.md".'],
    ['brief --touchpoint fone', 'No document is for the touchpoint "fone". Did you mean "phone"?\nThe documents name these: phone.'],
  ])('%s is told in a sentence, and ends with 2', async (words, message) => {
    const { exit, out, err } = await saydo(words.split(' '))
    expect([exit, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })

  test('documents that cannot be read, and a project without promises, are no silent success', async () => {
    const broken = await saydo(['promises'], cannedReport)
    expect(broken.exit).toBe(1)
    expect(broken.err).toContain('This file is saved as UTF-16.')
    const empty = await saydo(['promises'], { ...cleanReport, ledger: [], summary: { ...cleanReport.summary, promises: 0, kept: 0 } })
    expect(empty.exit).toBe(2)
    expect(empty.err).toContain('No promise was found')
  })

  test('a broken configuration is told as check tells it', async () => {
    const { exit, err } = await saydo(['promises'], readable, { ...COMPANY, 'saydo.yaml': 'say: say\ndo: do\nbuisness: retail\n' })
    expect(exit).toBe(2)
    expect(err).toContain('There is no setting "buisness". Did you mean "business"?')
  })
})

describe('saydo brief', () => {
  test('prints the sheet, or writes it', async () => {
    const { exit, out } = await saydo(['brief'])
    expect([exit, out.split('\n')[0]]).toEqual([0, '# What we promise today'])
    const written = await saydo(['brief', '--touchpoint', 'Phone', '-o', 'sheets/today.md'])
    expect([written.exit, written.out]).toEqual([0, ''])
    expect(readFileSync(join(written.folder, 'sheets/today.md'), 'utf8')).toContain('## In the documents for “phone”')
  })
})

test.each([
  ['2025-11-22', '30d', '2025-12-22'], ['2025-11-22', '2 weeks', '2025-12-06'], ['2025-11-22', '3m', '2026-02-22'],
  ['2026-01-31', '1 month', '2026-02-28'], ['2025-11-22', '0d', '2025-11-22'], ['2025-11-22', '30', undefined], ['2025-11-22', '-3d', undefined],
])('from %s, %s is %s', (day, span, wanted) => {
  expect(dayAfter(day, span)).toBe(wanted)
})
