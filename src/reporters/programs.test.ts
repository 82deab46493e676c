import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import ajvDraft4, { type AnySchema } from 'ajv-draft-04'
import { Chalk } from 'chalk'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { SaxesParser } from 'saxes'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Finding, Report, Severity } from '../model/finding.js'
import { cannedMessages, cannedReport, cannedRules, cannedSources, cleanReport } from './canned.js'
import { checkstyle } from './checkstyle.js'
import { github } from './github.js'
import { gitlab } from './gitlab.js'
import { json } from './json.js'
import { junit } from './junit.js'
import { markdown } from './markdown.js'
import type { Messages } from './phrase.js'
import { rdjson } from './rdjson.js'
import { sarif } from './sarif.js'
import type { Reporter, Surface, View } from './reporter.js'

const load = createRequire(import.meta.url)
const english = parse(readFileSync(new URL('../../rules/messages/en.yaml', import.meta.url), 'utf8')) as Messages
const surface: Surface = { paint: new Chalk({ level: 0 }), width: 80, prefix: 'shop/' }

function viewOf(report: Report, sources = cannedSources): View {
  return { report, sources, rules: cannedRules, messages: { ...english, ...cannedMessages }, version: '1.2.3', topics: [], today: '2025-11-22' }
}

/** A file name and a quote that try to be something else wherever they are written. */
const NASTY_FILE = 'say/50%,a:b::c "ü<&>\' #1 \u001b[31m[x](1).md'
const NASTY = '%0A::error::x ##[error]y ]]></failure><script>"\' @team #12 a@b.example https://shop.example www.shop.example | `x` \u0000\u001b[31m\u202e\ud800\ufffe **30** days'
const nastyFinding = (ordinal: number, severity: Severity = 'error'): Finding => ({
  ruleId: 'promise/contradicted', severity, at: { file: NASTY_FILE, span: { start: 0, end: 5 }, quote: NASTY },
  related: [{ file: NASTY_FILE, span: { start: 6, end: 8 }, quote: NASTY, note: { id: 'finding.told-here', slots: {} } }],
  what: { id: 'finding.contradicted', slots: { said: NASTY, told: `${ordinal} days` } }, why: [], fingerprint: 'same',
})
const nastyReport = (count = 2): Report => ({
  ...cannedReport, findings: Array.from({ length: count }, (_, i) => nastyFinding(i)),
  problems: [{ file: NASTY_FILE, message: `cannot be read: ${NASTY}` }],
})
const nasty = viewOf(nastyReport(), new Map([[NASTY_FILE, 'žltý 30 days\n']]))
const FIXABLE = 'Grüß the guest.\n'
/** A finding that a program can put right; before it stand letters of two bytes. */
const fixable = viewOf({
  ...cannedReport, problems: [],
  findings: [{
    ruleId: 'wording/scripted', severity: 'warning', at: { file: 'do/desk.md', span: { start: 6, end: 15 }, quote: 'the guest' }, related: [],
    what: { id: 'finding.wording.customer-term', slots: { words: 'the guest' } }, why: [], fingerprint: 'fix001',
    fix: { span: { start: 10, end: 15 }, was: 'guest', text: 'customer', language: 'en' },
  }],
}, new Map([['do/desk.md', FIXABLE]]))
/** One finding that a document asks not to hear of, with a reason, and one without. */
const silenced = viewOf({
  ...cannedReport,
  findings: [], suppressed: cannedReport.findings.map((finding, index) => ({ finding, by: { file: 'do/refunds.md', span: { start: 0, end: 9 }, reason: ['until [May]', ''][index] as string } })),
})
const VIEWS: readonly (readonly [string, View])[] = [
  ['findings and a problem', viewOf(cannedReport)], ['nothing', viewOf(cleanReport)], ['names and quotes that try to break out', nasty],
  ['a finding that can be put right', fixable], ['findings that a document asks not to hear of', silenced], ['no sources and no rules', { ...viewOf(cannedReport, new Map()), rules: [] }],
]

