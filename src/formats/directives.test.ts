import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reading } from '../model/document.js'
import type { Span } from '../model/text.js'
import { formatFor } from './index.js'

const read = async (path: string, source: string): Promise<Reading> => {
  const format = await formatFor(path)?.load()
  if (!format) throw new Error(`no format for ${path}`)
  return format.read(source)
}

/** What a document asks for, in a line each: the rule, the reason, and the text in which it is kept quiet. */
async function asked(path: string, source: string): Promise<readonly string[]> {
  const { suppressions } = await read(path, source)
  const at = (span: Span | undefined): string => (span ? JSON.stringify(source.slice(span.start, span.end).trim()) : 'nothing')
  return suppressions.flatMap(({ reason, rules }) => rules.map(({ id, covers }) => `${id ?? 'all'} (${reason}): ${at(covers)}`))
}

describe('in Markdown', () => {
  test('the next line is the next text, as far as it goes', async () => {
    expect(await asked('page.md', '<!-- saydo-disable-next-line promise/unbacked -- briefing on Monday -->\n\nWe lend you a bike\nfor free.\n\nMore.\n'))
      .toEqual(['promise/unbacked (briefing on Monday): "We lend you a bike\\nfor free."'])
    expect(await asked('page.md', '<!-- saydo-disable-next-line -- new prices -->\n\n| what | price |\n|---|---|\n| Wash | 5 € |\n| Polish | 9 € |\n'))
      .toEqual(['all (new prices): "| Wash | 5 €"'])
  })

  test('a line is the line that it stands in', async () => {
    expect(await asked('page.md', 'One line.\nAnother one. <!-- saydo-disable-line a/b -- so -->\nA third.')).toEqual(['a/b (so): "Another one. <!-- saydo-disable-line a/b -- so -->"'])
    expect(await asked('page.md', '| a | b |\n|---|---|\n| c | d <!-- saydo-disable-line -- so --> |\n')).toEqual(['all (so): "| c | d <!-- saydo-disable-line -- so --> |"'])
  })

  test('a stretch goes to its end, for each rule by itself', async () => {
    expect(await asked('page.md', '<!-- saydo-disable a/b, c/d -- so -->\n\nOne.\n\n<!-- saydo-enable a/b -->\n\nTwo.\n\n<!-- saydo-enable -->\n\nThree.\n'))
      .toEqual(['a/b (so): "<!-- saydo-disable a/b, c/d -- so -->\\n\\nOne."', 'c/d (so): "<!-- saydo-disable a/b, c/d -- so -->\\n\\nOne.\\n\\n<!-- saydo-enable a/b -->\\n\\nTwo."'])
    expect(await asked('page.md', 'One.\n\n<!-- saydo-enable a/b -->\n')).toEqual(['a/b (): nothing'])
  })

  test('front matter can speak for the whole file, and code speaks for nobody', async () => {
    expect(await asked('page.md', '---\ntitle: Bikes\n# saydo-disable-file wording/scripted -- the law wants it\n---\nHi\n')).toEqual([expect.stringMatching(/^wording\/scripted \(the law wants it\): "---.*Hi"$/)])
    expect(await asked('page.md', '```html\n<!-- saydo-disable-file -->\n```\n\n`<!-- saydo-disable-file -->`\n')).toEqual([])
  })

  test('the dash that an editor makes of two hyphens will do', async () => {
    expect(await asked('page.md', '<!-- saydo-disable-next-line a/b — so -->\nHi')).toEqual(['a/b (so): "Hi"'])
  })
})

