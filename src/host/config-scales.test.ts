import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import { check } from '../engine/check.js'
import type { Report } from '../model/finding.js'
import { lineStarts, placeOf } from '../model/text.js'
import { tempFolder } from '../testing/temp-folder.js'
import { ConfigError } from './errors.js'
import { loadPack } from './load-pack.js'
import { openProject, type Project } from './open-project.js'

const pack = loadPack(fileURLToPath(new URL('../../rules', import.meta.url)))

type Files = Readonly<Record<string, string>>

/** A shop for pots, in a repository of its own. */
const POTS: Files = {
  '.git/HEAD': '',
  'say/returns.md': '# Returns\n\nSend any pot back within 30 days.\n',
  'do/desk.md': '# Returns desk\n\nAccept returned pots within 28 days. Read this script word for word.\n',
}

const folder = (files: Files): string => tempFolder({ ...POTS, ...files })

const open = (cwd: string): Promise<Project> => openProject({ cwd, flags: {}, today: '2025-11-22', pack, extensions: ['.md'] })

async function found(files: Files): Promise<readonly string[]> {
  const project = await open(folder(files))
  const report: Report = await check({ files: project.files, config: project.config, pack: project.pack, problems: project.problems })
  return report.findings.map((one) => `${one.at.file} ${one.severity} ${one.ruleId}`)
}

/** What is wrong with a configuration, as `file:line:column message`. */
async function wrong(files: Files, cwd?: (root: string) => string): Promise<readonly string[]> {
  const root = folder(files)
  try {
    await open(cwd?.(root) ?? root)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map(({ file, span, message }) => {
      const source = error.sources.get(file)
      const { line, column } = span && source !== undefined ? placeOf(lineStarts(source), span) : { line: 0, column: 0 }
      return `${file}:${line}:${column} ${message}`
    })
  }
}

const SIDES = 'say: say\ndo: do\n'
const CONTRADICTED = 'say/returns.md error promise/contradicted'
const SCRIPTED = 'do/desk.md warning wording/scripted'

test('the shop as it is', async () => {
  expect(await found({ 'saydo.yaml': SIDES })).toEqual([SCRIPTED, CONTRADICTED])
})