// eslint-disable-next-line no-control-regex -- what must not be there
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]|\p{Surrogate}/u

describe.each<[string, Reporter]>([['gitlab', gitlab], ['rdjson', rdjson], ['sarif', sarif], ['junit', junit], ['checkstyle', checkstyle], ['github', github], ['markdown', markdown]])('%s', (_, reporter) => {
  test('sends no control character, none that turns text around, and no half character', () => {
    expect(reporter.render(nasty, surface).replaceAll('\n', '')).not.toMatch(UNSEEN)
  })

  test('the same report gives the same text', () => {
    expect(reporter.render(nasty, surface)).toBe(reporter.render(nasty, surface))
  })
})

const ajv = new ajvDraft4.default({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true })

/** What a schema has to say against a value. */
function faults(schema: AnySchema, value: unknown): unknown {
  const validate = ajv.compile(schema)
  return validate(value) === true ? [] : validate.errors
}

const SARIF_SCHEMA = load('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as AnySchema

describe('sarif', () => {
  test.each(VIEWS)('is valid: %s', (_, view) => {
    expect(faults(SARIF_SCHEMA, JSON.parse(sarif.render(view, surface)))).toEqual([])
  })

  test('has both places, the rule with its help, the fingerprint, and what was wrong with files', () => {
    const { runs: [run] } = JSON.parse(sarif.render(viewOf(cannedReport), surface)) as { runs: [Record<string, unknown>] }
    const place = (uri: string, region: object): object => ({ artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, region })
    expect(run).toMatchObject({
      columnKind: 'utf16CodeUnits',
      tool: { driver: { name: 'saydo', version: '1.2.3', rules: [{ id: 'promise/contradicted', help: { text: 'Customers plan by what they read.\n\nMake both the same.' } }, {}, {}] } },
      invocations: [{ executionSuccessful: false, toolExecutionNotifications: [{ message: { text: 'This file is saved as UTF-16.' }, locations: [{ physicalLocation: place('shop/say/old.txt', { startLine: 2, startColumn: 5 }) }] }] }],
      results: [
        {
          ruleId: 'promise/contradicted', ruleIndex: 0, level: 'error',
          message: { text: 'Customers are promised 30 days, staff are told 14 days. [is what staff are told](1)' },
          locations: [{ physicalLocation: place('shop/say/returns.md', { startLine: 3, startColumn: 34, endLine: 3, endColumn: 41 }) }],
          relatedLocations: [{ id: 1, physicalLocation: place('shop/do/refunds.md', { startLine: 3, startColumn: 22 }), message: { text: 'is what staff are told' } }],
          properties: { owner: 'Belongs to: @shop/desk (shop/do/refunds.md)' },
          partialFingerprints: { 'saydo/v1': 'abc123' },
        },
        { ruleId: 'promise/unbacked', ruleIndex: 1, level: 'warning' },
      ],
    })
  })

  test('has what documents ask not to hear of, with where and why; but not for GitHub, which would take it for open', () => {
    const resultsOf = (view: View, onGitHub = false): readonly object[] => (JSON.parse(sarif.render(view, { ...surface, onGitHub })) as { runs: [{ results: readonly object[] }] }).runs[0].results
    expect(resultsOf(silenced)).toMatchObject([
      { ruleId: 'promise/contradicted', kind: 'fail', suppressions: [{ kind: 'inSource', status: 'accepted', justification: 'until [May]', location: { physicalLocation: { artifactLocation: { uri: 'shop/do/refunds.md' }, region: { startLine: 1 } } } }] },
      { ruleId: 'promise/unbacked', suppressions: [{ kind: 'inSource' }] },
    ])
    expect(resultsOf(viewOf(cannedReport))).toMatchObject([{ suppressions: [] }, { suppressions: [] }])
    expect(resultsOf(silenced, true)).toEqual([])
  })

  test('writes every path so that it can be read back', () => {
    const { runs } = JSON.parse(sarif.render(nasty, surface)) as { runs: [{ results: [{ locations: [{ physicalLocation: { artifactLocation: { uri: string } } }] }] }] }
    const { uri } = runs[0].results[0].locations[0].physicalLocation.artifactLocation
    expect(new URL(uri, 'file:///').pathname).toBe(`/${uri}`)
    expect(decodeURIComponent(uri)).toBe(`shop/${NASTY_FILE}`)
  })
})

/** What GitLab documents of its Code Quality report. */
const GITLAB_SCHEMA: AnySchema = {
  type: 'array',
  items: {
    type: 'object', required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 }, check_name: { type: 'string', minLength: 1 }, fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: { type: 'object', required: ['path', 'lines'], properties: { path: { type: 'string', pattern: '^[^/]' }, lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } } } } },
    },
  },
}

