import { afterAll, expect, test } from 'vitest'
import { fileURLToPath } from 'node:url'
import { fuzz } from '../../.ci/fuzz/fuzz.mjs'
import { targetsFor } from '../../.ci/fuzz/targets.mjs'
import { check, readAll } from '../engine/check.js'
import { formats } from '../formats/index.js'
import { readBaseline } from '../host/baseline-file.js'
import { configFrom } from '../host/check-config.js'
import { claimsText, readClaims } from '../host/claims-file.js'
import { decode } from '../host/decode.js'
import { loadOwnPack } from '../host/load-own-pack.js'
import { loadPack } from '../host/load-pack.js'
import { openProject } from '../host/open-project.js'

const pack = loadPack(fileURLToPath(new URL('../../rules', import.meta.url)))
const { targets, remove } = await targetsFor({ check, readAll, formats, readBaseline, configFrom, claimsText, readClaims, decode, loadOwnPack, openProject, pack })
afterAll(remove)

/** `npm run fuzz` gives each of them a hundred thousand inputs that change from run to run; these are always the same. */
test.each(targets)('$name: whatever others wrote, reading it does not throw', async (target) => {
  const { crashes, inputs } = await fuzz(target, { count: target.name === 'check' ? 60 : 300, seed: 5 })
  expect(crashes.map(({ text, error }) => ({ text, error: String(error) }))).toEqual([])
  expect(inputs).toBeGreaterThan(target.texts.length)
}, 120_000)

test('a reader that throws is told of once for each place where it does', async () => {
  const broken = { name: 'broken', texts: ['one', 'two'], words: ['x'], run: (text: string) => { if (text.includes('x')) throw new TypeError(`no ${text.length}`) } }
  const { crashes } = await fuzz(broken, { count: 300, seed: 5 })
  expect(crashes).toMatchObject([{ text: expect.stringContaining('x') as string }])
})