describe('extends', () => {
  test('takes settings from a file; what is nearer goes before', async () => {
    const files = {
      'saydo.yaml': `extends: ./house/base.yaml\n${SIDES}business: retail\nrules: {wording/scripted: error}\nterms: [{use: pot, not: vase}]\n`,
      'house/base.yaml': 'extends: ./older.yaml\nbusiness: services\ncurrency: EUR\nrules: {promise/contradicted: off, wording/scripted: info}\nterms: [{use: pot, not: jar}, {use: lid, not: top}]\n',
      'house/older.yaml': 'currency: GBP\nrates: {USD: 0.8}\ntopics: mine.yaml\n',
      'house/mine.yaml': 'id: glaze\ntitle: Glaze\ncues: {en: [glaze*]}\nmeasures: {}\n',
    }
    const { config } = await open(folder(files))
    expect(config).toMatchObject({
      business: 'retail', currency: 'EUR', rates: { USD: 0.8 }, terms: [{ use: 'pot', not: ['vase'] }, { use: 'lid', not: ['top'] }],
      rules: { 'promise/contradicted': { severity: 'off' }, 'wording/scripted': { severity: 'error' } }, topics: [{ id: 'glaze' }],
    })
    expect(await found(files)).toEqual(['do/desk.md error wording/scripted'])
  })

  test('options of a rule are put together', async () => {
    const { config } = await open(folder({
      'saydo.yaml': `extends: ./base.yaml\n${SIDES}rules: {promise/contradicted: {tolerance: 5}}\n`,
      'base.yaml': 'rules: {promise/contradicted: {severity: info, except_topics: [delivery]}}\n',
    }))
    expect(config.rules['promise/contradicted']).toEqual({ severity: 'info', options: { tolerance: 5, except_topics: ['delivery'] } })
  })

  test('takes settings from a package, wherever above it was installed', async () => {
    const root = folder({ 'shop/saydo.yaml': 'extends: [saydo-config-house, "@pots/rules/strict.yaml"]\nsay: say\ndo: []\n', 'shop/say/a.md': 'a', 'node_modules/saydo-config-house/saydo.yaml': 'business: restaurant\ncurrency: EUR\n', 'node_modules/@pots/rules/strict.yaml': 'business: retail\n' })
    expect((await open(join(root, 'shop'))).config).toMatchObject({ business: 'retail', currency: 'EUR' })
  })

  test('a file above is fine inside the repository', async () => {
    const root = folder({ 'shop/saydo.yaml': 'extends: ../base.yaml\nsay: say\ndo: []\n', 'shop/say/a.md': 'a', 'base.yaml': 'business: fitness\n' })
    expect((await open(join(root, 'shop'))).config.business).toBe('fitness')
  })

  test('a mistake is told in the file that it stands in', async () => {
    expect(await wrong({ 'saydo.yaml': `extends: ./base.yaml\n${SIDES}buisness: retail\n`, 'base.yaml': '# house\nrules:\n  promise/contradicte: off\n' })).toEqual([
      'saydo.yaml:4:1 There is no setting "buisness". Did you mean "business"?',
      'base.yaml:3:3 There is no rule "promise/contradicte". Did you mean "promise/contradicted"?',
    ])
  })

  test.each<[string, Files, string]>([
    ['a file that is not there', { 'saydo.yaml': `${SIDES}extends: [./bse.yaml]\n` }, 'saydo.yaml:3:11 There is no file "./bse.yaml".'],
    ['a name that no file can have', { 'saydo.yaml': `${SIDES}extends: "./a\\0b"\n` }, 'saydo.yaml:3:10 There is no file "./a\0b".'],
    ['a name longer than any file has', { 'saydo.yaml': `${SIDES}packs: ./${'x'.repeat(300)}\n` }, `saydo.yaml:3:8 There is no folder "./${'x'.repeat(300)}".`],
    ['a document with such a name', { 'saydo.yaml': 'say: ["a\\0b", say]\ndo: do\n' }, 'saydo.yaml:1:7 "a\0b" matches no file.'],
    ['a document with so long a name', { 'saydo.yaml': `say: [${'x'.repeat(300)}, say]\ndo: do\n` }, `saydo.yaml:1:7 "${'x'.repeat(300)}" matches no file.`],
    ['a package that is not there', { 'saydo.yaml': `${SIDES}extends: saydo-config-x\n` }, 'saydo.yaml:3:10 There is no package "saydo-config-x" in node_modules. Install it with npm first, or write ./saydo-config-x for a file of yours.'],
    ['a file without ./', { 'saydo.yaml': `${SIDES}extends: base.yaml\n`, 'base.yaml': '' }, 'saydo.yaml:3:10 There is no package "base.yaml" in node_modules. If you mean the file beside this one, write ./base.yaml.'],
    ['a package without a configuration', { 'saydo.yaml': `${SIDES}extends: x\n`, 'node_modules/x/index.js': '' }, 'saydo.yaml:3:10 The package "x" holds no saydo.yaml or saydo.yml.'],
    ['a way out of a package', { 'saydo.yaml': `${SIDES}extends: x/../../do/desk.md\n`, 'node_modules/x/saydo.yaml': '' }, 'saydo.yaml:3:10 "x/../../do/desk.md" leads out of its package.'],
    ['a way out of the repository', { 'saydo.yaml': `${SIDES}extends: ../../../../../../../../etc/hosts\n` }, 'saydo.yaml:3:10 "../../../../../../../../etc/hosts" leads out of the project.'],
    ['a whole path', { 'saydo.yaml': `${SIDES}extends: /etc/hosts\n` }, 'saydo.yaml:3:10 "/etc/hosts" should be a path that begins with ./, or the name of a package.'],
    ['itself', { 'saydo.yaml': `${SIDES}extends: ./saydo.yaml\n` }, 'saydo.yaml:3:10 "./saydo.yaml" goes in a circle: saydo.yaml → saydo.yaml.'],
    ['a circle', { 'saydo.yaml': `${SIDES}extends: ./a.yaml\n`, 'a.yaml': 'extends: ./b.yaml\n', 'b.yaml': '\nextends: [./a.yaml]\n' }, 'b.yaml:2:11 "./a.yaml" goes in a circle: a.yaml → b.yaml → a.yaml.'],
  ])('%s is told with its place', async (_, files, message) => {
    expect(await wrong(files)).toEqual([message])
  })

  test('a list for a key is told in our words, without a warning of the program beneath', async () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
    expect(await wrong({ 'saydo.yaml': `${SIDES}? [rules, terms]\n: off\n` })).toEqual([expect.stringContaining('There is no setting "[ rules, terms ]"')])
    expect(warn).not.toHaveBeenCalled()
    warn.mockRestore()
  })

  test.skipIf(process.platform === 'win32')('a link that leads out of the repository is not followed', async () => {
    const outside = tempFolder({ 'base.yaml': 'business: health\n' })
    const root = folder({ 'saydo.yaml': `extends: ./house/base.yaml\n${SIDES}` })
    mkdirSync(join(root, 'house'))
    symlinkSync(join(outside, 'base.yaml'), join(root, 'house/base.yaml'))
    await expect(open(root)).rejects.toThrow('"./house/base.yaml" leads out of the project.')
  })
})