test('what can be put right is told where programs look for it', () => {
  const [run] = (JSON.parse(sarif.render(fixable, surface)) as { runs: { results: { fixes: unknown }[] }[] }).runs
  expect(run?.results[0]?.fixes).toEqual([{
    description: { text: 'Make both the same.' },
    artifactChanges: [{ artifactLocation: { uri: 'shop/do/desk.md', uriBaseId: '%SRCROOT%' }, replacements: [{ deletedRegion: { startLine: 1, startColumn: 11, endLine: 1, endColumn: 16 }, insertedContent: { text: 'customer' } }] }],
  }])
  const { diagnostics } = JSON.parse(rdjson.render(fixable, surface)) as { diagnostics: { suggestions: unknown }[] }
  expect(diagnostics[0]?.suggestions).toEqual([{ range: { start: { line: 1, column: 13 }, end: { line: 1, column: 18 } }, text: 'customer' }])
  const { findings } = JSON.parse(json.render(fixable, surface)) as { findings: { fix: unknown }[] }
  expect(findings[0]?.fix).toEqual({ line: 1, column: 11, endLine: 1, endColumn: 16, was: 'guest', text: 'customer' })
})

describe('gitlab', () => {
  test.each(VIEWS)('is what GitLab documents: %s', (_, view) => {
    const issues = JSON.parse(gitlab.render(view, surface)) as readonly { fingerprint: string }[]
    expect(faults(GITLAB_SCHEMA, issues)).toEqual([])
    expect(new Set(issues.map((issue) => issue.fingerprint)).size).toBe(issues.length)
  })

  test('tells the place and the other one', () => {
    expect((JSON.parse(gitlab.render(viewOf(cannedReport), surface)) as unknown[])[0]).toMatchObject({
      description: 'Customers are promised 30 days, staff are told 14 days. (shop/do/refunds.md:3:22: is what staff are told)',
      severity: 'major', check_name: 'saydo/promise/contradicted', location: { path: 'shop/say/returns.md', lines: { begin: 3, end: 3 } },
    })
  })
})

const POSITION: AnySchema = { type: 'object', required: ['line', 'column'], additionalProperties: false, properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } } }
const RANGE: AnySchema = { type: 'object', required: ['start'], additionalProperties: false, properties: { start: POSITION, end: POSITION } }
const NAMED = (name: string): AnySchema => ({ type: 'object', required: [name], additionalProperties: false, properties: { [name]: { type: 'string' }, url: { type: 'string' } } })
/** The fields of reviewdog's DiagnosticResult message, and no others. */
const RDJSON_SCHEMA: AnySchema = {
  type: 'object', required: ['diagnostics'], additionalProperties: false,
  properties: {
    source: NAMED('name'),
    diagnostics: {
      type: 'array',
      items: {
        type: 'object', required: ['message', 'location'], additionalProperties: false,
        properties: {
          message: { type: 'string' }, severity: { enum: ['ERROR', 'WARNING', 'INFO'] }, code: NAMED('value'),
          suggestions: { type: 'array', items: { type: 'object', required: ['range', 'text'], additionalProperties: false, properties: { range: RANGE, text: { type: 'string' } } } },
          location: { type: 'object', required: ['path'], additionalProperties: false, properties: { path: { type: 'string' }, range: RANGE } },
        },
      },
    },
  },
}

