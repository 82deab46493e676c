import { beforeAll, describe, expect, test } from 'vitest'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { sharedFolder, tempFolder } from '../testing/temp-folder.js'
import { foundIn, saydoIn } from './saydo-in.js'

const LONG = 120_000

const SITE = {
  'saydo.yaml': 'business: retail\nsay: site/**\n',
  'site/returns.md': '# Returns\n\nYou can return any kite within 30 days of delivery.\n',
  'site/lessons.md': '# Lessons\n\nThe first zephyrine lesson is free of charge.\n',
}
const PLAYBOOK = {
  'saydo.yaml': 'business: retail\ndo: internal/**\n',
  'internal/refunds.md': '# Returned kites\n\nIntro for Oleander only.\n\nAccept returned kites up to 14 days after delivery.\n',
  'internal/lessons.md': '# Lessons\n\nThe first zephyrine lesson is free of charge; do not mention it unless Oleander agrees.\n',
}

/** The site's folder with the claims of the playbook in it. */
async function apart(extract: string, env: Record<string, string> = {}): Promise<string> {
  const [site, playbook] = [tempFolder(SITE), tempFolder(PLAYBOOK)]
  await saydoIn(playbook, `extract --side do ${extract} -o ${join(site, 'playbook.claims.jsonl')}`, { env })
  return site
}

