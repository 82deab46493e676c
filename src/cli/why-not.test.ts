import { describe, expect, test } from 'vitest'
import { join } from 'node:path'
import { tempFolder } from '../testing/temp-folder.js'
import { type Ended, saydoIn } from './saydo-in.js'

const PAGE = `---
title: Sails
---

# Delivery

Delivery in 1 to 3 working days.
Cancel anytime.

Our sails are the best in the world.

\`\`\`
Free returns within 30 days.
\`\`\`

<!-- nothing to read here -->

Toimitamme tilauksesi kotiovelle kolmen päivän kuluessa, ja palautus on aina ilmainen kaikille asiakkaillemme.

Silk sails: €40 for sewing a tear. Do you sew kites?
`
const PLAYBOOK = `# Delivery

Tell customers: up to 5 working days.

Cancellations take effect after the 12-month minimum term.

Sewing a tear in a silk sail costs €40.
`
const COMPANY = { 'saydo.yaml': 'business: retail\nsay: say/**\ndo: do/**\n', 'say/page.md': PAGE, 'say/extras.md': 'A compass lies in every rucksack.\n', 'do/playbook.md': PLAYBOOK }

function saydo(words: string, { files = COMPANY, from = '.' }: { readonly files?: Readonly<Record<string, string>>; readonly from?: string } = {}): Promise<Ended> {
  return saydoIn(join(tempFolder(files), from), words)
}

const story = async (place: string, more = ''): Promise<string> => (await saydo(`check --why-not ${place}${more}`)).out

/** Compiling the words of a language takes a while on a busy machine. */
const PATIENT = { timeout: 60_000 }

describe('the story of a line', PATIENT, () => {
  test('names what is promised, of which kind, and the finding that came of it', async () => {
    const out = await story('say/page.md:7')
    for (const piece of ['A promise to customers.', 'About: Delivery.', '"1 to 3 working days": how long it takes', 'do/playbook.md:3:1 "Tell customers: up to 5 working days."', '[reported]']) expect(out).toContain(piece)
  })

  test('tells of a promise without a finding what comes near, what both have in common, and why that is no fault', async () => {
    const out = await story('say/page.md:8')
    for (const piece of ['"Cancel anytime."', '"anytime": without exception or limit', 'do/playbook.md:5:1 "Cancellations take effect after the 12-month minimum term."', 'In common: cancel', '[nothing-to-compare]']) expect(out).toContain(piece)
    expect(out).not.toContain('Delivery in 1 to 3')
  })

  test('tells it from the other side, too', async () => {
    const out = await story('do/playbook.md:7')
    for (const piece of ['Something that staff are told.', 'Nearest in the documents for customers:', 'say/page.md:20:1', 'Both come to the same. [same-value]']) expect(out).toContain(piece)
  })

  test.each([
    ['say/page.md:20', '"Do you sew kites?"\n    This is a question'],
    ['say/page.md:5', 'This is a heading'],
    ['say/page.md:10', 'This is praise'],
    ['say/extras.md:1', 'No passage in the documents for staff comes near.'],
    ['say/page.md:6', 'This line is empty.'],
    ['say/page.md:2', 'only mark-up, a note or a setting'],
    ['say/page.md:13', 'This line is code'],
    ['say/page.md:16', 'only mark-up, a note or a setting'],
    ['say/page.md:18', 'no words of the language of this text yet (Finnish)'],
  ])('%s: %s', async (place, answer) => {
    expect(await story(place)).toContain(answer)
  })

  test('a rule that is turned off is named', async () => {
    const { out } = await saydo('check --why-not say/page.md:7', { files: { ...COMPANY, 'saydo.yaml': `${COMPANY['saydo.yaml']}rules: {promise/contradicted: off}\n` } })
    expect(out).toContain('The rule about this is turned off (promise/contradicted). [turned-off]')
  })

  test('different products are told apart by their names', async () => {
    const { out } = await saydo('check --why-not say/gold.md:3', { files: {
      'saydo.yaml': 'say: [{path: say/**, region: France}]\ndo: [{path: do/**, region: Spain}]\n', 'say/gold.md': '# Returns\n\nSend kites back within 30 days.\n', 'do/desk.md': '# Returns\n\nTake kites back within 14 days.\n',
    } })
    expect(out).toContain('Limited to: France.')
    expect(out).toContain('One is about “France”, the other about “Spain”. [scope-apart]')
  })

  test('without documents for staff, that is the reason', async () => {
    const { 'do/playbook.md': _, ...files } = COMPANY
    const { out } = await saydo('check --why-not say/page.md:8', { files: { ...files, 'saydo.yaml': 'say: say/**\ndo: []\n' } })
    expect(out).toContain('there is no document for staff')
  })

  test('speaks the language of its reader', async () => {
    const out = await story('say/page.md:8', ' --locale sk')
    for (const piece of ['O čom to je: Zrušenie', 'Najbližšie v dokumentoch pre personál:', 'odpoveď je áno']) expect(out).toContain(piece)
  })

  test('takes and writes paths from where the user stands', async () => {
    const { out } = await saydo('check --why-not page.md:8', { from: 'say' })
    expect(out).toContain('../do/playbook.md:5:1')
  })

  test('says which line is the last, where the line is not there', async () => {
    expect(await saydo('check --why-not say/page.md:99')).toMatchObject({ exit: 2, err: expect.stringContaining('has no line 99; its last line is 21') as string })
  })
})

describe('for programs', PATIENT, () => {
  test('json holds what was made of the line, and only findings about it', async () => {
    const report = JSON.parse(await story('say/page.md:8', ' --format json')) as Record<string, unknown>
    expect(report).toMatchObject({
      version: 1, findings: [],
      understood: { file: 'say/page.md', line: 8, statements: [{
        quote: 'Cancel anytime.', side: 'say', taken: 'general', amounts: [{ text: 'Cancel anytime', role: 'yes', yes: true }], signs: [{ id: 'absolute', words: ['anytime'] }],
        near: [{ file: 'do/playbook.md', line: 5, code: 'nothing-to-compare' }],
      }] },
    })
  })

  test('json says nothing of it where nobody asks', async () => {
    expect(JSON.parse((await saydo('check --format json')).out)).not.toHaveProperty('understood')
  })

  test('other formats have no room for it', async () => {
    expect(await saydo('check --why-not say/page.md:8 --format sarif')).toMatchObject({ exit: 2, err: expect.stringContaining('text or as json') as string })
  })
})
