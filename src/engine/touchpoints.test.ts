import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { configFrom } from '../host/check-config.js'
import { loadPack } from '../host/load-pack.js'
import { check } from './check.js'

const pack = loadPack(fileURLToPath(new URL('../../rules', import.meta.url)))

interface Company {
  readonly promise: string
  /** What staff of each touchpoint read. */
  readonly told: Readonly<Record<string, string>>
}

const gaps = async ({ promise, told }: Company): Promise<readonly string[]> => {
  const staff = Object.entries(told).map(([touchpoint, source]) => ({ path: `do/${touchpoint}.md`, side: 'do' as const, source, tags: { touchpoint } }))
  const { findings } = await check({
    files: [{ path: 'say/page.md', side: 'say', source: promise, tags: {} }, ...staff],
    config: configFrom({ business: 'retail' }, { today: '2025-11-22', ruleIds: [] }), pack, problems: [],
  })
  return findings.filter(({ ruleId }) => ruleId === 'promise/touchpoint-gap').map(({ at }) => at.quote)
}

const WRAPPING = '# Wrapping\n\nWrap gift kites in silk paper with a bow, free of charge.\n'
const PARCELS = '# Parcels\n\nPack kites flat, two to a box, and stick the label on the long side.\n'

test('a promise for the shop and the web shop that one of them has not heard of', async () => {
  const promise = '# Gifts\n\nIn our shops and in the online shop we wrap gift kites in silk paper with a bow, free of charge.\n'
  expect(await gaps({ promise, told: { shop: WRAPPING, webshop: PARCELS } })).toHaveLength(1)
})

test('a promise for the shop alone asks nothing of the web shop, though both are called a shop', async () => {
  const promise = '# Darčeky\n\nV predajni vám draka zabalíme do hodvábneho papiera s mašľou, zadarmo.\n'
  const wrapping = '# Balenie\n\nDarčekového draka zabaľ do hodvábneho papiera s mašľou, zadarmo.\n'
  const parcels = '# Balíky\n\nDvoch drakov daj do jednej škatule a štítok nalep na dlhšiu stranu.\n'
  expect(await gaps({ promise, told: { eshop: wrapping, predajna: parcels } })).toEqual([])
})
