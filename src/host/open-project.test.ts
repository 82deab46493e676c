import { chmodSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Pack, Rule } from '../model/pack.js'
import { lineStarts, placeOf } from '../model/text.js'
import { tempFolder } from '../testing/temp-folder.js'
import { ConfigError, UsageError } from './errors.js'
import { openProject, type Project, type ProjectFlags } from './open-project.js'

function rule(id: string, options: Rule['options'] = {}): Rule {
  return { id, severity: 'warning', title: id, why: '', fix: '', sides: [], patterns: {}, unless: {}, unlessNear: {}, parts: [], about: {}, options, bad: [], good: [] }
}

const pack: Pack = {
  topics: [{ id: 'returns', title: 'Returns', covers: [], cues: {}, measures: [{ id: 'window', title: 'time', role: 'window', cues: {}, not: {}, no: {}, members: [], burden: false, least: 0, notFrom: [] }] }],
  concepts: [], cues: [{ id: 'customer', words: { en: ['customer'] } }], languages: {}, others: {}, messages: {},
  rules: [
    rule('promise/contradicted', { tolerance: { type: 'number', title: '' }, except_topics: { type: 'topics', title: '' } }),
    rule('promise/unbacked'), rule('wording/scripted', { allow: { type: 'words', title: '' } }),
  ],
}

type Files = Readonly<Record<string, string | Uint8Array>>

const open = (cwd: string, flags: ProjectFlags = {}): Promise<Project> => openProject({
  cwd, flags, today: '2025-11-22', pack, extensions: ['.md', '.txt', '.yaml'],
})

/** What is wrong with a configuration beside one document for each side, as `line:column message`. */
async function complaints(yaml: string, files: Files = {}): Promise<readonly string[]> {
  try {
    await open(tempFolder({ 'saydo.yaml': yaml, 'say/a.md': 'a', 'do/b.md': 'b', ...files }))
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map(({ file, span, message }) => {
      const source = error.sources.get(file)
      if (!span || source === undefined) return `${file} ${message}`
      const { line, column } = placeOf(lineStarts(source), span)
      return `${line}:${column} ${message}`
    })
  }
}

const paths = (project: Project): readonly string[] => project.files.map((file) => `${file.side} ${file.path}`)
const SIDES = 'say: say/**\ndo: do/**\n'

describe('a configuration', () => {
  test('is found upwards, and every key arrives', async () => {
    const yaml = `business: retail
say: [say/*.md, {path: say/phone.md, touchpoint: phone, valid_until: 2025-12-31, owner: Ann}]
do: do
today: 2025-01-31
terms: [{use: Club, not: [Circle]}, {use: Plus, not: Pro}]
rules: {promise/unbacked: off, wording/scripted: {severity: error, allow: by heart}}
topics: [{id: mine, title: Mine, cues: {}, measures: {}}, topics/*.yaml]
currency: EUR
rates: {USD: 0.9}
ignore: [say/old/**]
`
    const root = tempFolder({ 'saydo.yaml': yaml, 'say/a.md': 'a', 'say/phone.md': 'p', 'do/b.md': 'b', 'topics/x.yaml': 'id: x\ntitle: X\ncues: {en: [bloom*]}\nmeasures: {window: {title: Time, role: window}}', 'say/deep/x': '' })
    const project = await open(join(root, 'say/deep'))
    expect(project.config).toEqual({
      business: 'retail', today: '2025-01-31', currency: 'EUR', rates: { USD: 0.9 }, ignore: ['say/old/**'],
      say: [{ path: 'say/*.md' }, { path: 'say/phone.md', touchpoint: 'phone', validUntil: '2025-12-31', owner: 'Ann' }],
      do: [{ path: 'do' }], terms: [{ use: 'Club', not: ['Circle'] }, { use: 'Plus', not: ['Pro'] }],
      rules: { 'promise/unbacked': { severity: 'off', options: {} }, 'wording/scripted': { severity: 'error', options: { allow: 'by heart' } } },
      topics: [
        { id: 'mine', title: 'Mine', cues: {}, measures: {} },
        { id: 'x', title: 'X', cues: { en: ['bloom*'] }, measures: { window: { title: 'Time', role: 'window' } } },
      ],
    })
    expect(paths(project)).toEqual(['do do/b.md', 'say say/a.md', 'say say/phone.md'])
    expect(project.files[2]?.tags).toEqual({ touchpoint: 'phone', validUntil: '2025-12-31', owner: 'Ann' })
  })

  test('needs no more than its sides; today is the day of the caller', async () => {
    const project = await open(tempFolder({ 'saydo.yml': 'say: say\ndo: []', 'say/a.md': 'a' }))
    expect(project.config).toMatchObject({ today: '2025-11-22', rules: {}, terms: [] })
    expect(paths(project)).toEqual(['say say/a.md'])
  })

  test('that is named and not there is a usage error', async () => {
    await expect(open(tempFolder({}), { config: 'x.yaml' })).rejects.toThrow(UsageError)
  })
})

