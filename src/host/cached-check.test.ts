import { readFileSync, readdirSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check, readAll, type ReadInput } from '../engine/check.js'
import type { CheckInput } from '../model/program.js'
import { tempFolder } from '../testing/temp-folder.js'
import { openStore } from './cache-store.js'
import { cachedCheck, type Caching } from './cached-check.js'
import { configFrom } from './check-config.js'
import { loadPack } from './load-pack.js'

const pack = loadPack(fileURLToPath(new URL('../../rules', import.meta.url)))
const ruleIds = pack.rules.map((rule) => rule.id)
const PAGES = {
  'say/returns.md': '# Returns\n\nSend any kite back within 30 days and we refund the full price.\n\nRepairs of kites are free.\n',
  'say/terms.yaml': 'free_shipping_from: 49\n',
  'do/desk.md': '# Returns\n\nAccept kites back within 14 days.\n\nShipping is free from €75.\n',
  'do/broken.json': '{"greeting": "Hello',
}

function input(pages: Readonly<Record<string, string>> = PAGES, config: object = {}): CheckInput {
  return {
    files: Object.entries(pages).map(([path, source]) => ({ path, side: path.startsWith('say') ? 'say' : 'do', source, tags: {} })),
    config: configFrom({ business: 'retail', ...config }, { today: '2025-11-22', ruleIds }), pack, problems: [],
  }
}

const cacheFolder = (): string => join(tempFolder(), 'cache')

/** A check with the cache of this folder: the report, as it would be printed, and which documents were read for it. */
async function run(folder: string, of: CheckInput, more: Partial<Caching> = {}): Promise<{ readonly report: string; readonly read: readonly string[] }> {
  const read: string[] = []
  const reading = (asked: ReadInput): ReturnType<typeof readAll> => {
    read.push(...asked.files.map((file) => file.path))
    return readAll(asked)
  }
  const report = await cachedCheck(of, { store: openStore(folder), build: 'one', readAll: reading, ...more })
  return { report: JSON.stringify(report), read }
}

const plain = async (of: CheckInput): Promise<string> => JSON.stringify(await check(of))

const entriesOf = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name !== '.gitignore').map((name) => join(folder, name))

