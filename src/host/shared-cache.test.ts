import { spawn, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { tempFolder } from '../testing/temp-folder.js'
import { openStore } from './cache-store.js'

/** The program as the build made it; `npm test` builds first. */
const bin = fileURLToPath(new URL('../../bin/saydo.js', import.meta.url))
const page = (i: number): string => `# Kites ${i}\n\nSend kite ${i} back within ${i + 10} days. Repairs cost €${i}.\n`
const company = {
  'saydo.yaml': 'business: retail\ntoday: 2025-11-22\nsay: say\ndo: do\n',
  ...Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i % 2 ? 'say' : 'do'}/${i}.md`, page(i)])),
}

const reported = (folder: string, ...words: readonly string[]): string => spawnSync(process.execPath, [bin, 'check', ...words], { cwd: folder, encoding: 'utf8' }).stdout

/** Starts a check and kills it as soon as so many entries stand in its cache. */
async function killed(folder: string, entries: number): Promise<void> {
  const child = spawn(process.execPath, [bin, 'check'], { cwd: folder, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const watch = setInterval(() => { if (entriesOf(folder).length >= entries) child.kill('SIGKILL') }, 1)
  await ended
  clearInterval(watch)
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, '.saydo_cache')).filter((name) => /^[0-9a-f]{64}$/.test(name))
  } catch {
    return []
  }
}

test('killed at any moment, a check leaves nothing half-written, and the next one reports the same', async () => {
  const folder = tempFolder(company)
  const plain = reported(folder, '--no-cache', '--jobs', '1')
  for (const entries of [1, 15, 35]) {
    await killed(folder, entries)
    const store = openStore(join(folder, '.saydo_cache'))
    expect(entriesOf(folder).filter((name) => store.get(name) === undefined)).toEqual([])
  }
  expect(reported(folder)).toBe(plain)
  expect(reported(folder)).toBe(plain)
}, 240_000)

test('two checks at once in one folder report the same', async () => {
  const folder = tempFolder(company)
  const run = (): Promise<string> => new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, 'check'], { cwd: folder })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text })
    child.once('close', () => resolve(out))
  })
  const [one, two] = await Promise.all([run(), run()])
  expect(one).toBe(reported(folder, '--no-cache'))
  expect(two).toBe(one)
}, 240_000)