describe('a mistake in a configuration has a place and the nearest right name:', () => {
  test.each<[string, string, readonly string[]]>([
    ['an unknown key', `${SIDES}buisness: retail`, ['3:1 There is no setting "buisness". Did you mean "business"?']],
    ['two unknown keys', `${SIDES}term: []\nrule: {}`, ['3:1 There is no setting "term". Did you mean "terms"?', '4:1 There is no setting "rule". Did you mean "rules"?']],
    ['an unknown key of an entry', 'do: do\nsay:\n  - path: say\n    tochpoint: web', ['4:5 There is no setting "tochpoint" here. Did you mean "touchpoint"?']],
    ['an entry without a path', 'do: do\nsay:\n  - touchpoint: web', ['3:5 "path" is missing here.']],
    ['an unknown business', `business: retial\n${SIDES}`, ['1:11 "business" should be one of retail, hospitality, restaurant, telecom, software, finance, insurance, transport, health, fitness, education, services, but it is "retial". Did you mean "retail"?']],
    ['an unknown rule', `${SIDES}rules:\n  contradicted: off`, ['4:3 There is no rule "contradicted". Did you mean "promise/contradicted"?']],
    ['an unknown severity', `${SIDES}rules:\n  promise/unbacked: warn`, ['4:21 "promise/unbacked" should be one of off, info, warning, error, or a map with a severity and options, but it is "warn".']],
    ['rules as a list', `${SIDES}rules: [promise/unbacked]`, ['3:8 "rules" should be a map of keys and values, but it is a list.']],
    ['a number for a text', 'do: do\nsay: {path: say, product: 500}', ['2:27 "product" should be text, but it is the number 500. Put it in quotes.']],
    ['a list that is empty by mistake', 'say: say\ndo:', ['2:1 "do" should be a list of paths such as site/**/*.md, but it is empty.']],
    ['a day that is none', `${SIDES}today: 2025-02-30`, ['3:8 "today" should be a day such as 2025-11-22, but it is "2025-02-30".']],
    ['a term without its other names', `${SIDES}terms:\n  - use: Club`, ['4:5 "not" is missing here.']],
    ['a rate below 0', `${SIDES}rates: {USD: -1}`, ['3:14 "USD" should be a number above 0, but it is the number -1.']],
    ['a key that stands twice', `${SIDES}say: do`, ['3:1 This key stands here twice. Keep one of them, and put both values under it.']],
    ['a tab', 'say:\n\t- a', ['2:1 YAML is indented with spaces, but here is a tab.']],
    ['a glob without files', 'say: [say/*.md, blog/*.md]\ndo: do', ['1:17 "blog/*.md" matches no file.']],
    ['a path that leads out', 'say: [say, ../x.md]\ndo: do', ['1:12 "../x.md" leads out of the project folder; only files inside it are read.']],
    ['topics without files', `${SIDES}topics: t/*.yaml`, ['3:9 "t/*.yaml" matches no file in the project folder.']],
    ['a topic without its parts', `${SIDES}topics: {id: x, title: X}`, ['3:9 "cues" is missing from this topic.', '3:9 "measures" is missing from this topic.']],
    ['an unknown key of a topic', `${SIDES}topics: [{id: x, title: X, cue: {}, cues: {}, measures: {}}]`, ['3:28 A topic has no "cue". Did you mean "cues"?']],
    ['an unknown role', `${SIDES}topics: {id: x, title: X, cues: {}, measures: {m: {title: M, role: windw}}}`, ['3:68 "role" should be one of window, deadline, notice, advance, term, cutoff, opening, schedule, fee, price, threshold, deposit, benefit, count, age, rate, yes, set, proofs, ranked, payer, decider.']],
    ['a pattern that is none', `${SIDES}topics: {id: x, title: X, cues: {en: ["(a|b"]}, measures: {}}`, ['3:39 The pattern "(a|b" has a bracket without its partner.']],
    ['a pattern with an unknown list', `${SIDES}topics: {id: x, title: X, cues: {en: ["<custmer>"]}, measures: {}}`, ['3:39 There is no list of words <custmer>. Did you mean "customer"?']],
    ['a list instead of a map', '- say', ['1:1 The configuration should be a map of keys and values, but it is a list.']],
  ])('%s', async (_name, yaml, expected) => {
    const found = await complaints(yaml)
    expect(found.filter((each) => !each.includes('would stand on both sides'))).toEqual(expected)
  })

  test('a topic in a file of its own, in that file', async () => {
    const root = tempFolder({ 'saydo.yaml': `${SIDES}topics: t.yaml`, 'say/a.md': 'a', 'do/b.md': 'b', 't.yaml': 'id: x\ntitle: 5\ncues: {}\nmeasures: {}' })
    await expect(open(root)).rejects.toMatchObject({ problems: [expect.objectContaining({ file: 't.yaml', message: '"title" should be text.' })] })
  })

  test('all are told together, from top to bottom', async () => {
    expect((await complaints('say: nowhere\nbusines: retail\ndo: do\ntoday: 5')).map((each) => each.split(' ')[0])).toEqual(['1:6', '2:1', '4:8'])
  })

  test('a file on both sides names both entries', async () => {
    expect(await complaints('say: ["say/*.md"]\ndo: [do, "**/a.md"]')).toEqual([
      '2:10 "say/a.md" would stand on both sides: under say by "say/*.md", and under do by "**/a.md". Make one of the two narrower.',
    ])
  })

  test('a file that saydo cannot read is a mistake only when it is named', async () => {
    const files = { 'say/x.png': 'x' }
    expect(await complaints(SIDES, files)).toEqual([])
    expect(await complaints('say: [say/a.md, say/x.png]\ndo: do', files)).toEqual(['1:17 "say/x.png" matches a file that saydo cannot read (it reads .md, .txt, .yaml).'])
  })
})