describe('rdjson', () => {
  test.each(VIEWS)('is what reviewdog reads: %s', (_, view) => {
    expect(faults(RDJSON_SCHEMA, JSON.parse(rdjson.render(view, surface)))).toEqual([])
  })

  test('counts columns in bytes', () => {
    const finding: Finding = { ...nastyFinding(0), at: { file: 'say/a.md', span: { start: 5, end: 7 }, quote: '30' } }
    const report = { ...cannedReport, findings: [finding], problems: [] }
    const { diagnostics } = JSON.parse(rdjson.render(viewOf(report, new Map([['say/a.md', 'žltý 30 days']])), surface)) as { diagnostics: unknown[] }
    expect(diagnostics[0]).toMatchObject({ location: { path: 'shop/say/a.md', range: { start: { line: 1, column: 8 }, end: { line: 1, column: 10 } } } })
  })
})

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Reads XML as strictly as its standard asks for; throws on anything that is not well-formed. */
function readXml(text: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  const parser = new SaxesParser()
  parser.on('error', (error) => { throw error })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (piece) => { (open.at(-1) as Element).text += piece })
  parser.on('closetag', () => { open.pop() })
  parser.write(text).close()
  return top.children[0] as Element
}

const all = (element: Element, name: string): readonly Element[] => [element, ...element.children.flatMap((child) => all(child, name))].filter((each) => each.name === name)

/** Which elements stand in which, and which attributes they have, as in the schema that Jenkins reads JUnit reports with. */
const JUNIT: Readonly<Record<string, { readonly attributes: readonly string[]; readonly required: readonly string[]; readonly children: readonly string[] }>> = {
  testsuites: { attributes: ['name', 'time', 'tests', 'failures', 'errors'], required: [], children: ['testsuite'] },
  testsuite: { attributes: ['name', 'tests', 'failures', 'errors', 'skipped', 'time'], required: ['name', 'tests', 'failures', 'errors'], children: ['testcase'] },
  testcase: { attributes: ['name', 'classname', 'time'], required: ['name'], children: ['failure', 'error', 'system-out'] },
  failure: { attributes: ['type', 'message'], required: [], children: [] },
  error: { attributes: ['type', 'message'], required: [], children: [] },
  'system-out': { attributes: [], required: [], children: [] },
}

describe('junit', () => {
  const conforms = (element: Element): void => {
    const { attributes, required, children } = JUNIT[element.name] as (typeof JUNIT)[string]
    expect(attributes).toEqual(expect.arrayContaining(Object.keys(element.attributes)))
    expect(Object.keys(element.attributes)).toEqual(expect.arrayContaining([...required]))
    for (const child of element.children) {
      expect(children).toContain(child.name)
      conforms(child)
    }
  }

  test.each(VIEWS)('is built as Jenkins expects, and its counts are right: %s', (_, view) => {
    const root = readXml(junit.render(view, surface))
    expect(root.name).toBe('testsuites')
    conforms(root)
    for (const counted of [root, ...all(root, 'testsuite')]) {
      const { tests, failures, errors } = counted.attributes
      expect([tests, failures, errors]).toEqual(['testcase', 'failure', 'error'].map((name) => String(all(counted, name).length)))
    }
  })

  test('a document without findings is a test that passed', () => {
    const suites = readXml(junit.render(viewOf(cannedReport), surface)).children
    expect(suites.map((suite) => suite.attributes.name)).toEqual(['shop/say/returns.md', 'shop/say/old.txt', 'shop/do/refunds.md'])
    expect(suites[2]?.children[0]?.children).toEqual([])
    expect(suites[0]?.children[0]).toMatchObject({ attributes: { name: 'promise/contradicted (3:34)', classname: 'shop/say/returns.md' }, children: [{ name: 'failure', attributes: { type: 'error' } }] })
  })

  test('suggestions fail nothing', () => {
    const root = readXml(junit.render(viewOf({ ...cannedReport, findings: [nastyFinding(0, 'info')], problems: [] }), surface))
    expect(all(root, 'failure')).toEqual([])
    expect(all(root, 'system-out')[0]?.text).toContain('Make both the same.')
  })
})

