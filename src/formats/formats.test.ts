import { describe, expect, it } from 'vitest'
import type { Format, Reading } from '../model/document.js'
import { sourceSpan } from '../model/text.js'
import html from './html.js'
import json from './json.js'
import markdown from './markdown.js'
import mdx from './mdx.js'
import text from './text.js'
import yaml from './yaml.js'

/** Blocks as lines: `kind: text < outer trail < inner trail`. */
function shown({ blocks }: Reading): readonly string[] {
  return blocks.map(({ kind, quoted, prose, trail }) => [`${quoted ? 'quoted ' : ''}${kind}: ${prose.text}`, ...trail.map((one) => `${one.kind} ${one.text}`)].join(' < '))
}

function said(format: Format, source: string): readonly string[] {
  return shown(format.read(source))
}

/** The source behind a word of the first block that has it. */
function behind(format: Format, source: string, word: string): string | undefined {
  const block = format.read(source).blocks.find(({ prose }) => prose.text.includes(word))
  if (!block) return undefined
  const start = block.prose.text.indexOf(word)
  const span = sourceSpan(block.prose, { start, end: start + word.length })
  return source.slice(span.start, span.end)
}

describe('Markdown', () => {
  it.each([
    ['leaves out what is struck out', 'Pay ~~£5~~ <del>£6</del> £4', ['paragraph: Pay £4']],
    ['keeps link text, alt text and code', '[See](https://a.b) ![a dog](d.png) `x`', ['paragraph: See a dog x']],
    ['decodes entities and escapes', '14&nbsp;days \\* a &amp; b', ['paragraph: 14\u00a0days * a & b']],
    ['joins wrapped lines', 'one\r\ntwo  \nthree', ['paragraph: one two three']],
    ['skips code blocks and comments', '```\ncode\n```\n\n<!-- no -->\n\nyes', ['paragraph: yes']],
    ['keeps placeholders', 'Hi {{first_name}}', ['paragraph: Hi {{first_name}}']],
    ['marks quotes', '> Say\n> this', ['quoted quote: Say this']],
    ['knows callouts from quotes', '> [!NOTE]\n> Mind this', ['paragraph: Mind this']],
    ['puts headings above', '# A\n\n## B\n\nc', ['heading: A', 'heading: B < heading A', 'paragraph: c < heading A < heading B']],
    ['puts a question above its answer', '## How long?\n\n14 days', ['heading: How long?', 'paragraph: 14 days < heading How long? < question How long?']],
    ['takes a bold question like a heading', '**How long?**\n\n14 days', ['paragraph: How long?', 'paragraph: 14 days < question How long?']],
    ['nests items', '- a\n  - b', ['item: a', 'item: b < item a']],
    ['introduces a list by its lead', 'Hello. We give:\n\n- a', ['paragraph: Hello. We give:', 'item: a < item We give:']],
    ['reads tables', '| T | C |\n|---|---|\n| Std | £3 |', ['cell: Std < column T', 'cell: £3 < item T < row Std < column C']],
    ['says a header only without a body', '| T | C |\n|---|---|', ['cell: T', 'cell: C']],
    ['reads tables without dashes', 'Prices\n| T | C |\n| **Std** | £3 |', ['paragraph: Prices', 'cell: Std < column T', 'cell: £3 < item T < row Std < column C']],
    ['reads HTML', '<details><summary>Free?</summary>\n\nYes\n\n</details>\n\nEnd', ['line: Free?', 'paragraph: Yes < question Free?', 'paragraph: End']],
  ])('%s', (_, source, expected) => expect(said(markdown, source)).toEqual(expected))

  it('reads front matter as it is written', () => {
    expect(markdown.read('---\ntitle: "A: b"\nreviewed: 2026-01-02\nx: [1]\n---\nHi').front).toEqual({ title: 'A: b', reviewed: '2026-01-02' })
  })

  it('points to the source, byte order mark and all', () => {
    expect(behind(markdown, '\uFEFF> a **14&nbsp;days**\n> b', '14\u00a0days b')).toBe('14&nbsp;days**\n> b')
  })

  it('reads what is nested too deeply as plain text', () => {
    expect(markdown.read('>'.repeat(10_000)).problems).toHaveLength(1)
  })
})

describe('MDX', () => {
  it('reads text in components and their properties, not imports or expressions', () => {
    const source = 'import X from "y"\n\n<Card title="14 &amp; x" n={1} label={"l"}>\n  In **b** {a + b}\n</Card>'
    expect(said(mdx, source)).toEqual(['field: 14 & x', 'field: l', 'paragraph: In b'])
  })

  it('reads broken MDX as Markdown', () => {
    const { blocks, problems } = mdx.read('# T\n\n<Card a="b\n')
    expect(problems[0]?.message).toContain('This is not MDX')
    expect(blocks[0]?.prose.text).toBe('T')
  })
})

