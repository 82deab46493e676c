import { readFileSync } from 'node:fs'
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
const corpus = parse(readFileSync(new URL('./claims.corpus.yaml', import.meta.url), 'utf8')) as Record<string, Record<string, string>>

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
function claims(text: string): string[] {
  const parts = text.split(' › ')
  const source = parts.map((part, i) => (i < parts.length - 1 ? `${'#'.repeat(i + 2)} ${part}\n\n` : part)).join('')
  const reading = (text.startsWith('{') ? yaml : markdown)?.read(source)
  if (!reading) throw new Error('no reader')
  const { statements } = extract({ ...reading, path: 'x.md', side: 'say', source, tags: {} }, kit)
  return [...new Set(statements.filter(({ kind }) => kind !== 'heading').flatMap((statement) => statement.claims.map(show)))]
}

const words = (claim: string): boolean => / (yes|no|\{.*\})$/.test(claim)
const named = (claim: string): boolean => !claim.startsWith('?')

describe.each(Object.entries(corpus))('%s', (_, rows) => {
  test.each(Object.entries(rows))('%s', (sentence, expected) => {
    const found = claims(sentence)
    const wanted = expected.split(';').map((claim) => claim.trim()).filter((claim) => claim !== '' && claim !== '*')
    for (const claim of wanted.filter((c) => c !== '?' && !c.startsWith('? '))) expect(found).toContain(claim)
    // Words may say more than the table lists; amounts must not be claimed for another topic.
    const others = found.filter((claim) => named(claim) && !wanted.includes(claim))
    expect(wanted.length === 0 ? others : others.filter((claim) => !words(claim))).toEqual([])
  })
})
