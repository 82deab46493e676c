import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenRuns } from '../../.ci/fuzz/broken-runs.mjs'
import { formatFor, formats } from './index.js'

/** Texts in which much that the formats know occurs; each is given to every format. */
const samples: readonly string[] = [
  '',
  '\uFEFF# Title\r\n\r\nOne\r\ntwo &amp; three\0four \\* five\r\n',
  '---\ntitle: Returns\nreviewed: 2026-01-02\n---\n\n# Returns\n\n- one\n  - two **three** ~~four~~\n\n> quoted\n> twice\n\n| a | b |\n|---|---|\n| c | `d` |\n',
  '<h1>Hi&nbsp;there</h1><p>One<br>two</p><pre>\nkept</pre><table><tr><th>A<tr><td rowspan=9>b<td>c</table><img alt="x &lt; y">',
  'a: "tab\\tand \\u20ac \\\n  on"\nb: \'it\'\'s\'\nc: |\n  one\n  two\n\n  three\nd: [1, true, ~, *x] # said\n',
  '{"a": {"b": "c\\n\\nd", "e": [1, {"name": "f", "g": "h?"}]}, "i": ',
  'Subject: Hello\n\nCAPITALS\n1. one\n2. two\n   more\n\n[Macro]\nHi {name}',
  '<Card title="14 &amp; days" text={`x`}>\n  in **b** {name} {/* no */}\n</Card>\n',
  '>'.repeat(10_000) + ' deep',
  '- '.repeat(5_000) + 'deep',
  '<div>'.repeat(10_000) + 'deep',
  '['.repeat(10_000),
  '{"a":'.repeat(10_000),
]

const pieces = ['#', ' ', '\n', '\n\n', '\r\n', '\t', '- ', '1. ', '> ', '|', '\\', '&amp;', '&nbspx', '&', '**', '~~', '`', '{', '}', '[', ']', '"', "'", ':', ': ', '<b>', '</p>', '<td>', '<br>', '<', '>', '\0', '\uFEFF', '14 days', 'é€😀', '---\n', '!', '(', ')', ',', '?', 'https://a.b', 'a@b.cd', '# ', '"a": ', '\\u0041', '|\n ']
const noise = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''))

describe.each(formats)('the format $id', ({ id, extensions, load }) => {
  it('is what the registry says', async () => {
    expect(await load()).toMatchObject({ id, extensions })
    for (const extension of extensions) expect(formatFor(`Docs/PAGE${extension.toUpperCase()}`)?.id).toBe(id)
  })

  it.each(samples)('maps its prose onto the source: %.30j', async (sample) => {
    expect(brokenRuns(sample, (await load()).read(sample))).toEqual([])
  })

  it('never throws, whatever the input', async () => {
    const format = await load()
    fc.assert(fc.property(fc.oneof(noise, fc.string({ unit: 'binary' })), (source) => {
      expect(brokenRuns(source, format.read(source))).toEqual([])
    }), { numRuns: 300 })
  })

  it('reads long files', async () => {
    const format = await load()
    const reading = format.read('We refund within 14 days & more. **Really**: yes\n\n'.repeat(4_000))
    expect(reading.blocks.length + reading.problems.length).toBeGreaterThan(0)
  })
})

it('knows no format for other files', () => {
  expect(formatFor('a.docx')).toBeUndefined()
  expect(formatFor('md')).toBeUndefined()
})
