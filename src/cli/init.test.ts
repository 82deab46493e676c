import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { tempFolder } from '../testing/temp-folder.js'
import { type Ended, saydoIn } from './saydo-in.js'

const HOTEL_PAGE = '# Your stay\n\nWe give every guest a free breakfast. You get your room from 14:00. Can I bring my dog? Yes, our rooms welcome dogs. Check-out is until 11:00.\n'
const HOTEL_DESK = '# Reception\n\nAsk guests for their booking number. Tell them that breakfast is served until 10:00. Never tell guests about upgrades. Ask the manager before you waive a fee. Say: "Welcome back."\n'
const HOTEL = { 'texts/rooms.md': HOTEL_PAGE, 'texts/offers.md': HOTEL_PAGE, 'notes/desk.md': HOTEL_DESK, 'notes/night.md': HOTEL_DESK, 'README.md': '# About this folder\n\nWe keep our texts here.\n' }

interface Begun extends Ended {
  readonly folder: string
  /** What the file that was written says. */
  config(): unknown
}

/** Runs `saydo init` in a folder with these files; with answers, somebody sits at the terminal and gives them in turn. */
async function init(words: readonly string[], files: Readonly<Record<string, string>>, answers?: readonly (string | undefined)[]): Promise<Begun> {
  const folder = tempFolder(files)
  const left = [...(answers ?? [])]
  const terminal = answers && { terminal: { isTTY: true, colours: 0 as const }, ask: () => Promise.resolve(left.shift()) }
  const ended = await saydoIn(folder, ['init', ...words], terminal)
  return { ...ended, folder, config: () => parse(readFileSync(join(folder, 'saydo.yaml'), 'utf8')) as unknown }
}

describe('without a terminal', () => {
  test('--yes takes what the texts themselves tell', async () => {
    const { exit, out, config } = await init(['--yes'], HOTEL)
    expect(exit).toBe(0)
    expect(config()).toEqual({ business: 'hospitality', say: ['texts/**'], do: ['notes/**'] })
    expect(out).toContain('they speak to customers')
    expect(out).toContain('they tell staff what to do')
    expect(out).toContain('Left out: README.md')
    expect(out.trimEnd()).toMatch(/Wrote saydo\.yaml\.\nNext: saydo check$/)
  })

  test('whoever runs saydo by npx is told what to type next', async () => {
    const { out } = await saydoIn(tempFolder(HOTEL), 'init --yes', { env: { npm_command: 'exec' } })
    expect(out.trimEnd()).toMatch(/\nNext: npx saydo check$/)
  })

  test('names of folders tell, in several languages', async () => {
    const plain = '# Heizung\n\nHeizung, Warmwasser.\n'
    const { config } = await init(['--yes'], { 'webseite/a.md': plain, 'handbuch/b.md': plain, 'prirucka/c.md': plain, 'инструкции/d.md': plain, 'svetaine/e.md': plain })
    expect(config()).toMatchObject({ say: ['svetaine/**', 'webseite/**'], do: ['handbuch/**', 'prirucka/**', 'инструкции/**'] })
  })

  test('what a document says of itself goes before all else', async () => {
    const { config } = await init(['--yes'], { ...HOTEL, 'texts/counter.md': `---\nside: do\n---\n${HOTEL_PAGE}` })
    expect(config()).toMatchObject({ say: ['texts/offers.md', 'texts/rooms.md'], do: ['notes/**', 'texts/counter.md'] })
  })

  test('in one folder for all, the documents are told apart one by one', async () => {
    const { config } = await init(['--yes'], { 'a.md': HOTEL_PAGE, 'b.md': HOTEL_PAGE, 'c.md': HOTEL_DESK, 'd.txt': HOTEL_DESK })
    expect(config()).toMatchObject({ say: ['a.md', 'b.md'], do: ['c.md', 'd.txt'] })
  })

  test('what git leaves out is not looked at, and a README among the texts is left out', async () => {
    const { config, out } = await init(['--yes'], { ...HOTEL, '.gitignore': 'archive/\n', 'archive/page.md': HOTEL_PAGE, 'texts/README.md': '# How we write\n' })
    expect(config()).toMatchObject({ say: ['texts/**'], ignore: ['texts/README.md'] })
    expect(out).not.toContain('archive')
  })

  test('where only one side is found, the file says what is missing', async () => {
    const { exit, folder, config } = await init(['--yes'], { 'site/rooms.md': HOTEL_PAGE })
    expect(exit).toBe(0)
    expect(config()).toMatchObject({ say: ['site/**'], do: [] })
    expect(readFileSync(join(folder, 'saydo.yaml'), 'utf8')).toContain('# Nothing was found for this side.')
  })

  test('flags go before what was found', async () => {
    const { config } = await init(['--yes', '--say', 'texts/*.md', '--do', 'notes', '--business', 'restaurant'], HOTEL)
    expect(config()).toEqual({ business: 'restaurant', say: ['texts/*.md'], do: ['notes'] })
  })

  test('the file begins with the schema for editors, and is remarked in the language that is asked for', async () => {
    const { folder } = await init(['--yes', '--locale', 'sk'], { ...HOTEL, 'node_modules/saydo/dist/schemas/saydo.json': '{}' })
    const lines = readFileSync(join(folder, 'saydo.yaml'), 'utf8').split('\n')
    expect(lines[0]).toBe('# yaml-language-server: $schema=node_modules/saydo/dist/schemas/saydo.json')
    expect(lines[1]).toContain('čo čítajú zákazníci')
  })

  test('it reads what it wrote', async () => {
    const { folder } = await init(['--yes'], HOTEL)
    expect((await saydoIn(folder, 'check --exit-zero')).out).toContain('Read 2 documents for customers, 2 documents for staff.')
  })
})

