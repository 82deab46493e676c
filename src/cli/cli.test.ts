import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Report } from '../model/finding.js'
import type { Pack } from '../model/pack.js'
import type { CheckInput } from '../model/program.js'
import { cannedMessages, cannedReport, cannedRules, cannedSources, cleanReport } from '../reporters/canned.js'
import { tempFolder } from '../testing/temp-folder.js'
import { colourLevel } from './colour.js'
import { type Ended, saydoIn } from './saydo-in.js'
import type { World } from './world.js'

const english = parse(readFileSync(new URL('../../rules/messages/en.yaml', import.meta.url), 'utf8')) as Record<string, string>
const pack: Pack = { topics: [], concepts: [], cues: [], rules: cannedRules, languages: {}, others: {}, messages: { en: { ...english, ...cannedMessages } } }
const COMPANY = { 'saydo.yaml': 'say: say\ndo: do\n', ...Object.fromEntries(cannedSources) }

interface Checked extends Ended {
  readonly folder: string
  readonly inputs: readonly CheckInput[]
}

/** Runs saydo in a folder with these files, with an engine that gives this report. */
async function saydo(words: string, { report = cannedReport, files = COMPANY, ...world }: Partial<World> & { readonly report?: Report; readonly files?: Readonly<Record<string, string>> } = {}): Promise<Checked> {
  const folder = tempFolder(files)
  const inputs: CheckInput[] = []
  const check = (input: CheckInput): Promise<Report> => {
    inputs.push(input)
    return Promise.resolve(report)
  }
  return { ...(await saydoIn(folder, words, { loadPack: () => pack, check, ...world })), folder, inputs }
}

const fine: Report = { ...cannedReport, problems: [], findings: cannedReport.findings.slice(1), summary: { ...cannedReport.summary, errors: 0 } }
const onlyProblem: Report = { ...cleanReport, problems: cannedReport.problems }
const summary = (change: Partial<Report['summary']>): Report => ({ ...cleanReport, summary: { ...cleanReport.summary, ...change } })

describe('exit codes', () => {
  test.each<[string, Report, number]>([
    ['check', cleanReport, 0],
    ['check', cannedReport, 1],
    ['check --exit-zero', cannedReport, 0],
    ['check', fine, 0],
    ['check --max-warnings 1', fine, 0],
    ['check --max-warnings 0', fine, 1],
    ['check --max-warnings 0 --quiet', fine, 1],
    ['check', onlyProblem, 1],
    ['check', summary({ promises: 0, kept: 0 }), 2],
    ['check --allow-empty', summary({ promises: 0, kept: 0 }), 0],
    ['check --exit-zero', summary({ documents: { say: 0, do: 0 } }), 2],
    ['check', summary({ documents: { say: 0, do: 1 }, promises: 0 }), 0],
    ['check --rule wording/scripted', { ...cannedReport, problems: [] }, 0],
    ['check --rule promise/contradicted', cannedReport, 1],
  ])('%s', async (words, report, exit) => {
    expect((await saydo(words, { report })).exit).toBe(exit)
  })

  test('a bug is 3, with the stack and the wish to hear of it', async () => {
    const { exit, err } = await saydo('check', { check: () => Promise.reject(new TypeError('oh dear')) })
    expect(exit).toBe(3)
    expect(err).toMatch(/Please report it[^]*TypeError: oh dear\n +at /)
  })
})

