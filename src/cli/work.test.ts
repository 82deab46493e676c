import { describe, expect, test } from 'vitest'
import { execFileSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Files, tempFolder } from '../testing/temp-folder.js'
import { tempRepository, type TempRepository } from '../testing/temp-repository.js'
import { type Ended, foundIn, saydoIn } from './saydo-in.js'

const BIN = fileURLToPath(new URL('../../bin/saydo.js', import.meta.url))
const LONG = 60_000

const RETURNS = '# Returns\n\nYou can return any lamp within 30 days of delivery.\n'
const REPAIRS = '# Repairs\n\nWe repair broken lamp shades free of charge within 2 years.\n'
const REFUNDS = '# Returned lamps\n\nAccept returned lamps up to 30 days after delivery.\n'
const WORKSHOP = '# Workshop\n\nRepair broken lamp shades free of charge up to 2 years after the sale.\n'
const SHOP = { 'saydo.yaml': 'business: retail\nsay: site/**\ndo: playbooks/**\n', 'site/returns.md': RETURNS, 'site/repairs.md': REPAIRS, 'playbooks/refunds.md': REFUNDS, 'playbooks/workshop.md': WORKSHOP }
const STRICTER = REFUNDS.replace('30 days', '14 days')

const repository = (files: Files = SHOP): TempRepository => tempRepository(files)

/** With the findings of a check, each as its rule and its places. */
async function saydo(cwd: string, ...words: readonly string[]): Promise<Ended & { readonly found: readonly string[] }> {
  const isCheck = words[0] === 'check'
  const ended = await saydoIn(cwd, isCheck ? [...words, '--format', 'json'] : words)
  return { ...ended, found: isCheck && ended.out !== '' ? foundIn(ended.out) : [] }
}

const CONTRADICTED = 'promise/contradicted site/returns.md:3 playbooks/refunds.md:3'

describe('check --since', () => {
  test('a changed playbook breaks a page that nobody touched', async () => {
    const { path, write } = repository()
    expect((await saydo(path, 'check', '--since', 'HEAD')).found).toEqual([])
    write('playbooks/refunds.md', STRICTER)
    const { found, exit, err } = await saydo(path, 'check', '--since', 'main')
    expect(found).toEqual([CONTRADICTED])
    expect(exit).toBe(1)
    expect(err).toContain('1 changed document')
  }, LONG)

  test('what was wrong before is nobody\'s business, until its line is changed', async () => {
    const { path, write } = repository({ ...SHOP, 'playbooks/refunds.md': STRICTER })
    write('site/repairs.md', `${REPAIRS}\nAsk us anything.\n`)
    expect((await saydo(path, 'check', '--since', 'HEAD')).found).toEqual([])
    write('site/returns.md', RETURNS.replace('.\n', '. Keep the box.\n'))
    expect((await saydo(path, 'check', '--since', 'HEAD')).found).toEqual([CONTRADICTED])
  }, LONG)

  test('a deleted instruction leaves a promise that staff no longer know of', async () => {
    const { path, remove } = repository()
    remove('playbooks/workshop.md')
    const { found } = await saydo(path, 'check', '--since', 'HEAD')
    expect(found).toEqual(['promise/unbacked site/repairs.md:3'])
  }, LONG)

  test('a renamed document brings nothing new, a new one everything in it', async () => {
    const { path, git, write } = repository({ ...SHOP, 'playbooks/refunds.md': STRICTER })
    git('mv', 'playbooks/refunds.md', 'playbooks/returned lamps – žiarovky.md')
    expect((await saydo(path, 'check', '--since', 'HEAD')).found).toEqual([])
    write('site/"sale" café.md', '# Sale\n\nReturn any lamp from the sale within 60 days of delivery.\n')
    const { found } = await saydo(path, 'check', '--since', 'HEAD')
    expect(found.filter((one) => one.includes('site/"sale" café.md:3'))).toHaveLength(found.length)
    expect(found.length).toBeGreaterThan(0)
  }, LONG)

  test('what others did on the branch in the meantime is not this work', async () => {
    const { path, git, write, commit } = repository()
    git('switch', '--quiet', '--create', 'work')
    git('switch', '--quiet', 'main')
    write('playbooks/refunds.md', STRICTER)
    commit()
    git('switch', '--quiet', 'work')
    expect((await saydo(path, 'check', '--since', 'main')).err).toContain('0 changed documents')
  }, LONG)

  test('a project in a folder of its repository, and one in a submodule', async () => {
    const inner = repository(Object.fromEntries(Object.entries(SHOP).filter(([name]) => name.startsWith('playbooks/')).map(([name, text]) => [name.replace('playbooks/', ''), text])))
    const outer = repository(Object.fromEntries(Object.entries(SHOP).filter(([name]) => !name.startsWith('playbooks/')).map(([name, text]) => [`web/${name}`, text])))
    outer.git('submodule', 'add', '--quiet', inner.path, 'web/playbooks')
    outer.commit()
    const web = join(outer.path, 'web')
    expect((await saydo(web, 'check', '--since', 'HEAD')).found).toEqual([])
    writeFileSync(join(web, 'playbooks/refunds.md'), STRICTER)
    expect((await saydo(web, 'check', '--since', 'HEAD')).found).toEqual([CONTRADICTED])
  }, LONG)
})

