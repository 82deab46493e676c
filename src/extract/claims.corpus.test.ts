import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { kitFor } from '../engine/kit.js'
import { formatFor } from '../formats/index.js'
import { loadPack } from '../host/load-pack.js'
import type { Claim } from '../model/claim.js'
import type { Config } from '../model/config.js'
import type { Quantity } from '../model/quantity.js'
import { extract } from './document.js'

const config: Config = { business: 'retail', today: '2026-05-01', say: [], do: [], terms: [], rules: {}, topics: [], rates: {}, ignore: [] } as unknown as Config
const kit = kitFor(loadPack(new URL('../../rules', import.meta.url).pathname), config)
const [markdown, yaml] = await Promise.all(['x.md', 'x.yaml'].map(async (name) => formatFor(name)?.load()))

/** The corpora by language: English beside this file, the others as their native editors wrote them. */
type Corpus = Readonly<Record<string, Readonly<Record<string, string>>>>
const read = (path: string): Corpus => parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Corpus
const others = readdirSync(new URL('../../fixtures/languages', import.meta.url))
const corpora: readonly (readonly [string, Corpus])[] = [['en', read('./claims.corpus.yaml')], ...others.map((tag) => [tag, read(`../../fixtures/languages/${tag}/claims.yaml`)] as const)]

const round = (value: number): string => String(Number(value.toPrecision(6)))

function size({ dimension, unit, amount, low }: Quantity): string {
  if (dimension === 'schedule') return 'hours'
  if (dimension === 'age') return 'age'
  if (dimension === 'clock') return `${Math.floor(low / 60)}:${String(low % 60).padStart(2, '0')}`
  if (dimension === 'duration' && unit === 'lifetime') return 'ever'
  const number = amount[0] === amount[1] ? round(amount[0]) : `${round(amount[0])}-${round(amount[1])}`
  return number + (dimension === 'percent' ? '%' : dimension === 'duration' ? ` ${unit}` : '')
}

function show({ topic, role, members, yes, quantity }: Claim): string {
  const value = members ? `{${members.join()}}` : yes !== undefined ? (yes ? 'yes' : 'no') : quantity ? size(quantity) : ''
  return `${topic ?? (role ? `?.${role}` : '?')} ${value}`
}

/** "Heading › Sentence" becomes a small document; a text in braces is a YAML file. */
function claims(text: string, language: string): string[] {
  const parts = text.split(' › ')
  const source = parts.map((part, i) => (i < parts.length - 1 ? `${'#'.repeat(i + 2)} ${part}\n\n` : part)).join('')
  const reading = (text.startsWith('{') ? yaml : markdown)?.read(source)
  if (!reading) throw new Error('no reader')
  const { statements } = extract({ ...reading, path: 'x.md', side: 'say', source, tags: { language } }, kit)
  return [...new Set(statements.filter(({ kind }) => kind !== 'heading').flatMap((statement) => statement.claims.map(show)))]
}

const words = (claim: string): boolean => / (yes|no|\{.*\})$/.test(claim)
const named = (claim: string): boolean => !claim.startsWith('?')

const rows = corpora.flatMap(([tag, corpus]) => Object.entries(corpus).map(([title, sentences]) => ({ tag, title, sentences })))

describe.each(rows)('$tag: $title', ({ tag, title, sentences }) => {
  // Under "open" stands what is known to be read wrongly as yet.
  const run = title === 'open' ? test.fails : test
  run.each(Object.entries(sentences))('%s', (sentence, expected) => {
    const found = claims(sentence, tag)
    const wanted = (expected ?? '').split(';').map((claim) => claim.trim()).filter((claim) => claim !== '' && claim !== '*')
    for (const claim of wanted.filter((c) => c !== '?' && !c.startsWith('? '))) expect(found).toContain(claim)
    // Words may say more than the table lists; amounts must not be claimed for another topic.
    const others = found.filter((claim) => named(claim) && !wanted.includes(claim))
    expect(wanted.length === 0 ? others : others.filter((claim) => !words(claim))).toEqual([])
  })
})
