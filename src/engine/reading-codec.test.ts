import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats } from '../formats/index.js'
import { loadPack } from '../host/load-pack.js'
import { openProject } from '../host/open-project.js'
import type { Report } from '../model/finding.js'
import type { CheckInput, Reading } from '../model/program.js'
import { check, readAll } from './check.js'
import { readingShape } from './reading-codec.js'
import { DamagedError, number, optional, record, text } from './shapes.js'

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const pack = loadPack(fileURLToPath(new URL('../../rules', import.meta.url)))

async function inputOf(company: string): Promise<CheckInput> {
  const { files, config, problems } = await openProject({
    cwd: fixtures, flags: { config: `${company}/saydo.yaml` }, today: '2026-11-22', pack, extensions: formats.flatMap((format) => format.extensions),
  })
  return { files, config, problems, pack }
}

const sent = (readings: readonly Reading[]): Reading[] => readings.map((reading) => readingShape.read(JSON.parse(JSON.stringify(readingShape.write(reading)))))

describe('a reading that was written and read back', () => {
  test.each(['tour', 'five-languages', 'labelled/bg-knizharnitsa'])('%s: is the same, and so is the report', async (company) => {
    const input = await inputOf(company)
    const readings = await readAll(input)
    expect(sent(readings)).toEqual(readings)
    const elsewhere: Report = await check({ ...input, files: [], readings: sent(readings).reverse() })
    expect(JSON.stringify(elsewhere)).toBe(JSON.stringify(await check(input)))
  }, 60_000)

  test('never gives something half right: any change of the text is refused, or gives a whole reading', async () => {
    const input = await inputOf('tour')
    const whole = JSON.stringify(readingShape.write((await readAll({ ...input, files: input.files.slice(0, 1) }))[0] as Reading))
    fc.assert(fc.property(fc.nat(whole.length), fc.nat(8), fc.constantFrom('', 'null', '-1', '[]', '"x"', ','), (at, count, instead) => {
      let json: unknown
      try {
        json = JSON.parse(whole.slice(0, at) + instead + whole.slice(at + count))
      } catch {
        return
      }
      try {
        const reading = readingShape.read(json)
        expect(readingShape.read(JSON.parse(JSON.stringify(readingShape.write(reading))))).toEqual(reading)
      } catch (error) {
        expect(error).toBeInstanceOf(DamagedError)
      }
    }), { numRuns: 500 })
  }, 60_000)
})

describe('shapes', () => {
  const thing = record<{ readonly name: string; readonly size: number; readonly note?: string }>({ name: text, size: number, note: optional(text) })

  test('numbers without an end, lone surrogates and absent fields come back', () => {
    for (const value of [{ name: '\ud800 é', size: Infinity }, { name: '', size: NaN, note: 'x' }, { name: 'a', size: -0.5 }]) {
      expect(thing.read(JSON.parse(JSON.stringify(thing.write(value))))).toEqual(value)
    }
  })

  test('anything else is refused', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => {
      if (Array.isArray(json) && typeof json[0] === 'string') return
      expect(() => thing.read(json)).toThrow(DamagedError)
    }))
  })
})