describe('brief --since', () => {
  test('says first what has changed: on the disk, and since the branch', async () => {
    const { path, write, remove } = repository()
    write('site/returns.md', RETURNS.replace('30 days', '60 days'))
    write('site/bulbs.md', '# Bulbs\n\nWe deliver bulbs free of charge.\n')
    remove('site/repairs.md')
    const { exit, out } = await saydo(path, 'brief', '--since', 'main')
    expect(exit).toBe(0)
    expect((/## What has changed since main\n\n([^]*?)\n\n/.exec(out) ?? [])[1]).toBe([
      '- **New:** We deliver bulbs **free** of charge. `site/bulbs.md:3`',
      '- **Changed:** You can return any lamp within **60 days** of delivery. `site/returns.md:3`',
      '  - Before: You can return any lamp within **30 days** of delivery.',
      '- **No longer promised:** We repair broken lamp shades **free** of charge within **2 years**. `site/repairs.md`',
    ].join('\n'))
  }, LONG)

  test('a ref that git does not know', async () => {
    const { exit, err } = await saydo(repository().path, 'brief', '--since', 'mian')
    expect([exit, err]).toEqual([2, expect.stringContaining('Did you mean "main"?')])
  }, LONG)
})

describe('check --staged', () => {
  test('reads files as they are staged, not as they stand on the disk', async () => {
    const { path, git, write } = repository()
    write('playbooks/refunds.md', STRICTER)
    git('add', '--all')
    write('playbooks/refunds.md', REFUNDS)
    write('site/new.md', '# New\n\nReturn any lamp within 90 days of delivery.\n')
    expect((await saydo(path, 'check', '--staged')).found).toEqual([CONTRADICTED])
    git('add', 'playbooks')
    const { found, err } = await saydo(path, 'check', '--staged')
    expect(found).toEqual([])
    expect(err).toContain('0 staged documents')
  }, LONG)

  test('files that are gone from the disk but not from the index still count', async () => {
    const { path, git, write, remove } = repository()
    write('playbooks/refunds.md', STRICTER)
    git('add', '--all')
    remove('playbooks/refunds.md')
    expect((await saydo(path, 'check', '--staged')).found).toEqual([CONTRADICTED])
  }, LONG)

  test('the first commit of all, and a file that is only announced', async () => {
    const { path, remove } = repository(SHOP)
    remove('.git')
    execFileSync('git', ['init', '--quiet'], { cwd: path })
    execFileSync('git', ['add', 'saydo.yaml', 'site', 'playbooks/workshop.md'], { cwd: path })
    writeFileSync(join(path, 'playbooks/refunds.md'), STRICTER)
    execFileSync('git', ['add', '--intent-to-add', 'playbooks/refunds.md'], { cwd: path })
    const { found, err } = await saydo(path, 'check', '--staged')
    expect(err).toContain('3 staged documents')
    expect(found.join(' ')).not.toContain('playbooks/refunds.md')
  }, LONG)

  test('works as a hook, also where a part of what has changed is committed, in a folder of the repository', () => {
    const { path, git, write } = repository(Object.fromEntries(Object.entries(SHOP).map(([name, text]) => [`web/${name}`, text])))
    write('.git/hooks/pre-commit', `#!/bin/sh\ncd web && exec "${process.execPath}" "${BIN}" check --staged\n`)
    chmodSync(join(path, '.git/hooks/pre-commit'), 0o755)
    write('web/playbooks/refunds.md', STRICTER)
    write('web/site/repairs.md', `${REPAIRS}\nAsk us anything.\n`)
    expect(() => git('commit', '--quiet', '--message', 'stricter', 'web/playbooks/refunds.md')).toThrow(/1 error/)
    git('commit', '--quiet', '--message', 'friendlier', 'web/site/repairs.md')
    expect(git('status', '--short')).toBe(' M web/playbooks/refunds.md\n')
  }, LONG)
})

describe('what git cannot tell is said in a sentence, with what to do:', () => {
  test('no such branch', async () => {
    const { path } = repository()
    const { exit, err } = await saydo(path, 'check', '--since', 'mian')
    expect([exit, err]).toEqual([2, expect.stringContaining('git knows no branch, tag or commit "mian". Did you mean "main"?')])
    expect((await saydo(path, 'check', '--since=--output=stolen.txt')).err).toContain('git knows no branch, tag or commit "--output=stolen.txt"')
  }, LONG)

  test('no repository', async () => {
    const folder = tempFolder(SHOP)
    const { exit, err } = await saydo(folder, 'check', '--staged')
    expect([exit, err]).toEqual([2, expect.stringContaining('This folder is not in a git repository')])
  }, LONG)

  test('a clone without its history', async () => {
    const { path, write, commit } = repository()
    write('site/more.md', '# More\n\nMore to come.\n')
    commit()
    const folder = tempFolder({})
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${path}`, 'clone'], { cwd: folder, stdio: 'ignore' })
    const { exit, err } = await saydo(join(folder, 'clone'), 'check', '--since', 'HEAD~1')
    expect([exit, err]).toEqual([2, expect.stringContaining('git fetch --unshallow')])
  }, LONG)

  test('no git', async () => {
    const { path } = repository()
    const before = process.env['PATH']
    process.env['PATH'] = join(path, 'nothing')
    try {
      expect((await saydo(path, 'check', '--staged')).err).toContain('This needs git')
    } finally {
      process.env['PATH'] = before
    }
  }, LONG)
})
