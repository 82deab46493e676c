import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { check } from '../engine/check.js'
import { formats } from '../formats/index.js'
import { loadPack } from '../host/load-pack.js'
import { openProject } from '../host/open-project.js'
import type { Finding } from '../model/finding.js'
import { better, figuresOf, scoreAgainst, worse, type Figures, type Gold, type GoldFinding, type Score } from './labelled.js'

const WRITE = 'SAYDO_FIGURES=write npx vitest run src/testing/labelled.test.ts'
const writes = process.env['SAYDO_FIGURES'] === 'write'
const root = fileURLToPath(new URL('../../fixtures/labelled/', import.meta.url))
const figuresFile = `${root}figures.json`
const pack = loadPack(fileURLToPath(new URL('../../rules', import.meta.url)))
const hasTerms = (company: string): number => Number(/^terms:/m.test(readFileSync(`${root}${company}/saydo.yaml`, 'utf8')))
/** Those without terms of their own come first: the words of the pack are compiled once for all of them. */
const companies = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  .sort((a, b) => hasTerms(a) - hasTerms(b) || (a < b ? -1 : 1))
const kept = existsSync(figuresFile) ? JSON.parse(readFileSync(figuresFile, 'utf8')) as Readonly<Record<string, Figures>> : {}
const current = new Map<string, Figures>()

async function scoreOf(company: string): Promise<Score> {
  const { files, config, problems } = await openProject({
    cwd: root, flags: { config: `${company}/saydo.yaml` }, today: '2026-11-22',
    pack, extensions: formats.flatMap((format) => format.extensions),
  })
  const report = await check({ files, config, pack, problems })
  expect(report.problems, `${company} cannot be read in full`).toEqual([])
  const gold = JSON.parse(readFileSync(`${root}${company}/gold.json`, 'utf8')) as Gold
  return scoreAgainst(gold, report.findings, new Map(files.map(({ path, source }) => [path, source])))
}

/** What to look at when a company does worse. */
const details = ({ wrong, missed }: Score): string => [
  ...wrong.map(({ ruleId, at }) => `  wrong   ${ruleId}  ${at.file}  "${at.quote}"`),
  ...missed.map(({ id, rule, at }) => `  missed  ${id} ${rule}  ${at[0]?.file}:${at[0]?.line}  "${at[0]?.quote}"`),
].join('\n')

describe('labelled companies', () => {
  test.each(companies)('%s: no fewer right and no more wrong than before', async (company) => {
    const score = await scoreOf(company)
    const now = figuresOf(score)
    current.set(company, now)
    if (writes) return
    const before = kept[company]
    if (!before) throw new Error(`${company} has no figures in fixtures/labelled/figures.json yet. To write them: ${WRITE}`)
    const sentence = worse(company, before, now)
    if (sentence) throw new Error(`${sentence} All that is wrong or missed now:\n${details(score)}`)
  }, 60_000)

  test('figures are kept for these companies only', () => {
    if (!writes) expect(Object.keys(kept).filter((name) => !companies.includes(name))).toEqual([])
  })

  afterAll(() => {
    // a run of one company (-t) knows too little to write
    const complete = companies.every((company) => current.has(company))
    if (writes && complete) writeFileSync(figuresFile, `{\n${[...current].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { right, wrong, missed }]) =>
      `  "${name}": { "right": ${right}, "wrong": ${wrong}, "missed": ${missed} }`).join(',\n')}\n}\n`)
    if (writes) return
    const gains = [...current].flatMap(([company, now]) => (kept[company] && better(company, kept[company], now)) ?? [])
    if (gains.length > 0) console.info(`${gains.join('\n')}\nTo keep the new figures: ${WRITE}`)
  })
})

describe('scoring', () => {
  const sources = new Map([['say/a.md', 'One.\nTwo.\nThree.\nFour.\nFive.'], ['do/b.md', 'Six.\nSeven.\nEight.\nNine.']])
  const spot = (file: string, line: number): Finding['at'] => {
    const lines = sources.get(file)?.split('\n') ?? []
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
    return { file, span: { start, end: start + (lines[line - 1]?.length ?? 0) }, quote: lines[line - 1] ?? '' }
  }
  const found = (ruleId: string, at: Finding['at'], ...related: Finding['at'][]): Finding =>
    ({ ruleId, severity: 'warning', at, related, what: { id: 'x', slots: {} }, why: [], fingerprint: '' })
  const place = (file: string, line: number) => ({ file, line, quote: '' })
  const label: GoldFinding = { id: 'f1', rule: 'promise/contradicted', also: ['promise/unbacked'], at: [place('say/a.md', 1), place('do/b.md', 1)], why: '' }
  const gold: Gold = { language: 'en', findings: [label], traps: [], allow: [{ rule: 'wording/jargon', at: [place('say/a.md', 5)] }] }
  const figures = (...findings: Finding[]): Figures => figuresOf(scoreAgainst(gold, findings, sources))
  const right = { right: 1, wrong: 0, missed: 0 }
  const wrong = { right: 0, wrong: 1, missed: 1 }
  const neither = { right: 0, wrong: 0, missed: 1 }

  test('wants both places of a rule that compares two', () => {
    expect(figures(found('promise/contradicted', spot('say/a.md', 1), spot('do/b.md', 1)))).toEqual(right)
    expect(figures(found('promise/contradicted', spot('say/a.md', 1), spot('do/b.md', 4)))).toEqual(wrong)
    expect(figures(found('promise/contradicted', spot('say/a.md', 1)))).toEqual(wrong)
    expect(figures(found('promise/unbacked', spot('say/a.md', 1)))).toEqual(right)
  })

  test('forgives one line, and no more', () => {
    expect(figures(found('promise/unbacked', spot('say/a.md', 2)))).toEqual(right)
    expect(figures(found('promise/unbacked', spot('say/a.md', 3)))).toEqual(wrong)
  })

  test('counts another rule at the place as wrong', () => {
    expect(figures(found('promise/absolute', spot('say/a.md', 1)))).toEqual(wrong)
  })

  test('counts a second report neither way', () => {
    const one = found('promise/unbacked', spot('say/a.md', 1))
    expect(figures(one, one)).toEqual(right)
  })

  test('leaves out what is allowed, and infos that nobody asked for', () => {
    expect(figures(found('wording/jargon', spot('say/a.md', 5)))).toEqual(neither)
    expect(figures({ ...found('promise/absolute', spot('say/a.md', 4)), severity: 'info' })).toEqual(neither)
    expect(figures({ ...found('promise/unbacked', spot('say/a.md', 1)), severity: 'info' })).toEqual(right)
  })

  test('says what got worse and what got better', () => {
    const before = { right: 5, wrong: 2, missed: 3 }
    expect(worse('bank', before, { right: 4, wrong: 3, missed: 4 })).toBe('bank does worse than before: right findings fell from 5 to 4, and wrong findings rose from 2 to 3.')
    expect(worse('bank', before, before)).toBeUndefined()
    expect(better('bank', before, { right: 6, wrong: 2, missed: 2 })).toBe('bank does better than before: right findings rose from 5 to 6.')
    expect(better('bank', before, { right: 6, wrong: 3, missed: 2 })).toBeUndefined()
  })
})
