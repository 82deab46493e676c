import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { LedgerEntry, Told } from '../../model/ledger.js'
import type { Messages } from '../phrase.js'
import { brief, type BriefView } from './brief.js'

const messagesIn = (language: string): Messages => parse(readFileSync(new URL(`../../../rules/messages/${language}.yaml`, import.meta.url), 'utf8')) as Messages
const PAGE = 'Late check-out until 2 pm.\nA dog stays for free.\n'
const sources = new Map([['say/circle.md', PAGE], ['do/desk.md', 'Dogs are free.\n']])

const spot = (quote: string, file = 'say/circle.md'): LedgerEntry['spot'] => ({ file, quote, span: { start: Math.max(0, (sources.get(file) ?? '').indexOf(quote)), end: quote.length } })
const entry = (quote: string, change: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: quote, spot: spot(quote), title: false, language: 'en', values: [], claims: [], scope: [], conditions: [], holds: 'today', verdict: 'silent', told: [], findings: [], page: 'The Circle', ...change,
})
const told = (touchpoint: string | undefined, change: Partial<Told> = {}): Told => ({ spot: spot('Dogs are free.', 'do/desk.md'), touchpoint, verdict: 'kept', ...change })
const sheet = (entries: readonly LedgerEntry[], change: Partial<BriefView> = {}): string =>
  brief({ entries, sources, topics: [{ id: 'pets', title: 'Pets' }, { id: 'check-out', title: 'Check-out from the room' }], messages: messagesIn('en'), version: '1.2.3', today: '2025-11-22', ...change })

const DOG = entry('A dog stays for free.', { topic: 'pets.fee', values: ['for free'], verdict: 'kept', told: [told('phone')] })
const LATE = entry('Late check-out until 2 pm.', { topic: 'check-out.time', values: ['2 pm'], verdict: 'unbacked' })

test('what is promised today, with amounts, places and what nobody is told', () => {
  expect(sheet([LATE, { ...DOG, told: [told(undefined)] }])).toMatchInlineSnapshot(`
    "# What we promise today

    November 22, 2025. Customers read 2 promises. 1 of them stands in no document for staff; it is marked below.

    ## Check-out from the room

    - Late check-out until **2 pm**.
      - **No document for staff mentions this yet.**
      - Customers read it in \`say/circle.md:1\`

    ## Pets

    - A dog stays **for free**.
      - Customers read it in \`say/circle.md:2\` · how we do it: \`do/desk.md:1\`
    "
  `)
})

