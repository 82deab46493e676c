import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { check } from '../engine/check.js'
import { configFrom } from '../host/check-config.js'
import { loadPack } from '../host/load-pack.js'

const pack = loadPack(fileURLToPath(new URL('../../rules', import.meta.url)))

/** What is reported of one page and one sheet for staff, as `rule: quote < quote`. */
async function reported(say: string, told: string): Promise<readonly string[]> {
  const config = configFrom({ business: 'services' }, { today: '2026-05-04', ruleIds: pack.rules.map((rule) => rule.id) })
  const files = [{ path: 'page.md', side: 'say' as const, source: say, tags: {} }, { path: 'sheet.md', side: 'do' as const, source: told, tags: {} }]
  const { findings } = await check({ files, config, pack, problems: [] })
  return findings.map(({ ruleId, at, related }) => `${ruleId}: ${at.quote} < ${related.map(({ quote }) => quote).join(' + ')}`)
}

const PAGE = `# Knife sharpening

Bring two kitchen knives and we sharpen both for free.

Lost the sheath? We sell new ones at the counter.
`

test('a charge in the next sentence takes something from the promise that its passage is about', async () => {
  const found = await reported(PAGE, '# Workshop\n\nKitchen knives: two are sharpened free. Ceramic blades are charged at £8.\n')
  expect(found).toEqual([expect.stringMatching(/^promise\/undisclosed-condition: Bring two kitchen knives.* < .*Ceramic blades/)])
})

test('nothing is said where customers read of the charge', async () => {
  const page = PAGE.replace('for free.', 'for free. Ceramic blades are charged at £8.')
  expect(await reported(page, '# Workshop\n\nKitchen knives: two are sharpened free. Ceramic blades are charged at £8.\n')).toEqual([])
})

test('what everybody else pays limits nothing for those whom the promise names', async () => {
  const page = '# Members\n\nMembers have two kitchen knives sharpened for free.\n'
  expect(await reported(page, '# Workshop\n\nMembers have two kitchen knives sharpened free. Everybody else pays £8.\n')).toEqual([])
})