describe('HTML', () => {
  it.each([
    ['shows what is visible', '<p>A <s>x</s><b>b</b>c<p hidden>no<script>no</script><style>no</style><template>no</template>', ['paragraph: A bc']],
    ['reads attributes', '<img alt="a &lt; b"><input placeholder=Name><meta name=description content="d">', ['line: Name', 'field: d < key description', 'paragraph: a < b']],
    ['reads the title', '<title>T &amp; x</title>', ['line: T & x']],
    ['reads definition lists', '<dl><dt>Time<dd>3 days</dl>', ['cell: Time', 'cell: 3 days < row Time']],
    ['nests items', '<p>We give:<ul><li>a<ul><li>b</ul></ul>', ['paragraph: We give:', 'item: a < item We give:', 'item: b < item We give: < item a']],
    ['resolves spans', '<table><tr><th>A<th colspan=2>B<tr><th rowspan=2>r<td>1<td>2<tr><td>3</table>', ['cell: r < column A', 'cell: 1 < item A < row r < column B', 'cell: 2 < item A < row r < column B', 'cell: 3 < item A < row r < column B']],
    ['marks quotes', '<blockquote>Say this</blockquote>', ['quoted quote: Say this']],
  ])('%s', (_, source, expected) => expect(said(html, source)).toEqual(expected))

  it('knows the language', () => {
    const { language, blocks } = html.read('<html lang=en><p>a<p lang=sk>b')
    expect([language, ...blocks.map((block) => block.language)]).toEqual(['en', undefined, 'sk'])
  })

  it.each([
    ['{"@type":"MerchantReturnPolicy","merchantReturnDays":30}', 'field: 30 days < key merchant return policy < key merchant return days'],
    ['{"@type":"OfferShippingDetails","shippingRate":{"@type":"MonetaryAmount","value":4,"currency":"EUR"}}', 'field: 4 EUR < key offer shipping details < key shipping rate'],
    ['{"@type":"ShippingDeliveryTime","transitTime":{"@type":"QuantitativeValue","minValue":1,"maxValue":3,"unitCode":"DAY"}}', 'field: 1–3 days < key shipping delivery time < key transit time'],
    ['{"@type":"WarrantyPromise","durationOfWarranty":{"@type":"QuantitativeValue","value":1,"unitCode":"ANN"}}', 'field: 1 year < key warranty promise < key duration of warranty'],
    ['{"@type":"Offer","priceValidUntil":"2026-12-31"}', 'field: 2026-12-31 < key offer < key price valid until'],
    ['{"@type":"Store","openingHours":"Mo-Fr 09:00-17:00"}', 'field: Mo-Fr 09:00-17:00 < key store < key opening hours'],
  ])('puts structured data into words: %s', (data, expected) => {
    expect(said(html, `<script type="application/ld+json">${data}</script>`)).toEqual([expected])
  })

  it('points from the words to the number', () => {
    expect(behind(html, '<script type="application/ld+json">{"merchantReturnDays": 30}</script>', '30 days')).toBe('30')
  })
})

describe('YAML and JSON', () => {
  it.each([
    ['makes keys readable', 'a:\n  b:\n    freeFrom_x: 8.00\n    c: []', ['field: 8.00 < key a < key b < key free from x']],
    ['takes a flat map as a row', 's:\n  free_from: 50', ['field: 50 < key s < column free from']],
    ['puts the name of a record beside its values', '- id: abc\n  name: Night\n  price: 8.00\n  url: https://a.b', ['field: Night < column name', 'field: 8.00 < row Night < column price']],
    ['puts a question above its answer', '- q: How long?\n  a: 14 days', ['field: How long? < column q', 'field: 14 days < question How long? < column a']],
    ['splits block scalars', 'n: |\n  a\n  b\n\n  c', ['field: a b < key n', 'field: c < key n']],
    ['keeps numbers that look like list marks', 'd: 24. December', ['field: 24. December < key d']],
    ['reads comments', '# top\n# more\na: 1 # side', ['line: top more', 'field: 1 < key a', 'line: side < key a']],
    ['reads all documents', 'a: 1\n---\nb: true', ['field: 1 < key a', 'field: true < key b']],
  ])('%s', (_, source, expected) => expect(said(yaml, source)).toEqual(expected))

  it('gives front matter from the top', () => {
    expect(yaml.read('owner: Ann\nvalid_until: 2026-10-31\n').front).toEqual({ owner: 'Ann', valid_until: '2026-10-31' })
  })

  it('decodes escapes and points to them', () => {
    expect(behind(yaml, 'a: "3\\u20135 days"', '3–5')).toBe('3\\u20135')
    expect(said(json, '{"trial.banner": "14\\u00a0days\\n\\nfree"}')).toEqual(['field: 14\u00a0days < key trial banner', 'field: free < key trial banner'])
  })

  it('reads broken JSON up to where it breaks', () => {
    const { blocks, problems } = json.read('{"a": "b", "c": }')
    expect(blocks.map((block) => block.prose.text)).toEqual(['b'])
    expect(problems[0]?.span).toEqual({ start: 16, end: 17 })
  })
})

describe('plain text', () => {
  it.each([
    ['joins wrapped lines', 'one\ntwo\n\nthree', ['paragraph: one two', 'paragraph: three']],
    ['reads items', '- a\n  more\n- b\n  * c', ['item: a more', 'item: b', 'item: c < item b']],
    ['takes numbers for items only where they count', '1. a\n2. b\n\n24. December', ['item: a', 'item: b', 'paragraph: 24. December']],
    ['knows headings', 'TOP\n\n[Macro]\nhi\n\nTitle\n=====\nx', ['heading: TOP', 'heading: Macro', 'paragraph: hi < heading Macro', 'heading: Title', 'paragraph: x < heading Title']],
    ['takes a lead for the heading of its items', 'We give:\n- a\n\nb', ['heading: We give:', 'item: a < heading We give:', 'paragraph: b']],
    ['reads the head of an e-mail', 'From: a@b.c\nSubject: Hello\n\nHi', ['heading: Hello', 'paragraph: Hi < heading Hello']],
  ])('%s', (_, source, expected) => expect(said(text, source)).toEqual(expected))
})