describe('documents', () => {
  test('node_modules, .git, ignored and git-ignored files are not read', async () => {
    const root = tempFolder({
      'saydo.yaml': 'say: "**"\ndo: []\nignore: ["drafts", "**/*.tmp.md"]', 'a.md': 'a', 'b.tmp.md': '', 'drafts/c.md': '', 'node_modules/x/d.md': '', '.git/e.md': '',
      '.gitignore': 'build/\n/top.md\n', 'build/f.md': '', 'top.md': '', 'sub/top.md': 's', 'sub/.gitignore': '*.txt\n!keep.txt\n', 'sub/x.txt': '', 'sub/in/x.txt': '', 'sub/keep.txt': 'k', 'x.txt': 'x',
    })
    expect(paths(await open(root))).toEqual(['say a.md', 'say sub/keep.txt', 'say sub/top.md', 'say x.txt'])
  })

  test('the .gitignore of the repository above counts, unless all of the project is left out', async () => {
    const root = tempFolder({ '.git/HEAD': '', '.gitignore': 'p/secret*\nout/\n', 'p/saydo.yaml': 'say: "*.md"', 'p/secret.md': '', 'p/a.md': '', 'out/saydo.yaml': 'say: "*.md"', 'out/b.md': '' })
    expect(paths(await open(join(root, 'p')))).toEqual(['say a.md'])
    expect(paths(await open(join(root, 'out')))).toEqual(['say b.md'])
  })

  test('a path with ! takes files out of its side', async () => {
    const root = tempFolder({ 'saydo.yaml': 'say: ["**", "!staff"]\ndo: staff', 'a.md': '', 'staff/b.md': '' })
    expect(paths(await open(root))).toEqual(['say a.md', 'do staff/b.md'])
  })

  test('names with brackets, spaces and other letters are read', async () => {
    const root = tempFolder({ 'saydo.yaml': 'say: ["a [1].md", "žltý (2)"]', 'a [1].md': '', 'žltý (2)/č.md': '' })
    expect(paths(await open(root))).toEqual(['say a [1].md', 'say žltý (2)/č.md'])
  })

  test('links are not followed, so loops end and nothing outside is read', async () => {
    const outside = tempFolder({ 'secret.md': 'x' })
    const root = tempFolder({ 'saydo.yaml': 'say: say', 'say/a.md': 'a', 'other/b.md': 'b' })
    symlinkSync(join(outside, 'secret.md'), join(root, 'say/out.md'))
    symlinkSync(outside, join(root, 'say/outfolder'))
    symlinkSync(join(root, 'other/b.md'), join(root, 'say/in.md'))
    symlinkSync(join(root, 'say'), join(root, 'say/loop'))
    expect(paths(await open(root))).toEqual(['say say/a.md'])
    await expect(open(root, { say: ['say/outfolder/*.md'] })).rejects.toThrow('leads out of the project')
  })

  test('what cannot be read is a problem with a place, and the others are read', async () => {
    const root = tempFolder({
      'saydo.yaml': 'say: say', 'say/ok.md': '\uFEFFok', 'say/latin.md': Buffer.concat([Buffer.from('fine\nna '), Buffer.from([0xef]), Buffer.from('ve')]),
      'say/nul.md': 'ab\ncd\0e', 'say/utf16.md': Buffer.from('\uFEFFhi', 'utf16le'), 'say/big.md': new Uint8Array((20 << 20) + 1).fill(97),
    })
    const project = await open(root)
    expect(project.files.map(({ path, source }) => [path, source])).toEqual([['say/ok.md', 'ok']])
    expect(project.problems.map(({ file, line, column, message }) => [file, line, column, message.split(/[.(;,]/)[0]])).toEqual([
      ['say/big.md', undefined, undefined, 'This file is too large to check '],
      ['say/latin.md', 2, 4, 'From here on the file is not UTF-8'],
      ['say/nul.md', 2, 3, 'This file holds NUL bytes'],
      ['say/utf16.md', undefined, undefined, 'This file is saved as UTF-16'],
    ])
  })

  test.skipIf(process.getuid?.() === 0)('a file without permission is a problem', async () => {
    const root = tempFolder({ 'saydo.yaml': 'say: say', 'say/a.md': 'a' })
    chmodSync(join(root, 'say/a.md'), 0)
    expect((await open(root)).problems[0]?.message).toContain('permission')
  })

  test('a configuration that is not UTF-8 is a configuration error', async () => {
    await expect(open(tempFolder({ 'saydo.yaml': Buffer.from([0x73, 0xff]) }))).rejects.toThrow(ConfigError)
  })
})

describe('flags', () => {
  test('work without a configuration', async () => {
    const root = tempFolder({ 'site/a.md': '', 'staff/b.md': '' })
    const project = await open(root, { say: ['site/**'], do: ['staff'], business: 'health', today: '2025-01-01' })
    expect(paths(project)).toEqual(['say site/a.md', 'do staff/b.md'])
    expect(project).toMatchObject({ fromFlags: true, config: { business: 'health', today: '2025-01-01' } })
  })

  test('go before the configuration', async () => {
    const root = tempFolder({ 'saydo.yaml': 'business: retail\nsay: gone\ndo: do', 'new/a.md': '', 'do/b.md': '' })
    expect(paths(await open(root, { say: ['new'] }))).toEqual(['do do/b.md', 'say new/a.md'])
  })

  test.each<[ProjectFlags, string]>([
    [{}, 'There is no saydo.yaml here'],
    [{ say: ['nope/**'] }, '--say: "nope/**" matches no file.'],
    [{ say: ['a.md'], business: 'helth' }, 'There is no business "helth". Did you mean "health"?'],
    [{ say: ['a.md'], today: 'tomorrow' }, '--today should be a day'],
  ])('%j is refused in a sentence', async (flags, message) => {
    await expect(open(tempFolder({ 'a.md': '' }), flags)).rejects.toThrow(message)
  })
})