describe('overrides', () => {
  test('set rules for some documents', async () => {
    expect(await found({ 'saydo.yaml': `${SIDES}overrides:\n  - {files: do, rules: {wording/scripted: off}}\n  - {files: ["say/*.md"], rules: {promise/contradicted: warning}}\n` })).toEqual(['say/returns.md warning promise/contradicted'])
  })

  test('the later goes before the earlier', async () => {
    expect(await found({ 'saydo.yaml': `${SIDES}overrides:\n  - {files: do/**, rules: {wording/scripted: off}}\n  - {files: do/desk.md, rules: {wording/scripted: info}}\n` })).toContain('do/desk.md info wording/scripted')
  })

  test('set the business, and so the words for customers', async () => {
    const files = { 'do/cafe.md': '# Café\n\nGive every guest a glass of water.\n', 'do/shop.md': '# Shop\n\nGive every guest a bag.\n' }
    expect(await found({ ...files, 'saydo.yaml': `${SIDES}business: retail\noverrides: [{files: do/cafe.md, business: restaurant}]\n` })).toEqual([SCRIPTED, 'do/shop.md warning wording/customer-term', CONTRADICTED])
  })

  test('fix names for some documents', async () => {
    const files = { 'say/a.md': '# Club\n\nThe pot circle is open to all.\n', 'say/b.md': '# Club\n\nThe pot circle is open to all.\n' }
    const mismatches = (await found({ ...files, 'saydo.yaml': `${SIDES}overrides: [{files: say/b.md, terms: [{use: Pot Club, not: pot circle}]}]\n` })).filter((one) => one.includes('term/'))
    expect(mismatches).toEqual(['say/b.md warning term/mismatch'])
  })

  test('tag documents', async () => {
    const project = await open(folder({ 'saydo.yaml': `say: say\ndo: [{path: do, touchpoint: counter, owner: Ann}]\noverrides: [{files: do/desk.md, touchpoint: desk, valid_until: 2026-01-31}]\n` }))
    expect(project.files[0]?.tags).toEqual({ touchpoint: 'desk', owner: 'Ann', validUntil: '2026-01-31' })
    expect(project.place('do/desk.md')?.tags).toEqual(project.files[0]?.tags)
  })

  test('are checked like the rest', async () => {
    expect(await wrong({ 'saydo.yaml': `${SIDES}overrides:\n  - rules: {promise/unbaked: off}\n    file: do\n` })).toEqual([
      'saydo.yaml:4:5 "files" is missing here.',
      'saydo.yaml:4:13 There is no rule "promise/unbaked". Did you mean "promise/unbacked"?',
      'saydo.yaml:5:5 There is no setting "file" here. Did you mean "files"?',
    ])
  })
})