describe('two repositories', () => {
  test('a promise is set against what staff are told elsewhere, with line and column', async () => {
    const site = await apart('')
    const { out, exit } = await saydoIn(site, 'check --claims playbook.claims.jsonl --format json')
    expect(exit).toBe(1)
    expect(foundIn(out)).toEqual(expect.arrayContaining(['promise/contradicted site/returns.md:3 internal/refunds.md:5', expect.stringMatching(/^promise\/withheld .*internal\/lessons\.md:3/)]))
    const text = await saydoIn(site, 'check --claims playbook.claims.jsonl')
    expect(text.out).toContain('internal/refunds.md:5:1  staff are told this\n       │ Accept returned kites up to 14 days after delivery.\n')
  }, LONG)

  test('redacted: no sentence and no unknown word is in the file, and the place is still told', async () => {
    const site = await apart('--redact')
    const file = readFileSync(join(site, 'playbook.claims.jsonl'), 'utf8')
    expect(file).not.toMatch(/oleander|zephyrin|accept returned|up to|mention it/i)
    const { out } = await saydoIn(site, 'check --claims playbook.claims.jsonl')
    expect(out).toContain('internal/refunds.md:5:1  staff are told this\n       │ returns.window: 14 days\n')
    expect(out).not.toContain('Oleander')
  }, LONG)

  test('with a secret, unknown words take part and cannot be read', async () => {
    const env = { SAYDO_SECRET: 'a long and winding sentence' }
    const site = await apart('--redact', env)
    expect(readFileSync(join(site, 'playbook.claims.jsonl'), 'utf8')).not.toMatch(/oleander|zephyrin/i)
    const plain = await apart('')
    const places = async (cwd: string): Promise<readonly string[]> => foundIn((await saydoIn(cwd, 'check --claims playbook.claims.jsonl --format json', { env })).out)
    expect(await places(site)).toEqual(await places(plain))
    expect((await saydoIn(site, 'check --claims playbook.claims.jsonl', { env: { SAYDO_SECRET: 'another' } })).err).toContain('SAYDO_SECRET is another one here')
    expect((await saydoIn(site, 'check --claims playbook.claims.jsonl')).err).toContain('SAYDO_SECRET is not set here')
  }, LONG)

  test('every report format can tell of a place whose text is elsewhere', async () => {
    const site = await apart('--redact')
    for (const format of ['sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'rdjson', 'markdown']) {
      expect((await saydoIn(site, `check --claims playbook.claims.jsonl --format ${format}`)).exit, format).toBe(1)
    }
  }, LONG)

  test('a suppression in the other repository still holds', async () => {
    const [site, playbook] = [tempFolder(SITE), tempFolder({ ...PLAYBOOK, 'internal/refunds.md': PLAYBOOK['internal/refunds.md'].replace('Accept', '<!-- saydo-disable-next-line promise/contradicted -- Oleander mends it on Monday -->\nAccept') })]
    await saydoIn(playbook, `extract --redact -o ${join(site, 'playbook.claims.jsonl')}`)
    expect(readFileSync(join(site, 'playbook.claims.jsonl'), 'utf8')).not.toContain('Monday')
    expect((await saydoIn(site, 'check --claims playbook.claims.jsonl --format json')).out).not.toContain('promise/contradicted')
  }, LONG)
})

describe('what cannot be used is said in a sentence:', () => {
  test.each<[string, (text: string) => string, string]>([
    ['something else', () => '{"a": 1}\n', 'is not a claims file of saydo'],
    ['nothing', () => '', 'is not a claims file of saydo'],
    ['cut off', (text) => text.slice(0, -20), 'is damaged'],
    ['a line less', (text) => `${text.trimEnd().split('\n').slice(0, -1).join('\n')}\n`, 'is damaged'],
    ['changed', (text) => text.replace('14 days', '41 days'), 'is damaged'],
    ['a header that lacks something', (text) => text.replace(/"sum":"\w+",/, ''), 'is damaged'],
  ])('%s', async (_, spoil, message) => {
    const site = await apart('')
    const path = join(site, 'playbook.claims.jsonl')
    writeFileSync(path, spoil(readFileSync(path, 'utf8')))
    const { exit, err } = await saydoIn(site, 'check --claims playbook.claims.jsonl')
    expect(exit).toBe(2)
    expect(err).toContain(message)
  }, LONG)

  test('another version, other terms, a file that is not there, one document twice', async () => {
    const site = await apart('')
    const told = async (words: string, options = {}): Promise<string> => (await saydoIn(site, words, options)).err
    expect(await told('check --claims playbook.claims.jsonl', { version: '2.0.0' })).toContain('was made by saydo 1.2.3, and this is saydo 2.0.0')
    expect(await told('check --claims nowhere.jsonl')).toContain('cannot be read. This file is no longer there')
    expect(await told('check --claims playbook.claims.jsonl playbook.claims.jsonl')).toContain('stands in "playbook.claims.jsonl" and in')
    expect(await told('extract --shard 3/2')).toContain('such as 2/8')
    writeFileSync(join(site, 'saydo.yaml'), `${SITE['saydo.yaml']}terms: [{use: Kite Club, not: [flying club]}]\n`)
    expect(await told('check --claims playbook.claims.jsonl')).toContain('other "terms" or "topics"')
  }, LONG)

  test('never throws, whatever the file holds', async () => {
    const site = await apart('')
    const path = join(site, 'playbook.claims.jsonl')
    const text = readFileSync(path, 'utf8')
    await fc.assert(fc.asyncProperty(fc.nat(400), fc.nat(30), fc.string(), async (at, count, instead) => {
      writeFileSync(path, text.slice(0, at) + instead + text.slice(at + count))
      expect((await saydoIn(site, 'check --claims playbook.claims.jsonl')).exit).not.toBe(3)
    }), { numRuns: 60 })
  }, LONG)
})

describe('parts of one project', () => {
  const tour = fileURLToPath(new URL('../../fixtures/tour/', import.meta.url))
  const files = Object.fromEntries(readdirSync(tour, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => {
    const path = join(entry.parentPath, entry.name)
    return [path.slice(tour.length).replaceAll('\\', '/'), readFileSync(path)]
  }))
  const broken = { ...files, 'say/broken.md': new Uint8Array([0xff, 0xfe, 0x41]) }
  let whole: Readonly<Record<string, string>> = {}
  const FORMATS = ['text', 'json', 'junit', 'sarif']
  const here = sharedFolder(broken)
  beforeAll(async () => {
    whole = Object.fromEntries<string>(await Promise.all(FORMATS.map(async (format) => [format, (await saydoIn(here, `check --format ${format}`)).out] as const)))
  }, LONG)

  test('however many there are, and in whatever order they come, the report is the same, byte for byte', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.constantFrom(...FORMATS), fc.nat(), async (count, format, seed) => {
      const path = tempFolder(broken)
      const names: string[] = []
      for (let part = 1; part <= count; part++) {
        await saydoIn(path, `extract --shard ${part}/${count} -o part-${part}.jsonl`)
        names.splice((seed * part) % (names.length + 1), 0, `part-${part}.jsonl`)
      }
      expect((await saydoIn(path, `check --format ${format} --claims ${names.join(' ')}`)).out).toBe(whole[format])
      // some of the parts alone: the rest is read here
      expect((await saydoIn(path, `check --format ${format} --claims ${names.slice(0, 1).join(' ')}`)).out).toBe(whole[format])
    }), { numRuns: 8 })
  }, LONG)

  test('a part is not mixed with texts that have changed since', async () => {
    const path = tempFolder(files)
    await saydoIn(path, 'extract -o all.jsonl')
    writeFileSync(join(path, 'do/phone.md'), '# On the phone\n\nSay hello.\n')
    expect((await saydoIn(path, 'check --claims all.jsonl')).err).toContain('"do/phone.md" is not the text that "all.jsonl" was made of')
  }, LONG)
})
