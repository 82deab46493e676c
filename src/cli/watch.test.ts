import { describe, expect, test } from 'vitest'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { putFiles, tempFolder } from '../testing/temp-folder.js'
import { saydoIn } from './saydo-in.js'

const LONG = 60_000
const RETURNS = '# Returns\n\nYou can return any lamp within 30 days of delivery.\n'
const REFUNDS = '# Returned lamps\n\nAccept returned lamps up to 30 days after delivery.\n'
const STRICTER = REFUNDS.replace('30 days', '14 days')
const SHOP = { 'saydo.yaml': 'business: retail\nsay: site\ndo: playbooks\n', 'site/returns.md': RETURNS, 'playbooks/refunds.md': REFUNDS }

interface Watched {
  /** Resolves with all that was printed since the last time, once saydo waits for changes again. */
  next(): Promise<string>
  write(name: string, text: string): void
  remove(name: string): void
  /** What a plain check prints. */
  plain(): Promise<string>
  /** Ends the watching, and gives the exit code. */
  stop(): Promise<number>
}

function watched(files: Readonly<Record<string, string>>, ...words: readonly string[]): Watched {
  const folder = tempFolder(files)
  let [printed, taken] = ['', 0]
  let stop: () => void = () => undefined
  let heard: () => void = () => undefined
  const print = (text: string): void => {
    printed += text
    if (text.includes('Waiting for changes')) heard()
  }
  const ended = saydoIn(folder, ['check', '--watch', ...words], { out: print, err: print, stopped: () => new Promise((resolve) => { stop = resolve }) })
  return {
    next: async () => {
      while (!printed.slice(taken).includes('Waiting for changes')) await new Promise<void>((resolve) => { heard = resolve })
      const text = printed.slice(taken)
      taken = printed.length
      return text
    },
    write: (name, text) => { putFiles(folder, { [name]: text }) },
    remove: (name) => { rmSync(join(folder, name), { recursive: true }) },
    plain: async () => {
      const { out, err } = await saydoIn(folder, 'check')
      return out + err
    },
    stop: async () => {
      // whoever waits is asked to end only once it waits
      await new Promise((resolve) => { setImmediate(resolve) })
      stop()
      return (await ended).exit
    },
  }
}

/** Without the lines that only a watched check prints. */
const report = (text: string): string => text.trimStart().split('\n').filter((line) => !/^\d\d:\d\d:\d\d {2}/.test(line)).join('\n')

describe('check --watch', () => {
  test('checks again when a document changes, is new or goes away, and reports what a plain check does', async () => {
    const { next, write, remove, plain, stop } = watched(SHOP)
    expect(report(await next())).toBe(await plain())
    write('playbooks/refunds.md', STRICTER)
    const stricter = await next()
    expect(stricter).toMatch(/^\n\d\d:\d\d:\d\d {2}Changed: playbooks\/refunds\.md\n/)
    expect(stricter).toContain('promise/contradicted')
    expect(report(stricter)).toBe(await plain())
    write('site/new/repairs.md', '# Repairs\n\nWe repair lamps free of charge.\n')
    expect(report(await next())).toBe(await plain())
    remove('site/new')
    expect(report(await next())).toBe(await plain())
    expect(await stop()).toBe(0)
  }, LONG)

  test('goes on when the configuration is broken for a while', async () => {
    const { next, write, plain, stop } = watched(SHOP)
    await next()
    write('saydo.yaml', 'buisness: retail\nsay: site\ndo: playbooks\n')
    expect(await next()).toContain('There is no setting "buisness".')
    write('saydo.yaml', SHOP['saydo.yaml'])
    expect(report(await next())).toBe(await plain())
    expect(await stop()).toBe(0)
  }, LONG)

  test('neither its own report nor a file that is no document starts a check', async () => {
    const { next, write, stop } = watched({ ...SHOP, 'saydo.yaml': 'business: retail\nsay: [site, "*.json"]\ndo: playbooks\n', 'words.json': '{"title": "Lamps for all"}' }, '-o', 'json=report.json')
    await next()
    write('notes.txt', 'Buy milk.\n')
    write('report.json', '{}\n')
    write('playbooks/refunds.md', STRICTER)
    expect(await next()).toContain('Changed: playbooks/refunds.md\n')
    expect(await stop()).toBe(0)
  }, LONG)

  test('what cannot be done at all ends at once', async () => {
    const { stop } = watched(SHOP, '--rule', 'promise/none')
    expect(await stop()).toBe(2)
  }, LONG)
})