describe('what cannot be done is told in a sentence, and ends with 2:', () => {
  test.each<[string, string]>([
    ['chekc', 'Did you mean check?'],
    ['check --quite', 'Did you mean --quiet?'],
    ['check --format xml', 'Allowed choices are text, json'],
    ['check --format text --format json', 'text and json cannot both go to standard output'],
    ['check --format json -o nowhere=x', 'There is no format "nowhere"'],
    ['check --max-warnings few', 'It should be a whole number'],
    ['check --rule promise/contradict', 'Did you mean "promise/contradicted"?'],
    ['check nowhere.md', 'There is no file or folder "nowhere.md".'],
    ['check --why-not say/returns.md', '--why-not takes a file and a line'],
    ['check --why-not saydo.yaml:1', '"saydo.yaml" is not among the documents'],
    ['check --config other.yaml', 'There is no configuration file "other.yaml".'],
    ['explain promise/contradict', 'Did you mean "promise/contradicted"?'],
    ['test nowhere', 'There is no file or folder "nowhere".'],
    ['test saydo.yaml', 'is not a rule that can be used'],
  ])('%s', async (words, message) => {
    const { exit, err, out } = await saydo(words)
    expect(err).toContain(message)
    expect([exit, out]).toEqual([2, ''])
  })

  test('what a configuration names cannot write on the terminal what it likes', async () => {
    const { exit, err } = await saydo('check --baseline', { files: { 'saydo.yaml': 'say: say\nbaseline: "\\e[31mgone\\0"\n', 'say/a.md': 'Hello.\n' } })
    expect([exit, err]).toEqual([2, 'There is no baseline "␛[31mgone␀".\nsaydo baseline writes one.\n'])
  })

  test('nothing to read', async () => {
    const { exit, err } = await saydo('check', { files: {} })
    expect(exit).toBe(2)
    expect(err).toContain('saydo check --say "site/**" --do "playbooks/**"')
  })

  test('a broken configuration, for people and for programs', async () => {
    const files = { ...COMPANY, 'saydo.yaml': 'say: say\ndo: do\nbuisness: retail\n' }
    const people = await saydo('check', { files })
    expect([people.exit, people.out]).toEqual([2, ''])
    expect(people.err).toContain('saydo.yaml\n  3:1  cannot be used\n  There is no setting "buisness". Did you mean "business"?\n     3 │ buisness: retail\n       │ ^^^^^^^^\n')
    const programs = await saydo('check --format json', { files })
    expect(programs.exit).toBe(2)
    expect(JSON.parse(programs.out)).toMatchObject({ problems: [{ file: 'saydo.yaml', line: 3, column: 1 }] })
  })
})

