import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { configFrom } from '../host/check-config.js'
import { loadPack } from '../host/load-pack.js'
import { check } from './check.js'

const pack = loadPack(fileURLToPath(new URL('../../rules', import.meta.url)))

test.each([['free_shipping_from: 49\n'], ['delivery:\n  free_from: 49.00\n']])('a number under a key is held against a sentence: %s', async (yaml) => {
  const report = await check({
    files: [{ path: 'say/shop.yaml', side: 'say', source: yaml, tags: {} }, { path: 'do/desk.md', side: 'do', source: '# Orders\n\nShipping is free from £60.\n', tags: {} }],
    config: configFrom({ business: 'retail' }, { today: '2025-11-22', ruleIds: [] }), pack, problems: [],
  })
  expect(report.findings.map((one) => [one.ruleId, one.topic, one.severity, one.at.file])).toEqual([['promise/contradicted', 'delivery.threshold', 'error', 'say/shop.yaml']])
})