describe('checkstyle', () => {
  test.each(VIEWS)('holds files with errors and nothing else: %s', (_, view) => {
    const root = readXml(checkstyle.render(view, surface))
    expect([root.name, root.attributes]).toEqual(['checkstyle', { version: '4.3' }])
    for (const file of root.children) {
      expect([file.name, Object.keys(file.attributes)]).toEqual(['file', ['name']])
      for (const error of file.children) {
        expect(error).toMatchObject({ name: 'error', attributes: { line: expect.stringMatching(/^[1-9]\d*$/) as string, severity: expect.stringMatching(/^(error|warning|info)$/) as string, source: expect.stringMatching(/^saydo\./) as string, message: expect.stringMatching(/./) as string } })
      }
    }
  })

  test('a file stands there once, with its own name', () => {
    expect(readXml(checkstyle.render(nasty, surface)).children.map((file) => file.attributes.name)).toEqual([`shop/${NASTY_FILE}`.replace('\u001b', '\ufffd')])
  })
})

/** Reads a line as the runner of GitHub Actions does. */
function command(line: string): { readonly name: string; readonly properties: Readonly<Record<string, string>>; readonly message: string } | undefined {
  const match = /^\s*::(\w+)(?: ([^:]*))?::(.*)$/.exec(line)
  if (!match) return undefined
  const decode = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%')
  const [, name = '', properties = '', message = ''] = match
  return { name, properties: Object.fromEntries(properties.split(',').filter(Boolean).map((each) => [each.slice(0, each.indexOf('=')), decode(each.slice(each.indexOf('=') + 1))])), message: decode(message) }
}

describe('github', () => {
  const commands = (view: View): readonly NonNullable<ReturnType<typeof command>>[] => github.render(view, surface).split('\n').flatMap((line) => command(line) ?? [])

  test('annotates the place, and tells of the other one and what to do', () => {
    expect(commands(viewOf(cannedReport))).toEqual([
      { name: 'error', properties: { file: 'shop/say/returns.md', line: '3', endLine: '3', col: '34', endColumn: '41', title: 'saydo promise/contradicted' }, message: 'Customers are promised 30 days, staff are told 14 days.\nshop/do/refunds.md:3:22 (is what staff are told): 14 days\nMake both the same.\nProbably the one to change: shop/do/refunds.md:3:22. The other place was last looked at on 2025-11-01, this one on 2025-03-01.\nBelongs to: @shop/desk (shop/do/refunds.md)' },
      { name: 'error', properties: { file: 'shop/say/old.txt', line: '2', endLine: '2', col: '5', endColumn: '5', title: 'saydo problem' }, message: 'This file is saved as UTF-16.' },
      { name: 'warning', properties: expect.objectContaining({ title: 'saydo promise/unbacked' }) as object, message: expect.stringContaining('we pay') as string },
    ])
  })

  test('stays within the ten annotations of each kind that are shown, and folds the rest', () => {
    const findings = [...Array.from({ length: 13 }, (_, i) => nastyFinding(i, 'warning')), ...Array.from({ length: 12 }, (_, i) => nastyFinding(i))]
    const told = commands(viewOf({ ...cannedReport, findings, problems: [] }))
    expect(told.map(({ name }) => name)).toEqual([...Array<string>(10).fill('error'), ...Array<string>(10).fill('warning'), 'group', 'endgroup'])
    expect(told[20]?.message).toBe('5 more, for which GitHub has no room beside the text:')
  })

  test('no text of a document becomes a command', () => {
    expect(commands(nasty).map(({ name }) => name)).toEqual(['error', 'error', 'error'])
    expect(commands(nasty)[0]?.properties).toMatchObject({ file: 'shop/say/50%,a:b::c "ü<&>\' #1 ␛[31m[x](1).md', title: 'saydo promise/contradicted' })
    const many = github.render({ ...nasty, report: nastyReport(12) }, surface)
    expect(many.split('\n').filter((line) => !line.startsWith('::')).join('\n')).not.toContain('##[')
  })

  test('the summary of a step stays within a mebibyte', () => {
    const report = { ...cannedReport, findings: Array.from({ length: 2000 }, (_, i) => nastyFinding(i)) }
    const summary = github.summary?.(viewOf(report), surface) ?? ''
    expect(Buffer.byteLength(summary)).toBeLessThan(1 << 20)
    expect(Buffer.byteLength(summary)).toBeGreaterThan(900_000)
  })
})

