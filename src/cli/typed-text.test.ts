import { describe, expect, test } from 'vitest'
import { tempFolder } from '../testing/temp-folder.js'
import { type Ended, foundIn, saydoIn } from './saydo-in.js'

const LONG = 60_000
const RETURNS = '# Returns\n\nYou can return any lamp within 30 days of delivery.\n'
const REFUNDS = '# Returned lamps\n\nAccept returned lamps up to 30 days after delivery.\n'
const SHOP = { 'saydo.yaml': 'business: retail\nsay: site/**\ndo: [{path: playbooks/**, touchpoint: store}]\n', 'site/returns.md': RETURNS, 'site/jokes.md': '# Hello\n\nDear guest, welcome.\n', 'playbooks/refunds.md': REFUNDS, 'drafts/x.md': '# X\n' }

/** Runs saydo in the shop with something on standard input; undefined where that is a keyboard. */
function saydo(input: string | Uint8Array | undefined, words: string): Promise<Ended> {
  return saydoIn(tempFolder(SHOP), words, { stdin: input === undefined ? undefined : () => Promise.resolve(typeof input === 'string' ? new TextEncoder().encode(input) : input) })
}

describe('check --stdin', () => {
  test('the text takes the place of what is on the disk, and what touches it is reported', async () => {
    const ended = await saydo(RETURNS.replace('30 days', '60 days'), 'check --stdin --stdin-filename site/returns.md --format json')
    expect(foundIn(ended.out)).toEqual(['promise/contradicted site/returns.md:3 playbooks/refunds.md:3'])
    expect(ended.exit).toBe(1)
  }, LONG)

  test('an instruction that breaks a page, with the mark of some editors and other line ends', async () => {
    const ended = await saydo(`\uFEFF${REFUNDS.replace('30 days', '14 days').replaceAll('\n', '\r\n')}`, 'check --stdin --stdin-filename ./playbooks/refunds.md --format json')
    expect(foundIn(ended.out)).toEqual(['promise/contradicted site/returns.md:3 playbooks/refunds.md:3'])
  }, LONG)

  test('a document that is not on the disk yet', async () => {
    const ended = await saydo('# Sale\n\nReturn any lamp from the sale within 90 days of delivery.\n', 'check --stdin-filename site/new/sale.md --format json')
    expect(foundIn(ended.out).length).toBeGreaterThan(0)
    expect(foundIn(ended.out).every((one) => one.includes('site/new/sale.md:3'))).toBe(true)
  }, LONG)

  test('text that is no text is told as it is of a file', async () => {
    const { exit, out } = await saydo(new Uint8Array([0xff, 0xfe, 0x41, 0]), 'check --stdin --stdin-filename playbooks/refunds.md')
    expect(exit).toBe(1)
    expect(out).toContain('This file is saved as UTF-16.')
  }, LONG)

  test.each<[string, string | undefined, string]>([
    ['check --stdin --stdin-filename site/returns.md --since main', 'x', 'Leave one of them out, or save the text first.'],
    ['check --stdin --staged', 'x', 'Leave one of them out, or save the text first.'],
    ['check --stdin', 'x', 'saydo must know which document the text from standard input is.'],
    ['check --stdin --stdin-filename site/returns.md', undefined, 'Nothing comes in on standard input'],
    ['check --stdin --stdin-filename drafts/x.md', 'x', '"drafts/x.md" would not be among the documents that saydo reads'],
    ['check --stdin --stdin-filename ../returns.md', 'x', '"../returns.md" would not be among the documents that saydo reads'],
    ['check --stdin --stdin-filename site/returns.md --fix', 'x', 'cannot be used with option'],
  ])('%s', async (words, input, message) => {
    const { exit, out, err } = await saydo(input, words)
    expect([exit, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })
})
