import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readAll } from '../engine/check.js'
import { configFrom } from './check-config.js'
import { loadPack } from './load-pack.js'
import { readInThreads } from './threads.js'

const pack = loadPack(fileURLToPath(new URL('../../rules', import.meta.url)))
const files = Array.from({ length: 30 }, (_, i) => ({
  path: `say/${i}.md`, side: 'say' as const, tags: {}, source: `# Kites ${i}\n\nSend kite ${i} back within ${i + 1} days. Repairs cost €${i}.\n`,
}))
const input = { files, pack, config: configFrom({ business: 'retail' }, { today: '2025-11-22', ruleIds: [] }) }
/** The thread as the build made it; `npm test` builds first. */
const thread = new URL('../../dist/bin/reading-thread.js', import.meta.url)

test('several threads read what one does', async () => {
  expect(await readInThreads(input, { most: 3, worth: 1, thread })).toEqual(await readAll(input))
}, 60_000)

test('a fault in a thread is a fault of the run', async () => {
  const broken = new URL('data:text/javascript,throw new TypeError("oh dear")')
  await expect(readInThreads(input, { most: 2, worth: 1, thread: broken })).rejects.toThrow('oh dear')
}, 60_000)

test('a thread that does not come to its end is a fault as well', async () => {
  const gone = new URL('data:text/javascript,process.exit(7)')
  await expect(readInThreads(input, { most: 2, worth: 1, thread: gone })).rejects.toThrow('ended with 7')
}, 60_000)