describe('check', () => {
  const found = ({ out }: Checked): readonly string[] => (JSON.parse(out) as { findings: { ruleId: string }[] }).findings.map((finding) => finding.ruleId)

  test('reads both sides whole, and reports what concerns the given paths', async () => {
    const ended = await saydo('check do --format json')
    expect(ended.inputs[0]?.files.map((file) => file.path)).toEqual(['do/refunds.md', 'say/returns.md'])
    expect(found(ended)).toEqual(['promise/contradicted'])
    expect(found(await saydo('check . --format json'))).toHaveLength(2)
  })

  test('writes each report into the file that is named for it', async () => {
    const { exit, out, folder } = await saydo('check --color -o json=out/report.json')
    expect([exit, out.includes('1 problem')]).toEqual([1, true])
    expect(JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8'))).toMatchObject({ summary: { errors: 1 } })
    const inFile = await saydo('check -o report.txt')
    expect(inFile.out).toBe('')
    expect(readFileSync(join(inFile.folder, 'report.txt'), 'utf8')).toContain('Customers are promised 30 days')
  })

  test('for GitHub it also writes the summary of the step', async () => {
    const { out, folder } = await saydo('check --format github -o sarif=report.sarif', { env: { GITHUB_STEP_SUMMARY: 'page.md' } })
    expect(out).toMatch(/^::error file=say\/returns.md,line=3/)
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toContain('Customers are promised 30 days')
    expect(JSON.parse(readFileSync(join(folder, 'report.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' })
  })

  test('links each rule to its file, in terminals that can show links and colours', async () => {
    const link = '\u001b]8;;file:///rules/promise/contradicted.yaml\u001b\\'
    const able: World['terminal'] = { isTTY: true, colours: 1, linkTo: (id) => `file:///rules/${id}.yaml` }
    expect((await saydo('check', { terminal: able })).out).toContain(link)
    const inFile = await saydo('check --color -o report.txt', { terminal: able })
    expect(readFileSync(join(inFile.folder, 'report.txt'), 'utf8')).not.toContain(link)
    for (const other of [{ terminal: able, env: { NO_COLOR: '1' } }, { terminal: { ...able, linkTo: undefined } }, {}]) expect((await saydo('check', other)).out).not.toContain(link)
  })

  test('says why a report cannot be written', async () => {
    const { exit, err } = await saydo('check -o say')
    expect(exit).toBe(2)
    expect(err).toMatch(/say" is not a file, so saydo cannot write to it/)
    expect((await saydo('check -o saydo.yaml/x')).err).toContain('a part of its path is a file')
  })

  test('a broken configuration is written where reports are', async () => {
    const { exit, out, err, folder } = await saydo('check -o json=report.json', { files: { ...COMPANY, 'saydo.yaml': 'say: say\nbuisness: retail\n' } })
    expect([exit, out]).toEqual([2, ''])
    expect(err).toContain('Did you mean "business"?')
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({ problems: [{ file: 'saydo.yaml' }] })
  })

  test('says so when the given paths are none of the documents', async () => {
    const { exit, err } = await saydo('check saydo.yaml')
    expect(exit).toBe(0)
    expect(err).toContain('None of the given paths is among the documents')
  })

  test('--quiet reports errors only', async () => {
    expect(found(await saydo('check --quiet --format json'))).toEqual(['promise/contradicted'])
  })

  test('with flags it tells on the error stream what it took for which side', async () => {
    const { err, out } = await saydo('check --say say --do do --format json', { files: Object.fromEntries(cannedSources) })
    expect(err).toBe('Taken as what customers read (1 document):\n  say/returns.md\nTaken as what staff are told (1 document):\n  do/refunds.md\n\n')
    expect(() => { JSON.parse(out) }).not.toThrow()
  })

  test('--why-not tells what was made of a line', async () => {
    const { exit, out } = await saydo('check --why-not do/refunds.md:3')
    expect(exit).toBe(0)
    expect(out).toContain('[no-unit]')
  })

  test('a terminal that says it has no columns gets lines as a pipe does', async () => {
    expect((await saydo('check', { terminal: { isTTY: true, colours: 0, columns: 0 } })).out).toBe((await saydo('check')).out)
  })

  test('paths are printed from where the user stands', async () => {
    const { out } = await saydo('check --config shop/saydo.yaml', { files: Object.fromEntries(Object.entries(COMPANY).map(([path, text]) => [`shop/${path}`, text])) })
    expect(out).toContain('shop/do/refunds.md:3:22')
  })
})

describe('explain', () => {
  test('tells why, what to do, and both kinds of examples', async () => {
    const { out } = await saydo('explain promise/contradicted')
    for (const piece of ['Reported as: error', 'Customers plan by', 'Make both the same.', 'Is reported', 'Stays silent', 'Accept within 14 days.']) expect(out).toContain(piece)
  })

  test('lists all rules', async () => {
    const { out } = await saydo('explain')
    for (const rule of cannedRules) expect(out).toContain(rule.id)
  })
})

describe('rules', () => {
  test('tells how each rule is reported in this project', async () => {
    const files = { ...COMPANY, 'saydo.yaml': 'say: say\ndo: do\nrules: {promise/contradicted: off}\n' }
    const { exit, out } = await saydo('rules', { files })
    expect(exit).toBe(0)
    expect(out).toMatch(/^promise\/\n {2}promise\/contradicted +off .*\(set in saydo\.yaml\)$/m)
    expect(out).toContain(`${cannedRules.length} rules, 1 of them off.`)
  })

  test('without a configuration, as they are', async () => {
    const { out } = await saydo('rules', { files: {} })
    for (const rule of cannedRules) expect(out).toContain(rule.id)
    expect(out).toContain('as they are without a saydo.yaml')
  })

  test('for programs', async () => {
    const files = { ...COMPANY, 'saydo.yaml': 'rules: {promise/contradicted: warning}\n' }
    const rules = JSON.parse((await saydo('rules --format json', { files })).out) as readonly object[]
    expect(rules.map((rule) => (rule as { id: string }).id)).toEqual(cannedRules.map((rule) => rule.id))
    expect(rules[0]).toMatchObject({ id: 'promise/contradicted', family: 'promise', severity: 'warning', default: 'error', on: true })
  })

  test('a broken configuration is told with its place', async () => {
    const { exit, err } = await saydo('rules', { files: { 'saydo.yaml': 'say: say\nrules: {promise/contradicte: off}\n' } })
    expect([exit, err]).toEqual([2, expect.stringMatching(/^saydo\.yaml:2:9 {2}There is no rule "promise\/contradicte"\. Did you mean/)])
  })
})

describe('test', () => {
  /** An engine that reports a document for staff with 14 days in it. */
  const check: World['check'] = ({ files }) => Promise.resolve({
    ...cleanReport,
    findings: files.some((file) => file.source.includes('14 days')) ? cannedRules.map((rule) => ({ ...(cannedReport.findings[0] as Report['findings'][number]), ruleId: rule.id })) : [],
  })
  const own = `id: wording/ours
severity: warning
title: t
why: w
fix: f
sides: [do]
patterns: {en: [something]}
examples:
  bad: [{do: Give 30 days.}]
  good: [{do: Give 14 days.}]
`

  test('passes when every example is as it should be', async () => {
    expect(await saydo('test', { check })).toMatchObject({ exit: 0, out: '6 examples, all as they should be.\n' })
  })

  test('names each example that is not', async () => {
    const { exit, out } = await saydo('test')
    expect(exit).toBe(1)
    expect(out).toContain('promise/contradicted  good example 1 (Return within 30 days. / Accept within 30 days.) should stay silent, but was reported: promise/contradicted at')
  })

  test('tries rules of the user\'s own, from files and folders', async () => {
    const files = { 'rules/ours.yaml': own, 'rules/words.yaml': 'id: pots\ntitle: Pots\nen: [pot]\n', 'rules/more/notes.yaml': 'hello: there', 'half.yaml': 'id: x' }
    const { exit, out } = await saydo('test rules', { files, check })
    expect(exit).toBe(1)
    expect(out).toContain('wording/ours  bad example 1 (Give 30 days.) should be reported, but was not (reported: nothing)')
    expect((await saydo('test half.yaml', { files })).err).toContain('half.yaml:1:1 is not a rule that can be used: "title" is missing from this list of words.')
  })
})

test('help stands on standard output, with an example for every command', async () => {
  for (const words of ['--help', 'check --help', 'init --help', 'explain --help', 'rules --help', 'test --help']) {
    const { exit, out } = await saydo(words)
    expect([exit, out.includes('Examples:')]).toEqual([0, true])
  }
  expect((await saydo('--version')).out).toBe('1.2.3\n')
})

test.each<[boolean | undefined, Record<string, string>, boolean, number]>([
  [undefined, {}, true, 2],
  [undefined, {}, false, 0],
  [undefined, { NO_COLOR: '1' }, true, 0],
  [undefined, { NO_COLOR: '' }, true, 2],
  [undefined, { FORCE_COLOR: '1' }, false, 1],
  [undefined, { FORCE_COLOR: '' }, false, 2],
  [undefined, { FORCE_COLOR: '0' }, true, 0],
  [undefined, { FORCE_COLOR: '3', NO_COLOR: '1' }, false, 3],
  [true, { NO_COLOR: '1' }, false, 2],
  [false, { FORCE_COLOR: '1' }, true, 0],
])('colours with flag %s, %j, terminal %s: level %i', (flag, env, isTTY, level) => {
  expect(colourLevel(flag, { env, terminal: { isTTY, colours: 2 } })).toBe(level)
})
