import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from '../engine/check.js'
import { tempFolder } from '../testing/temp-folder.js'
import { saydoIn } from './saydo-in.js'

const FILES = {
  'saydo.yaml': 'business: retail\nsay: "say/**"\ndo: "do/**"\n',
  'say/lamps.md': '# Lamps\n\nYou can return any lamp within 30 days.\n',
  'do/counter.md': '# Counter\n\nAccept returns of any lamp up to 14 days.\n',
}

interface Shop {
  readonly read: (path: string) => string
  readonly write: (path: string, text: string) => void
  /** Runs saydo there; gives the exit code and all that was printed. */
  readonly saydo: (words: string) => Promise<readonly [number, string]>
}

function shop(): Shop {
  const folder = tempFolder(FILES)
  return {
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    write: (path, text) => writeFileSync(join(folder, path), text),
    saydo: async (words) => {
      const { exit, out, err } = await saydoIn(folder, words)
      return [exit, out + err]
    },
  }
}

test('old findings are noted, new ones reported, mended ones named and taken out', async () => {
  const { saydo, read, write } = shop()
  expect((await saydo('check'))[0]).toBe(1)
  expect(await saydo('baseline')).toEqual([0, expect.stringContaining('Noted 1 finding in saydo-baseline.json.')])
  expect(await saydo('check --baseline')).toEqual([0, expect.stringContaining('1 finding is known from saydo-baseline.json and not shown.')])

  write('say/lamps.md', '# About us\n\nWe are a family.\n\n# Lamps\n\nAny lamp can be returned within thirty days.\n')
  expect((await saydo('check --baseline'))[0]).toBe(0)

  write('do/counter.md', '# Counter\n\nAccept returns of any lamp up to 10 days.\n')
  const [exit, printed] = await saydo('check --baseline')
  expect(exit).toBe(1)
  expect(printed).toContain('promise/contradicted')
  expect(printed).toContain('1 finding of saydo-baseline.json no longer occurs; saydo baseline --prune takes it out.')

  expect(await saydo('baseline --prune')).toEqual([0, 'Took 1 finding that no longer occurs out of saydo-baseline.json.\n'])
  expect(read('saydo-baseline.json')).toContain('"findings": []')
})

test('saydo.yaml can name a baseline, which nobody reads as a document, and a flag can leave it out', async () => {
  const { saydo, write } = shop()
  write('saydo.yaml', 'say: say\ndo: do\nbaseline: do/known.json\n')
  await saydo('baseline')
  expect((await saydo('check'))[0]).toBe(0)
  expect((await saydo('check --no-baseline'))[0]).toBe(1)
  const [, printed] = await saydo('check --format json')
  expect(JSON.parse(printed)).toMatchObject({ findings: [], problems: [], summary: { documents: { say: 1, do: 1 } }, baseline: { file: 'do/known.json', known: 1, gone: [] } })
})

test('a baseline that is damaged, or not there, ends the check before it begins to say anything', async () => {
  const { saydo, write } = shop()
  expect(await saydo('check --baseline')).toEqual([2, 'There is no baseline "saydo-baseline.json".\nsaydo baseline writes one.\n'])
  await saydo('baseline')
  write('saydo-baseline.json', '<<<<<<< ours\n')
  expect(await saydo('check --baseline')).toEqual([2, expect.stringMatching(/^saydo-baseline\.json:1:1: .*write it anew with saydo baseline\.\n$/s)])
  expect((await saydo('baseline'))[0]).toBe(0)
  expect((await saydo('check --baseline'))[0]).toBe(0)
})

test('a baseline is made with the cache and the threads of a check', async () => {
  const folder = tempFolder(FILES)
  const efforts: unknown[] = []
  await saydoIn(folder, 'baseline --cache-location kept --jobs 1', { check: (input, effort) => { efforts.push(effort); return check(input) } })
  await saydoIn(folder, 'baseline --no-cache', { check: (input, effort) => { efforts.push(effort); return check(input) } })
  expect(efforts).toMatchObject([{ cache: join(folder, 'kept'), jobs: 1 }, { cache: undefined }])
})

test('a configuration that cannot be used is told of by this command too', async () => {
  const { saydo, write } = shop()
  write('saydo.yaml', 'say: say\ndo: do\nbaselin: x.json\n')
  expect(await saydo('baseline')).toEqual([2, 'saydo.yaml:3:1: There is no setting "baselin". Did you mean "baseline"?\n'])
})

test('a finding can be kept quiet beside either place, and --why-not tells by what', async () => {
  const { saydo, write } = shop()
  write('do/counter.md', '# Counter\n\n<!-- saydo-disable-next-line promise/contradicted -- the new rule starts in May -->\nAccept returns of any lamp up to 14 days.\n')
  expect(await saydo('check')).toEqual([0, expect.stringContaining('1 finding is kept quiet by a note in a document.')])
  expect(await saydo('check --why-not say/lamps.md:3')).toEqual([0, expect.stringContaining('asked for at do/counter.md:3:1: the new rule starts in May')])
})