describe('options of rules', () => {
  test.each<[string, string, readonly string[]]>([
    ['a tolerance in percent', '{promise/contradicted: {tolerance: 10}}', [SCRIPTED]],
    ['a tolerance that is too small', '{promise/contradicted: {tolerance: 5}}', [SCRIPTED, CONTRADICTED]],
    ['a topic that is left out', '{promise/contradicted: {except_topics: [returns]}}', [SCRIPTED]],
    ['a measure that is left out', '{promise/contradicted: {except_topics: returns.window}}', [SCRIPTED]],
    ['another topic', '{promise/contradicted: {except_topics: delivery}}', [SCRIPTED, CONTRADICTED]],
    ['words that are let pass', '{wording/scripted: {allow: [Word for word]}}', [CONTRADICTED]],
  ])('%s', async (_, rules, expected) => {
    expect(await found({ 'saydo.yaml': `${SIDES}rules: ${rules}\n` })).toEqual(expected)
  })

  test('some days of grace for offers that are over', async () => {
    const files = { 'say/offer.md': '# Offer\n\nUntil 15 November 2025 you get 20% off all pots.\n' }
    const over = async (rules: string): Promise<boolean> => (await found({ ...files, 'saydo.yaml': `${SIDES}rules: ${rules}\n` })).some((one) => one.includes('promise/expired'))
    expect([await over('{}'), await over('{promise/expired: {grace_days: 7}}'), await over('{promise/expired: {grace_days: 6}}')]).toEqual([true, false, true])
  })

  test('months until a document for staff is stale', async () => {
    const files = { 'do/old.md': '---\nreviewed: 2025-05-21\n---\n\n# Packing\n\nWrap pots twice.\n' }
    const stale = async (rules: string): Promise<readonly string[]> => (await found({ ...files, 'saydo.yaml': `${SIDES}rules: ${rules}\n` })).filter((one) => one.includes('stale'))
    expect(await stale('{}')).toEqual([])
    expect(await stale('{playbook/stale: {months: 7}}')).toEqual([])
    expect(await stale('{playbook/stale: {months: 6}}')).toEqual(['do/old.md info playbook/stale'])
  })

  test('limits on talking time that are long enough', async () => {
    const files = { 'do/calls.md': '# Calls\n\nEnd every call after 20 minutes.\n' }
    const capped = async (rules: string): Promise<number> => (await found({ ...files, 'saydo.yaml': `${SIDES}rules: ${rules}\n` })).filter((one) => one.includes('talk-time')).length
    expect([await capped('{}'), await capped('{playbook/talk-time-cap: {from_minutes: 15}}'), await capped('{playbook/talk-time-cap: {from_minutes: 30}}')]).toEqual([1, 0, 1])
  })

  test.each<[string, string]>([
    ['{promise/contradicted: {tollerance: 5}}', 'saydo.yaml:3:32 The rule promise/contradicted has no option "tollerance". Did you mean "tolerance"?'],
    ['{promise/contradicted: {tolerance: some}}', 'saydo.yaml:3:43 "tolerance" should be a number from 0 up.'],
    ['{promise/contradicted: {tolerance: -1}}', 'saydo.yaml:3:43 "tolerance" should be a number from 0 up.'],
    ['{promise/contradicted: {except_topics: [retruns]}}', 'saydo.yaml:3:48 There is no "retruns" here. Did you mean "returns"?'],
    ['{playbook/missing-step: {steps: [listen]}}', 'saydo.yaml:3:41 There is no "listen" here. Known are: hear, own, remedy, next.'],
    ['{wording/scripted: {allow: [3]}}', 'saydo.yaml:3:35 "allow" should be a list of words.'],
    ['{term/mismatch: {allow: x}}', 'saydo.yaml:3:25 The rule term/mismatch has no option "allow". Known are: severity.'],
  ])('%s', async (rules, message) => {
    expect(await wrong({ 'saydo.yaml': `${SIDES}rules: ${rules}\n` })).toEqual([message])
  })
})

