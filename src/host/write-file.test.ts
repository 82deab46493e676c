import { mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, lstatSync, chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../testing/temp-folder.js'
import { addTo, writeWhole } from './write-file.js'

describe('writing a file whole', () => {
  test('replaces what stood there and leaves nothing beside it', async () => {
    const here = tempFolder({ 'list.json': 'old' })
    await writeWhole(join(here, 'list.json'), 'new')
    expect(readFileSync(join(here, 'list.json'), 'utf8')).toBe('new')
    expect(readdirSync(here)).toEqual(['list.json'])
  })

  test('makes the folders that are missing', async () => {
    const here = tempFolder()
    await writeWhole(join(here, 'a/b/list.json'), new Uint8Array([111, 107]))
    expect(readFileSync(join(here, 'a/b/list.json'), 'utf8')).toBe('ok')
  })

  test.skipIf(process.platform === 'win32')('keeps links and permissions', async () => {
    const here = tempFolder({ 'real.json': 'old' })
    chmodSync(join(here, 'real.json'), 0o640)
    symlinkSync('real.json', join(here, 'link.json'))
    await writeWhole(join(here, 'link.json'), 'new')
    expect(lstatSync(join(here, 'link.json')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(here, 'real.json'), 'utf8')).toBe('new')
    expect(statSync(join(here, 'real.json')).mode & 0o777).toBe(0o640)
  })

  test('many at once: the file is always one of the texts, whole', async () => {
    const here = tempFolder()
    const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(100_000))
    await Promise.all(texts.map((text) => writeWhole(join(here, 'list.json'), text)))
    expect(texts).toContain(readFileSync(join(here, 'list.json'), 'utf8'))
    expect(readdirSync(here)).toEqual(['list.json'])
  })

  test('says in words what stands in the way, and leaves nothing behind', async () => {
    const here = tempFolder({ 'notes.txt': 'keep me' })
    mkdirSync(join(here, 'folder'))
    await expect(writeWhole(join(here, 'folder'), 'x')).rejects.toThrow('is not a file')
    await expect(writeWhole(join(here, 'notes.txt/list.json'), 'x')).rejects.toThrow('a part of its path is a file, not a folder')
    await expect(writeWhole(join(here, `${'n'.repeat(300)}.json`), 'x')).rejects.toThrow('its name is too long')
    expect(readdirSync(here).sort()).toEqual(['folder', 'notes.txt'])
    expect(readFileSync(join(here, 'notes.txt'), 'utf8')).toBe('keep me')
  })
})

describe('adding to a file', () => {
  test('keeps what stands there', async () => {
    const here = tempFolder({ 'page.md': 'before\n' })
    await addTo(join(here, 'page.md'), 'after\n')
    expect(readFileSync(join(here, 'page.md'), 'utf8')).toBe('before\nafter\n')
  })

  test('is told in words when it cannot be done', async () => {
    await expect(addTo(tempFolder(), 'text')).rejects.toThrow('it is a folder')
  })
})
