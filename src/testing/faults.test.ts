import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { putFiles, tempFolder } from './temp-folder.js'

/** The program as the build made it; `npm test` builds first. */
const bin = fileURLToPath(new URL('../../bin/saydo.js', import.meta.url))
const full = new URL('../../.ci/full-disk.mjs', import.meta.url).href
const COMPANY = {
  'saydo.yaml': 'business: retail\ntoday: 2025-11-22\nsay: say\ndo: do\nterms: [{use: Bell Club, not: [chime card]}]\n',
  'say/bells.md': '# Bells\n\nSend any bell back within 30 days. The chime card is free.\n', 'do/bells.md': '# Bells\n\nAccept returned bells within 14 days. Explain the chime card.\n',
  'saydo-baseline.json': '{"version": 1, "findings": []}\n', 'report.json': 'yesterday',
}

let folder = ''
beforeEach(() => { folder = tempFolder(COMPANY) })
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
const leftOver = (): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp') && !name.includes('_cache'))

/** Runs saydo while the disk has room for so many files more. */
function withRoomFor(files: number, ...words: readonly string[]): { readonly status: number | null; readonly told: string } {
  const { status, stderr } = spawnSync(process.execPath, ['--import', full, bin, ...words], { cwd: folder, encoding: 'utf8', env: { ...process.env, FULL_AFTER: String(files) } })
  return { status, told: stderr }
}

describe('on a full disk', () => {
  test.each([['report.json', ['check', '-o', 'json=report.json']], ['saydo-baseline.json', ['baseline']], ['do/bells.md', ['fix']]])('%s stays as it was, and that is told', (name, words) => {
    const before = read(name)
    const { status, told } = withRoomFor(0, ...words)
    expect(status).toBe(2)
    expect(told).toMatch(/saydo cannot write ".*": the disk is full\.\nWhat stood there before is unchanged\./)
    expect(read(name)).toBe(before)
    expect(leftOver()).toEqual([])
  })

  test('what was put right before it was full is told', () => {
    const { told } = withRoomFor(1, 'fix')
    expect(told).toMatch(/the disk is full\.\nWritten before that: .*bells\.md\. All other files are unchanged\./)
    expect([read('say/bells.md'), read('do/bells.md')].filter((text) => text.includes('chime card'))).toHaveLength(1)
  })
})

/** Root may do everything, so it hands the program to nobody. */
const AS_NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
const canRun = process.platform !== 'win32' && spawnSync(process.execPath, [bin, '--version'], { cwd: '/', ...AS_NOBODY }).status === 0

describe.skipIf(!canRun)('where nothing may be written', () => {
  const modes = (mode: number, ...names: readonly string[]): void => { for (const name of names) chmodSync(join(folder, name), mode) }
  const saydo = (...words: readonly string[]): { readonly status: number | null; readonly out: string; readonly err: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: 'utf8', ...AS_NOBODY })
    return { status, out: stdout, err: stderr }
  }
  beforeEach(() => {
    modes(0o444, ...Object.keys(COMPANY))
    modes(0o555, '', 'say', 'do')
  })
  // whoever is not root could not take the folder away
  afterEach(() => { modes(0o755, '', 'say', 'do') })

  test('a check needs to write nothing', () => {
    const { out, err } = saydo('check')
    expect(err).toBe('')
    expect(out).toContain('promise/contradicted')
    expect(readdirSync(folder).toSorted()).toEqual(['do', 'report.json', 'say', 'saydo-baseline.json', 'saydo.yaml'])
  })

  test.each([
    [['check', '-o', 'json=report.json'], 'report.json": permission is denied'], [['check', '-o', 'json=new/report.json'], 'report.json": permission is denied'], [['baseline'], 'saydo-baseline.json": permission is denied'],
    [['fix'], 'bells.md": it is write-protected'], [['brief', '-o', 'sheet.md'], 'sheet.md": permission is denied'], [['init', '--yes', '--force'], 'saydo.yaml": permission is denied'],
  ])('%j says so, and all stays as it was', (words, told) => {
    const { status, err } = saydo(...words)
    expect(status).toBe(2)
    expect(err).toContain(told)
    for (const [name, text] of Object.entries(COMPANY)) expect(read(name)).toBe(text)
  })

  test('a folder among others that may not be read is told of, and the others are checked', () => {
    modes(0o755, 'say')
    putFiles(folder, { 'say/closed/page.md': '# Bells\n' })
    modes(0o000, 'say/closed')
    modes(0o555, 'say')
    const { status, out } = saydo('check')
    modes(0o755, 'say', 'say/closed')
    expect(status).toBe(1)
    expect(out).toContain('say/closed\n  cannot be used\n  This folder may not be read: permission is denied.')
    expect(out).toContain('promise/contradicted')
  })

  test('a document, a side and a configuration that may not be read are told of', () => {
    modes(0o000, 'say/bells.md')
    expect(saydo('check').out).toContain('This file may not be read: permission is denied.')
    modes(0o000, 'say')
    expect(saydo('check').err).toContain('"say" matches no file that may be read: permission is denied.')
    modes(0o000, 'saydo.yaml')
    expect(saydo('check').err).toContain('This file may not be read: permission is denied.')
  })
})

test('killed at any moment, a baseline is the old one or the new one', async () => {
  const old = read('saydo-baseline.json')
  spawnSync(process.execPath, [bin, 'baseline'], { cwd: folder })
  const made = read('saydo-baseline.json')
  expect(made).not.toBe(old)
  for (let i = 0; i < 8; i++) {
    writeFileSync(join(folder, 'saydo-baseline.json'), old)
    const child = spawn(process.execPath, [bin, 'baseline'], { cwd: folder, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    const timer = setTimeout(() => child.kill('SIGKILL'), 200 + Math.random() * 800)
    // the moment that matters most: the new text is being written aside
    const watch = setInterval(() => { if (i % 2 === 0 && leftOver().length > 0) child.kill('SIGKILL') }, 1)
    await ended
    clearTimeout(timer)
    clearInterval(watch)
    expect([old, made]).toContain(read('saydo-baseline.json'))
  }
}, 240_000)