describe('who reads it', () => {
  test('all: what concerns everybody, then each touchpoint', () => {
    expect(sheet([LATE, DOG]).match(/^## .*/gm)).toEqual(['## Everywhere', '## Phone'])
  })

  test('one: what its documents tell of, then what they do not', () => {
    expect(sheet([LATE, DOG], { touchpoint: 'phone' }).match(/^## .*/gm)).toEqual(['## In the documents for “phone”', '## Also promised, but not in the documents for “phone”'])
    expect(sheet([DOG], { touchpoint: 'front desk' }).match(/^## .*/gm)).toEqual(['## Also promised, but not in the documents for “front desk”'])
  })
})

test('what is over and what has not begun stands at the end, and is not counted', () => {
  const output = sheet([{ ...DOG, holds: 'over', validUntil: '2025-10-31' }, { ...LATE, holds: 'not-yet', validFrom: '2025-12-01' }])
  expect(output).toContain('Customers read 0 promises.')
  expect(output).toContain('## No longer\n\n- A dog stays **for free**. *(ended on October 31, 2025)*')
  expect(output).toContain('## Not yet\n\n- Late check-out until **2 pm**. *(only from December 1, 2025)*')
})

test('staff are warned where their own documents say something else, and read the limits', () => {
  const output = sheet([{ ...DOG, verdict: 'contradicted', conditions: [spot('Only small dogs.')], told: [told('phone', { verdict: 'contradicted' })] }])
  expect(output).toContain('  - Only small dogs.\n  - **Careful, our own documents say something else:** Dogs are free. (`do/desk.md:1`)')
})

describe('a promise stands once', () => {
  const again = (quote: string, change: Partial<LedgerEntry>): LedgerEntry => ({ ...DOG, spot: { ...spot(quote), file: 'say/other.md' }, claims: ['pets.fee money 0'], ...change })
  const first = { ...DOG, claims: ['pets.fee money 0'] }

  test.each<[string, LedgerEntry]>([
    ['in the same words on another page', again('A dog stays for free.', {})],
    ['as a heading', { ...again('Dogs for free', {}), title: true, repeats: DOG.id }],
    ['in another language on the same page', { ...first, spot: { ...spot('Pes má pobyt zdarma.'), file: 'say/sk/circle.md' }, language: 'sk' }],
  ])('%s', (_how, other) => {
    const en = { ...first, spot: { ...first.spot, file: other.language === 'sk' ? 'say/en/circle.md' : first.spot.file } }
    expect(sheet([other, en]).match(/^- .*/gm)).toEqual(['- A dog stays **for free**.'])
  })

  test('but not with other promises of the same amount', () => {
    expect(sheet([first, again('Cots and high chairs cost nothing.', {})]).match(/^- .*/gm)).toHaveLength(2)
  })
})

test('a reader of another language gets the sheet in it', () => {
  expect(sheet([DOG], { messages: messagesIn('lt') })).toContain('# Ką šiandien žadame')
  expect(sheet([DOG], { messages: messagesIn('lt') })).toContain('Gyvūnai')
})

test('what stands in a page stays text', () => {
  expect(sheet([entry('Free <b>tea</b> *now* 2 pm', { values: ['2 pm'] })])).toContain('- Free \\<b\\>tea\\</b\\> \\*now\\* **2 pm**')
})

describe('what has changed since an earlier state stands on top', () => {
  const changed = (before: readonly LedgerEntry[], now: readonly LedgerEntry[]): string =>
    (/## What has changed since main\n\n([^]*?)\n\n/.exec(sheet(now, { before: { ref: 'main', entries: before } })) ?? [])[1] ?? ''
  const dog = (quote: string, change: Partial<LedgerEntry> = {}): LedgerEntry => entry(quote, { topic: 'pets.fee', ...change })

  test('a new promise, one with another value, and one that is withdrawn', () => {
    const before = [dog('A dog stays for €10.', { values: ['€10'], claims: ['pets.fee 10'] }), entry('We lend you an umbrella.')]
    const now = [dog('A dog stays for €15.', { values: ['€15'], claims: ['pets.fee 15'] }), LATE]
    expect(changed(before, now)).toMatchInlineSnapshot(`
      "- **New:** Late check-out until **2 pm**. \`say/circle.md:1\`
      - **Changed:** A dog stays for **€15**. \`say/circle.md:1\`
        - Before: A dog stays for **€10**.
      - **No longer promised:** We lend you an umbrella. \`say/circle.md\`"
    `)
  })

  test('other words, another order and another page change nothing', () => {
    const before = [LATE, dog('A dog stays with you for €10.', { claims: ['pets.fee 10'] })]
    const now = [dog('A dog stays for €10.', { claims: ['pets.fee 10'], spot: spot('A dog stays for €10.', 'say/dogs.md') }), LATE]
    expect(changed(before, now)).toBe('Nothing that customers are promised has changed.')
  })

  test('a later end is a change; an offer that ended by itself is none', () => {
    const offer = dog('Dogs stay for free this summer.', { validUntil: '2025-12-01' })
    expect(changed([offer], [{ ...offer, validUntil: '2026-01-15' }])).toContain('**Changed:** Dogs stay for free this summer.')
    const over = { ...offer, holds: 'over', validUntil: '2025-10-01' } as const
    expect(changed([over, LATE], [LATE])).toBe('Nothing that customers are promised has changed.')
  })
})
