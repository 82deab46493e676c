import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BaselineEntry } from '../model/baseline.js'
import { tempFolder } from '../testing/temp-folder.js'
import { baselinePath, readBaseline, writeBaseline } from './baseline-file.js'
import { UsageError } from './errors.js'

const returns: BaselineEntry = { rule: 'promise/contradicted', files: ['say/returns.md', 'do/counter.md'], quote: 'You can return any lamp within 30 days.', fingerprint: '0123456789abcdef', count: 1 }
const twice: BaselineEntry = { ...returns, rule: 'wording/scripted', fingerprint: 'fedcba9876543210', count: 2 }

describe('a baseline', () => {
  test('is read as it was written, a finding a line', async () => {
    const here = tempFolder()
    const path = join(here, 'known.json')
    await writeBaseline(path, [returns, twice], here)
    expect(readBaseline(path, here)).toEqual([returns, twice])
    const lines = readFileSync(path, 'utf8').split('\n')
    expect(lines.filter((line) => line.includes('"rule"'))).toHaveLength(2)
    expect(lines.filter((line) => line.includes('"count":2'))).toHaveLength(1)
  })

  test('without findings is one all the same', async () => {
    const here = tempFolder()
    await writeBaseline(join(here, 'known.json'), [], here)
    expect(readBaseline(join(here, 'known.json'), here)).toEqual([])
  })

  test('is where the flag says, else where the configuration says, else beside it', () => {
    const at = { cwd: '/shop/site', root: '/shop' }
    expect([baselinePath('old.json', 'known.json', at), baselinePath(undefined, 'known.json', at), baselinePath(undefined, undefined, at)].map((path) => path.replaceAll('\\', '/').replace(/^[A-Z]:/, '')))
      .toEqual(['/shop/site/old.json', '/shop/known.json', '/shop/saydo-baseline.json'])
    expect(() => baselinePath(undefined, '../known.json', at)).toThrow('leads out of the project folder')
  })

  test('is not written over something else, but over a damaged baseline', async () => {
    const here = tempFolder({ 'page.md': '# Returns', 'known.json': '{"findings": [', 'saydo-baseline.json': 'oh dear' })
    await expect(writeBaseline(join(here, 'page.md'), [], here)).rejects.toThrow('"page.md" is something else than a baseline')
    for (const name of ['known.json', 'saydo-baseline.json']) await writeBaseline(join(here, name), [returns], here)
    expect(readBaseline(join(here, 'known.json'), here)).toEqual([returns])
  })
})

const whole = JSON.stringify({ version: 1, findings: [returns, twice] }, null, 2)

describe('a damaged baseline is told with its place, and with what to do:', () => {
  test.each([
    ['half of it', whole.slice(0, whole.length / 2), /^known\.json:\d+:\d+: This is not a baseline/],
    ['a merge that was not finished', whole.replace('  "findings"', '<<<<<<< ours\n  "findings"'), /^known\.json:3:1: .* git left both/],
    ['a word for a list', whole.replace('"files": [\n        "say/returns.md",\n        "do/counter.md"\n      ]', '"files": "say/returns.md"'), /^known\.json:6:16: .*"files" should be a list of files/],
    ['no fingerprint', whole.replace('"fingerprint": "0123456789abcdef",', ''), /^known\.json:4:5: .*"fingerprint" is missing here/],
    ['a count below one', whole.replace('"count": 2', '"count": 0'), /^known\.json:\d+:\d+: .*"count" should be a number above 0/],
    ['a later version', whole.replace('"version": 1', '"version": 2'), /^known\.json was written by a newer saydo/],
    ['nothing', '', /^known\.json/],
    ['a list', '[]', /^known\.json:1:1/],
  ])('%s', (_, text, message) => {
    const here = tempFolder({ 'known.json': text })
    expect(() => readBaseline(join(here, 'known.json'), here)).toThrow(message)
    expect(() => readBaseline(join(here, 'known.json'), here)).toThrow(UsageError)
  })

  test('none at all', () => {
    expect(() => readBaseline(join(tempFolder(), 'known.json'), '/')).toThrow('There is no baseline')
  })

  test('whatever was done to it, it is either read or told of', () => {
    const here = tempFolder()
    const path = join(here, 'known.json')
    return fc.assert(fc.asyncProperty(fc.nat(whole.length), fc.nat(12), fc.string(), async (at, count, instead) => {
      const { writeFile } = await import('node:fs/promises')
      await writeFile(path, whole.slice(0, at) + instead + whole.slice(at + count))
      try {
        for (const entry of readBaseline(path, here)) expect(entry.fingerprint).toMatch(/^[0-9a-f]{16}$/)
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError)
      }
    }), { numRuns: 300 })
  })
})