interface Node {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Node[]
}

const nodes = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodes)]

describe('markdown', () => {
  const read = (text: string): readonly Node[] => nodes(unified().use(remarkParse).use(remarkGfm).parse(text))

  test('tells what was found, with both places to be opened', () => {
    expect(markdown.render(viewOf(cannedReport), surface)).toMatchInlineSnapshot(`
      "<!-- saydo -->
      ### saydo

      **1 error, 1 warning, 1 problem in what was to be read.** 3 promises found, 1 kept, 2 in trouble. Read 1 document for customers, 1 document for staff.

      <details><summary>🔴 <b>error</b> <code>shop/say/returns.md:3:34</code><br>Customers are promised 30 days, staff are told 14 days.</summary>

      - <code>shop/say/returns.md:3:34</code>: 30 days
      - <code>shop/do/refunds.md:3:22</code> is what staff are told: 14 days

      Why it matters: Customers plan by what they read.\\
      **What to do:** Make both the same.\\
      Probably the one to change: shop/do/refunds.md:3:22. The other place was last looked at on 2025-11-01, this one on 2025-03-01.\\
      Belongs to: &#64;&#8203;shop/desk (shop/do/refunds.md)\\
      <code>promise/contradicted</code>

      </details>

      <details><summary>🔴 <b>cannot be used</b> <code>shop/say/old.txt:2:5</code><br>This file is saved as UTF-16.</summary>

      </details>

      <details><summary>🟡 <b>warning</b> <code>shop/say/returns.md:4:19</code><br>finding.unheard-of (quote: we pay)</summary>

      - <code>shop/say/returns.md:4:19</code>: we pay

      Why it matters: Customers plan by what they read.\\
      **What to do:** Make both the same.\\
      <code>promise/unbacked</code>

      </details>

      "
    `)
  })

  test('text of documents makes no mark-up, calls nobody and leads nowhere', () => {
    const found = read(markdown.render(nasty, surface))
    expect(new Set(found.map(({ type }) => type))).toEqual(new Set(['root', 'html', 'heading', 'text', 'paragraph', 'strong', 'list', 'listItem', 'break']))
    const tags = found.filter(({ type }) => type === 'html').flatMap(({ value }) => [...(value ?? '').matchAll(/<[^>]+>/g)].map(([tag]) => tag))
    expect(new Set(tags)).toEqual(new Set(['<!-- saydo -->', '<details>', '<summary>', '</summary>', '</details>', '<b>', '</b>', '<code>', '</code>', '<br>']))
    // GitHub calls nobody out of code
    const text = found.map(({ value }) => value ?? '').join('').replace(/<code>.*?<\/code>/g, '')
    expect(text).not.toMatch(/@\w|(?<!&)#\d|www\.|:\/\//)
    expect(text).toContain('**30** days')
  })

  test('fits into a comment, and tells how many did not', () => {
    const text = markdown.render(viewOf(nastyReport(500)), surface)
    expect(text.length).toBeLessThanOrEqual(65_536)
    expect(text.length).toBeGreaterThan(60_000)
    const shown = text.match(/<details>/g)?.length ?? 0
    expect(text).toContain(`${501 - shown} more did not fit here`)
    expect(text.match(/<\/details>/g)).toHaveLength(shown)
  })
})
