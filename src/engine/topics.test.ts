import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { configFrom } from '../host/check-config.js'
import { loadPack } from '../host/load-pack.js'
import type { Report } from '../model/finding.js'
import { check } from './check.js'

const pack = loadPack(fileURLToPath(new URL('../../rules', import.meta.url)))
const BOUQUETS = {
  id: 'bouquet-freshness', title: 'Freshness of bouquets', cues: { en: ['bloombright'] },
  measures: { window: { title: 'time that a bouquet stays fresh', role: 'window' } },
}

const run = (topics: readonly object[], say: string, told: string): Promise<Report> => check({
  files: [{ path: 'say/a.md', side: 'say', source: say, tags: {} }, { path: 'do/b.md', side: 'do', source: told, tags: {} }],
  config: configFrom({ business: 'retail', topics }, { today: '2025-11-22', ruleIds: [] }), pack, problems: [],
})
const topicsOf = (report: Report): readonly (string | undefined)[] => report.findings.filter((one) => one.ruleId === 'promise/contradicted').map((one) => one.topic)

test('a topic of the user\'s own makes a contradiction found', async () => {
  const [say, told] = ['# Bouquets\n\nOur Bloombright is 7 days.\n', '# Counter\n\nBloombright is 4 days.\n']
  expect(topicsOf(await run([BOUQUETS], say, told))).toEqual(['bouquet-freshness.window'])
  expect(topicsOf(await run([], say, told))).not.toContain('bouquet-freshness.window')
})

test('a topic with a shipped id adds to it', async () => {
  const more = { id: 'returns', title: 'Returns', cues: { en: ['boomerang*'] }, measures: {} }
  const [say, told] = ['# Shop\n\nBoomerang unworn shoes within 60 days.\n', '# Counter\n\nAccept a boomerang of unworn shoes within 30 days.\n']
  expect(topicsOf(await run([more], say, told))).toEqual(['returns.window'])
  expect(topicsOf(await run([], say, told))).not.toContain('returns.window')
})