describe('a check with a cache', { timeout: 60_000 }, () => {
  test('reports what a plain one does, and reads what has changed', async () => {
    const folder = cacheFolder()
    const first = await run(folder, input())
    expect(first).toEqual({ report: await plain(input()), read: Object.keys(PAGES) })
    expect(await run(folder, input())).toEqual({ ...first, read: [] })
    const edited = input({ ...PAGES, 'do/desk.md': '# Returns\n\nAccept kites back within 30 days.\n' })
    expect(await run(folder, edited)).toEqual({ report: await plain(edited), read: ['do/desk.md'] })
    expect(await run(folder, input())).toEqual({ ...first, read: [] })
    const { 'do/desk.md': _, ...fewer } = PAGES
    expect(await run(folder, input(fewer))).toEqual({ report: await plain(input(fewer)), read: [] })
  })

  test('reports what a plain one does through a long row of edits, each upon the last', async () => {
    const lines = fc.constantFrom(
      'Send any kite back within 30 days.', 'Accept kites back within 14 days.', 'Repairs of kites are free.', 'Charge €12 for repairs of kites.', 'Shipping is free from €75.', 'Never mention the warranty.',
      'The wind comes from the sea.', '# Returns', '- Refunds take 5 days.', '| Order | Shipping |\n|---|---|\n| over €49 | free |', '<!-- saydo-disable-file -->', '',
    )
    const edit = fc.record({ path: fc.constantFrom('say/returns.md', 'say/new.md', 'do/desk.md', 'do/new.md'), paragraphs: fc.option(fc.array(lines, { maxLength: 4 })) })
    await fc.assert(fc.asyncProperty(fc.array(edit, { minLength: 2, maxLength: 6 }), async (edits) => {
      const folder = cacheFolder()
      const pages: Record<string, string> = { ...PAGES }
      for (const { path, paragraphs } of edits) {
        if (paragraphs) pages[path] = paragraphs.join('\n\n')
        else delete pages[path]
        const { report, read } = await run(folder, input(pages))
        expect(report).toBe(await plain(input(pages)))
        expect(read.every((one) => one === path || Object.hasOwn(PAGES, one))).toBe(true)
      }
    }), { numRuns: 25 })
  })

  test.each<[string, CheckInput, Partial<Caching>, number]>([
    ['of another build', input(), { build: 'two' }, 4],
    ['with terms of the user\'s own', input(PAGES, { terms: [{ use: 'Kite Club', not: ['loyalty card'] }] }), {}, 4],
    ['with a topic of the user\'s own', input(PAGES, { topics: [{ id: 'kites', title: 'Kites', cues: { en: ['kite*'] }, measures: {} }] }), {}, 4],
    ['with other rules', { ...input(), pack: { ...pack, rules: pack.rules.slice(1) } }, {}, 4],
    ['for a document that moved', input({ ...PAGES, 'say/terms.yaml': '', 'say/shop.yaml': PAGES['say/terms.yaml'] }), {}, 2],
    ['on another day', { ...input(), config: { ...input().config, today: '2026-02-01' } }, {}, 0],
    ['with a rule turned off', input(PAGES, { rules: { 'promise/contradicted': 'off' } }), {}, 0],
    ['that is asked about a line', { ...input(), asked: { file: 'say/returns.md', line: 1, span: { start: 0, end: 9 } } }, {}, 0],
    ['of documents that changed hands', { ...input(), owners: new Map([['say/returns.md', '@kites/web']]) }, {}, 0],
    ['with a problem from elsewhere', { ...input(), problems: [{ file: 'say/x.md', message: 'This file may not be read.' }] }, {}, 0],
  ])('%s', async (_, changed, more, read) => {
    const folder = cacheFolder()
    await run(folder, input())
    const again = await run(folder, changed, more)
    expect([again.report, again.read.length]).toEqual([await plain(changed), read])
  })

  test('whatever happens to its files, the report is the same', async () => {
    const folder = cacheFolder()
    const { report } = await run(folder, input())
    const harm = fc.record({ file: fc.nat(), at: fc.double({ min: 0, max: 1, noNaN: true }), what: fc.constantFrom('cut', 'flip', 'empty', 'swap') })
    await fc.assert(fc.asyncProperty(fc.array(harm, { minLength: 1, maxLength: 4 }), async (harms) => {
      const entries = entriesOf(folder)
      for (const { file, at, what } of harms) {
        const path = entries[file % entries.length] as string
        const bytes = readFileSync(path)
        const place = Math.min(bytes.length - 1, Math.floor(at * bytes.length))
        if (what === 'cut') truncateSync(path, Math.max(0, place))
        else if (what === 'empty') writeFileSync(path, '')
        else if (what === 'swap') writeFileSync(path, readFileSync(entries[(file + 1) % entries.length] as string))
        else writeFileSync(path, bytes.map((byte, i) => (i === place ? byte ^ 0x10 : byte)))
      }
      expect((await run(folder, input())).report).toBe(report)
    }), { numRuns: 40 })
  })

  test('two at once in one folder do not disturb each other', async () => {
    const folder = cacheFolder()
    const edited = input({ ...PAGES, 'say/returns.md': '# Returns\n\nSend any kite back within 60 days.\n' })
    const [one, two] = await Promise.all([run(folder, input()), run(folder, edited)])
    expect([one.report, two.report]).toEqual([await plain(input()), await plain(edited)])
    expect((await run(folder, edited)).read).toEqual([])
  })

  test('works without a folder that can be written', async () => {
    const folder = tempFolder({ cache: 'a file, no folder' })
    expect((await run(join(folder, 'cache'), input())).report).toBe(await plain(input()))
    expect(readFileSync(join(folder, 'cache'), 'utf8')).toBe('a file, no folder')
  })
})

describe('the folder', { timeout: 60_000 }, () => {
  test('does not grow without end, and keeps what is in use', () => {
    const folder = cacheFolder()
    const store = openStore(folder)
    for (let i = 0; i < 300; i++) openStore(folder).put(i.toString(16).padStart(64, '0'), i)
    store.put('f'.repeat(64), 'in use')
    writeFileSync(join(folder, 'left.tmp'), 'half of')
    utimesSync(join(folder, 'left.tmp'), 0, 0)
    store.prune()
    expect(entriesOf(folder).length).toBeLessThan(70)
    expect(openStore(folder).get('f'.repeat(64))).toBe('in use')
    expect(readdirSync(folder)).not.toContain('left.tmp')
  })

  test('is left out by git', async () => {
    const folder = cacheFolder()
    await run(folder, input())
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('*\n')
  })
})