const GREETING = `id: pots/no-pot-jokes
severity: error
title: No jokes about pots
why: Customers have heard them.
fix: Leave the joke out.
sides: [do, say]
patterns: {en: [potty <pot-joke>]}
examples:
  bad: [{do: Say something potty humour.}]
  good: [{do: Say something nice.}]
`
const JOKES = 'id: pot-joke\ntitle: Jokes about pots\nen: [humour, joke*]\n'
const FIRING = 'id: firing\ntitle: Firing\ncues: {en: [fire your own pot, firing]}\nmeasures: {wait: {title: time until it is done, role: deadline}}\n'
const CLAY = 'concepts: {earthenware: {is: [product], en: [earthenware], sk: [hrnčin*]}}\n'

describe('packs', () => {
  const files = { 'our-rules/no-pot-jokes.yaml': GREETING, 'our-rules/words/pot-joke.yaml': JOKES, 'our-rules/firing.yaml': FIRING, 'our-rules/clay.yaml': CLAY }

  test('a folder adds rules, topics, concepts and lists of words', async () => {
    const company = { ...files, 'do/jokes.md': '# Jokes\n\nTry some potty jokes.\n', 'say/fire.md': '# Firing\n\nFiring takes 3 days at most.\n', 'do/kiln.md': '# Kiln\n\nFiring takes 5 days.\n', 'saydo.yaml': `${SIDES}packs: ./our-rules\nrules: {wording/scripted: off}\n` }
    expect(await found(company)).toEqual(['do/jokes.md error pots/no-pot-jokes', 'say/fire.md error promise/contradicted', CONTRADICTED])
    expect(await found({ ...company, 'saydo.yaml': `${SIDES}packs: [./our-rules]\nrules: {wording/scripted: off, pots/no-pot-jokes: {severity: info, allow: potty jokes}}\n` })).not.toContain('do/jokes.md error pots/no-pot-jokes')
  })

  test('a package that npm installed, named by a file that is extended', async () => {
    const inPackage = Object.fromEntries(Object.entries(files).map(([path, text]) => [`node_modules/saydo-pack-pots/rules/${path.slice('our-rules/'.length)}`, text]))
    const { pack: made } = await open(folder({ ...inPackage, 'saydo.yaml': `extends: ./base.yaml\n${SIDES}`, 'base.yaml': 'packs: [saydo-pack-pots]\n' }))
    expect(made.rules.map((rule) => rule.id)).toContain('pots/no-pot-jokes')
  })

  test.each<[string, Files, string]>([
    ['a folder that is not there', { 'saydo.yaml': `${SIDES}packs: ./rules-of-ours\n` }, 'saydo.yaml:3:8 There is no folder "./rules-of-ours".'],
    ['a key that there is not', { 'our-rules/no-pot-jokes.yaml': GREETING.replace('sides:', 'side:') }, 'our-rules/no-pot-jokes.yaml:6:1 A rule has no "side". Did you mean "sides"?'],
    ['a pattern that cannot be read', { 'our-rules/no-pot-jokes.yaml': GREETING.replace('potty <pot-joke>', 'potty (joke') }, 'our-rules/no-pot-jokes.yaml:7:17 The pattern "potty (joke" has a bracket without its partner.'],
    ['brackets within brackets', { 'our-rules/no-pot-jokes.yaml': GREETING.replace('potty <pot-joke>', `${'('.repeat(5000)}a`) }, 'our-rules/no-pot-jokes.yaml:7:17 The pattern "((((((((((((((((((((((((((((((((((((((((…" has brackets within brackets, too many to read.'],
    ['a list that there is not', { 'our-rules/no-pot-jokes.yaml': GREETING }, 'our-rules/no-pot-jokes.yaml:7:17 There is no list of words <pot-joke>.'],
    ['a rule that there is already', { 'our-rules/scripted.yaml': GREETING.replace('pots/no-pot-jokes', 'wording/scripted').replace('<pot-joke>', 'joke') }, 'our-rules/scripted.yaml:1:5 There is a rule "wording/scripted" already. Give yours a name of its own.'],
    ['lists that lead back to themselves', { 'our-rules/a.yaml': 'id: pots\ntitle: Pots\nen: [pot, big <pans>]\n', 'our-rules/b.yaml': 'id: pans\ntitle: Pans\nen: [pan, small <pots>]\n' }, 'our-rules/a.yaml:1:5 Lists of words that lead back to themselves can never be found: <pots> → <pans> → <pots>.'],
    ['a pattern without end', { 'our-rules/no-pot-jokes.yaml': GREETING.replace('potty <pot-joke>', 'potty '.repeat(1000)) }, 'our-rules/no-pot-jokes.yaml:7:17 The pattern "potty potty potty potty potty potty pott…" is too long to read (5999 characters; the limit is 5000). Make several patterns of it.'],
    ['a file of another name', { 'our-rules/jokes.yaml': GREETING.replace('<pot-joke>', 'joke') }, 'our-rules/jokes.yaml:1:5 The file should be called no-pot-jokes.yaml, as the id of its rule says.'],
    ['something else', { 'our-rules/notes.yaml': 'hello: there\n' }, 'our-rules/notes.yaml:1:1 This is no rule'],
    ['a broken file', { 'our-rules/notes.yaml': 'id: [a\n' }, 'our-rules/notes.yaml:'],
  ])('%s is told with its place', async (_, more, message) => {
    const [first = ''] = await wrong({ 'saydo.yaml': `${SIDES}packs: ./our-rules\n`, ...more })
    expect(first.startsWith(message) ? message : first).toBe(message)
  })

  test('sixty lists, each of which leads to the next in two ways, are read like any other', async () => {
    const name = (i: number): string => `pot-${String.fromCharCode(97 + Math.floor(i / 26), 97 + (i % 26))}`
    const lists = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`our-rules/words/${i}.yaml`, `id: ${name(i)}\ntitle: Pots\nen: ${i === 59 ? '[joke]' : `[<${name(i + 1)}>, funny <${name(i + 1)}>]`}\n`]))
    const chained = { ...lists, 'our-rules/no-pot-jokes.yaml': GREETING.replace('<pot-joke>', `<${name(0)}>`), 'do/jokes.md': '# Jokes\n\nTry a potty funny funny joke.\n', 'saydo.yaml': `${SIDES}packs: ./our-rules\n` }
    expect(await found(chained)).toContain('do/jokes.md error pots/no-pot-jokes')
  })

  test('a pattern of many choices, each of which may be left out, is read like any other', async () => {
    const many = { ...files, 'our-rules/no-pot-jokes.yaml': GREETING.replace('potty <pot-joke>', `potty ${'(very|so)? '.repeat(60)}joke`), 'do/jokes.md': '# Jokes\n\nTry a potty very joke.\n', 'saydo.yaml': `${SIDES}packs: ./our-rules\n` }
    expect(await found(many)).toContain('do/jokes.md error pots/no-pot-jokes')
    const first = { ...many, 'our-rules/no-pot-jokes.yaml': GREETING.replace('potty <pot-joke>', `${'(very|so)? '.repeat(60)}joke`) }
    expect(await found(first)).toContain('do/jokes.md error pots/no-pot-jokes')
  })

  test('words that lead one of saydo\'s lists back to itself are told with their place', async () => {
    const round = { ...files, 'our-rules/words/customer.yaml': 'id: customer\ntitle: Customers\nen: [potter <tell>]\n', 'saydo.yaml': `${SIDES}packs: ./our-rules\n` }
    const [first = ''] = await wrong(round)
    expect(first).toMatch(/^our-rules\/words\/customer\.yaml:1:5 Lists of words that lead back to themselves can never be found: .*<customer>/)
  })

  test('a pattern that can be followed in endless ways ends all the same', async () => {
    const pattern = `potty ${'... potty '.repeat(30)}end`
    const endless = { ...files, 'our-rules/no-pot-jokes.yaml': GREETING.replace('potty <pot-joke>', pattern), 'say/potty.md': `# Potty\n\n${'potty '.repeat(400)}\n`, 'saydo.yaml': `${SIDES}packs: ./our-rules\n` }
    expect(await found(endless)).not.toContain('say/potty.md error pots/no-pot-jokes')
  })
})
