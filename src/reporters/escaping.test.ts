import { readFileSync } from 'node:fs'
import { Chalk } from 'chalk'
import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { SaxesParser } from 'saxes'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Report } from '../model/finding.js'
import { cannedMessages, cannedReport, cannedRules } from './canned.js'
import type { Messages } from './phrase.js'
import type { Reporter, Surface, View } from './reporter.js'
import { REPORTERS } from './reporters.js'

const english = parse(readFileSync(new URL('../../rules/messages/en.yaml', import.meta.url), 'utf8')) as Messages
const surface: Surface = { paint: new Chalk({ level: 0 }), width: 80, prefix: '' }

/** What documents and file names may hold to break out of wherever they are written. */
const pieces = [
  '\u001b[31m', '\u001b]0;title\u0007', '\u009b2J', '\u0000', '\u0008', '\r', '\n', '\t', '\u007f', '\u202e', '\u2066', '\u200f', '\u2028', '\ud800', '\udc00', '\ufffe', '\ufeff',
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'", ']]>', '</failure>', '<!--', '-->', '&', '\n::error::x', '::', '%0A', '##[error]', '::stop-commands::x',
  '`', '```', '|', '[x](javascript:alert(1))', '![x](https://evil.example/p)', '@team', '#12', 'https://evil.example', '<', '>', '*', '_', '30 days', 'café', 'возврат', '😀', ' ',
]
const nasty = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''))

/** The canned report with every word that comes from documents and file names exchanged. */
function viewOf(name: string, words: string): View {
  const file = `say/${name}.md`
  const spot = { file, span: { start: 0, end: words.length }, quote: words, owner: words }
  const report: Report = {
    ...cannedReport,
    documents: cannedReport.documents.map((one, i) => (i === 0 ? { ...one, path: file, touchpoint: words, owner: words } : one)),
    findings: cannedReport.findings.map((finding) => ({ ...finding, at: spot, related: [{ ...spot, note: { id: 'finding.told-here', slots: {} } }], what: { ...finding.what, slots: { said: words, told: words, quote: words } } })),
    ledger: cannedReport.ledger.map((entry) => ({ ...entry, spot, owner: words, page: words, values: [words], lead: words, told: entry.told.map((told) => ({ ...told, spot, touchpoint: words })) })),
    problems: [{ file, message: `This is not YAML: ${words}`, line: 1, column: 1 }, { file, message: words }],
    unread: [{ tag: 'fr', files: [file] }],
  }
  return { report, sources: new Map([[file, `${words}\n${words}`]]), rules: cannedRules, messages: { ...english, ...cannedMessages }, version: '1.2.3', topics: [], today: '2025-11-22' }
}

// eslint-disable-next-line no-control-regex -- what must not be there; the report's own lines end in a line feed
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u
/** Reports that programs read as JSON: that writes control characters as escapes by itself. */
const JSON_FORMATS = new Set(['json', 'gitlab', 'rdjson', 'sarif'])

async function loadReporter(format: string): Promise<Reporter> {
  const entry = REPORTERS.find(({ id }) => id === format)
  if (!entry) throw new Error(`there is no reporter ${format}`)
  return entry.load()
}

const render = async (format: string): Promise<(view: View) => string> => {
  const reporter = await loadReporter(format)
  return (view) => reporter.render(view, surface) + (reporter.summary?.(view, surface) ?? '')
}

const always = (check: (name: string, words: string) => void): void => fc.assert(fc.property(nasty, nasty, check), { numRuns: 150 })

describe.each(REPORTERS.map(({ id }) => id))('%s', (format) => {
  test('no control character, none that turns text around, and no half character comes through', async () => {
    const write = await render(format)
    always((name, words) => {
      expect(write(viewOf(name, words))).not.toMatch(UNSEEN)
    })
  })

  test.runIf(JSON_FORMATS.has(format))('it is JSON, whatever documents say', async () => {
    const write = await render(format)
    always((name, words) => {
      expect(() => { JSON.parse(write(viewOf(name, words))) }).not.toThrow()
    })
  })
})

test.each(['junit', 'checkstyle'])('%s is well-formed XML, with no element of a document', async (format) => {
  const write = await render(format)
  always((name, words) => {
    const names = new Set<string>()
    const parser = new SaxesParser()
    parser.on('opentag', (tag) => names.add(tag.name))
    parser.on('error', (error) => { throw error })
    parser.write(write(viewOf(name, words))).close()
    expect([...names].filter((tag) => ['script', 'img'].includes(tag))).toEqual([])
  })
})

test('github: each command is one of the report\'s own', async () => {
  const reporter = await loadReporter('github')
  always((name, words) => {
    const commands = reporter.render(viewOf(name, words), surface).split(/\r?\n|\r/).flatMap((line) => /^\s*::([^ :]*)/.exec(line)?.[1] ?? [])
    expect(commands.filter((command) => !['error', 'warning', 'notice', 'group', 'endgroup'].includes(command))).toEqual([])
    expect(commands.filter((command) => command === 'error')).toHaveLength(3)
  })
})

test('markdown: no HTML, no image and no link of a document', async () => {
  const write = await render('markdown')
  const processor = unified().use(remarkParse).use(remarkGfm)
  always((name, words) => {
    const open: unknown[] = [processor.parse(write(viewOf(name, words)))]
    while (open.length > 0) {
      const node = open.pop() as { readonly type: string; readonly url?: string; readonly value?: string; readonly children?: readonly unknown[] }
      expect(node.type).not.toBe('image')
      if (node.type === 'html') expect(node.value).not.toMatch(/<(?:script|img)/)
      if (node.type === 'link') expect(node.url).not.toMatch(/evil|javascript/)
      open.push(...(node.children ?? []))
    }
  })
})