describe('elsewhere', () => {
  test('MDX', async () => {
    expect(await asked('page.mdx', '{/* saydo-disable-next-line a/b -- so */}\n\nHi {/* saydo-disable-line c/d -- too */} there\n'))
      .toEqual(['a/b (so): "Hi {/* saydo-disable-line c/d -- too */} there"', 'c/d (too): "Hi {/* saydo-disable-line c/d -- too */} there"'])
  })

  test('HTML: the next text need not stand on the line of its tag', async () => {
    expect(await asked('page.html', '<!-- saydo-disable-next-line a/b -- so -->\n<p>\n  We lend\n  you things\n</p><p>Others</p>')).toEqual(['a/b (so): "We lend\\n  you things"'])
    expect(await asked('page.html', '<p>One</p><!-- saydo-disable-next-line a/b -- so --><p>Two</p><p>Three</p>')).toEqual(['a/b (so): "Two"'])
  })

  test('YAML', async () => {
    expect(await asked('macros.yaml', '# about returns\n# saydo-disable-next-line a/b -- so\nreturns: 30 days\ndelivery: 2 days # saydo-disable-line -- soon\n'))
      .toEqual(['a/b (so): "returns: 30 days"', 'all (soon): "delivery: 2 days # saydo-disable-line -- soon"'])
  })

  test('plain text', async () => {
    expect(await asked('mail.txt', 'Hello\nsaydo-disable-next-line a/b -- so\nWe lend you\na bike.\n')).toEqual(['a/b (so): "We lend you\\na bike."'])
  })

  test('JSON, by keys', async () => {
    const source = JSON.stringify({ saydo: { disable: [{ rule: ['a/b', 'c/d'], key: 'faq.returns', reason: 'so' }, { rule: 'a/b', key: 'steps.1', reason: 'too' }] }, faq: { returns: '30 days', fee: 'none' }, steps: ['Ask', 'Give'] })
    expect(await asked('app.json', source)).toEqual(['a/b (so): "30 days"', 'c/d (so): "30 days"', 'a/b (too): "Give"'])
    expect(await asked('app.json', '{"faq": {"saydo": {"disable": "a/b -- so"}, "returns": "30 days"}, "fee": "none", "f.g": "h"}')).toEqual(['a/b (so): "30 days"'])
    expect(await asked('app.json', '{"saydo": {"disable": {"key": "f.g", "reason": "so"}}, "f.g": "h"}')).toEqual(['all (so): "h"'])
  })

  test('a byte order mark moves everything along', async () => {
    expect(await asked('page.md', '\uFEFF<!-- saydo-disable-next-line a/b -- so -->\n\nHi\n')).toEqual(['a/b (so): "Hi"'])
  })
})

const samples: readonly (readonly [string, string])[] = [
  ['page.md', '<!-- saydo-disable-next-line a/b -- so -->\n\nHi <!-- saydo-disable-line -- so --> you\n'],
  ['page.mdx', '{/* saydo-disable-file a/b -- so */}\n\nHi {/* saydo-disable-line -- so */} you\n'],
  ['page.html', '<!-- saydo-disable-file a/b -- so -->\n<p>Hi <!-- saydo-disable-line -- so --> you</p>'],
  ['macros.yaml', '# saydo-disable-file a/b -- so\na: Hi you # saydo-disable-line -- so\n'],
  ['app.json', '{"saydo": {"disable": ["a/b -- so", {"key": "a", "reason": "so"}]}, "a": "Hi you"}'],
  ['mail.txt', 'saydo-disable-file a/b -- so\nHi you\n# saydo-disable-line -- so\n'],
]

test.each(samples)('nobody reads the words as copy: %s', async (path, source) => {
  const { blocks, suppressions, problems } = await read(path, source)
  expect(blocks.map(({ prose }) => prose.text)).toEqual(['Hi you'])
  expect([suppressions.length, problems]).toEqual([2, []])
})

test.each([
  ['page.md', '<!-- saydo-disable-nextline a/b -- so -->\n', 'There is no saydo-disable-nextline. Write one of saydo-disable-next-line'],
  ['app.json', '{"saydo": {"disable": [{"key": "faq.no"}]}, "faq": "yes"}', 'There is no "faq.no" beside this "saydo".'],
  ['app.json', '{"saydo": {"disable": [{"rules": "a/b"}]}, "faq": "yes"}', 'This is nothing that saydo can leave out. Write {"disable":'],
  ['app.json', '{"saydo": {"ignore": "a/b"}, "faq": "yes"}', 'There is no "saydo.ignore".'],
])('what cannot be understood is told: %s %s', async (path, source, message) => {
  expect((await read(path, source)).problems.map((problem) => problem.message)).toEqual([expect.stringContaining(message)])
})

const pieces = ['<!-- ', ' -->', '{/* ', ' */}', '# ', 'saydo-', 'disable', 'enable', '-next-line', '-line', '-file', ' a/b', ', ', ' -- ', 'so', '\n', '\r\n', '\n\n', '---\n', '> ', '- ', '| ', '{"saydo": ', '{"disable": ', '"a/b -- \\u00e9"', '}', '"', 'Hi.', '\uFEFF', '😀']
const noise = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''))

test.each(['a.md', 'a.mdx', 'a.html', 'a.yaml', 'a.json', 'a.txt'])('whatever is asked for stands inside the source: %s', async (path) => {
  const format = await formatFor(path)?.load()
  fc.assert(fc.property(noise, (source) => {
    const spans = format?.read(source).suppressions.flatMap(({ span, rules }) => [span, ...rules.flatMap((rule) => [rule.span, rule.covers ?? rule.span])]) ?? []
    expect(spans.filter(({ start, end }) => start < 0 || end < start || end > source.length)).toEqual([])
  }), { numRuns: 300 })
})