describe('it refuses in a sentence', () => {
  test.each<[string, readonly string[], Readonly<Record<string, string>>, string]>([
    ['an empty folder', ['--yes'], {}, 'There is no document in this folder that saydo can read'],
    ['a folder that is not there', ['shop', '--yes'], HOTEL, 'There is no folder "shop".'],
    ['a business that there is not', ['--yes', '--business', 'retial'], HOTEL, 'Did you mean "retail"?'],
    ['to ask where nobody can answer', [], HOTEL, 'saydo init --yes takes what it finds'],
    ['to write over a file', ['--yes'], { ...HOTEL, 'saydo.yaml': 'say: a\n' }, 'Add --force'],
  ])('%s', async (_, words, files, message) => {
    const { exit, err, folder } = await init(words, files)
    expect([exit, err]).toEqual([2, expect.stringContaining(message)])
    expect(existsSync(join(folder, 'saydo.yaml'))).toBe('saydo.yaml' in files)
  })

  test('unless it is told to', async () => {
    const { exit, config } = await init(['--yes', '--force'], { ...HOTEL, 'saydo.yaml': 'say: a\n' })
    expect([exit, config()]).toEqual([0, expect.objectContaining({ say: ['texts/**'] })])
  })
})

describe('at a terminal', () => {
  test('Enter keeps what was found, and anything else takes its place', async () => {
    const { exit, config } = await init([], HOTEL, ['texts/rooms.md, texts/offers.md', '', 'restaurant'])
    expect(exit).toBe(0)
    expect(config()).toEqual({ business: 'restaurant', say: ['texts/rooms.md', 'texts/offers.md'], do: ['notes/**'] })
  })

  test('a business that there is not is asked for again', async () => {
    const { err, config } = await init([], HOTEL, ['', '', 'hosptality', 'hospitality'])
    expect(err).toContain('Did you mean "hospitality"?')
    expect(config()).toMatchObject({ business: 'hospitality' })
  })

  test.each<[string, readonly (string | undefined)[]]>([['no', ['', '', '', 'n']], ['nothing', ['', '', '', '']], ['a closed terminal', ['', undefined]]])('a file that is there stays as it is after %s', async (_, answers) => {
    const { exit, err, config } = await init([], { ...HOTEL, 'saydo.yaml': 'say: a\n' }, answers)
    expect([exit, err, config()]).toEqual([2, 'Nothing was written.\n', { say: 'a' }])
  })

  test('and is written over after yes', async () => {
    const { config } = await init([], { ...HOTEL, 'saydo.yaml': 'say: a\n' }, ['', '', '', 'Y'])
    expect(config()).toMatchObject({ say: ['texts/**'] })
  })
})
