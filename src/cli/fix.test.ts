import { describe, expect, test } from 'vitest'
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tempFolder } from '../testing/temp-folder.js'
import { type Ended, saydoIn } from './saydo-in.js'

const LONG = 60_000

const CONFIG = `
business: retail
say: site
do: staff
terms:
  - {use: Lantern Club, not: [Glow Card]}
  - {use: everyday account, not: [giro account]}
  - {use: Kids' lamps, not: [Junior lamps]}
  - {use: Zlatá karta, not: [Modrá karta, Svetelný klub]}
`
const CLUB = '# Lantern Club\n\nMembers of the Lantern Club get free bulbs.\n'

/** A shop with these documents, and saydo in its folder. */
function shop(files: Readonly<Record<string, string | Uint8Array>>, config = CONFIG): { readonly path: string; saydo(...words: readonly string[]): Promise<Ended>; read(name: string): string } {
  const path = tempFolder({ 'saydo.yaml': config, 'site/club.md': CLUB, 'staff/desk.md': '# Desk\n\nGive members of the Lantern Club free bulbs.\n', ...files })
  return { path, saydo: (...words) => saydoIn(path, words), read: (name) => readFileSync(join(path, name), 'utf8') }
}

/** What becomes of one document for staff. */
async function fixed(text: string, name = 'staff/till.md'): Promise<string> {
  const { saydo, read } = shop({ [name]: text })
  await saydo('fix')
  return read(name)
}

describe('what is put right', () => {
  test.each<[string, string, string]>([
    ['a name', 'Ask whether they have the Glow Card.\n', 'Ask whether they have the Lantern Club.\n'],
    ['in capitals', 'GLOW CARD holders come first.\n', 'LANTERN CLUB holders come first.\n'],
    ['one and many, at the start and inside', 'Guests come in by the side door. Ask each guest for the parcel number.\n', 'Customers come in by the side door. Ask each customer for the parcel number.\n'],
    ['a word inside what was found', 'Users who complain get a call from the shift lead.\n', 'Customers who complain get a call from the shift lead.\n'],
    ['Slovak cases', 'Každého hosťa pri pokladni pozdravte. Hosťom podajte košík.\n', 'Každého zákazníka pri pokladni pozdravte. Zákazníkom podajte košík.\n'],
    ['Bulgarian articles', 'Поздравете всички гости на касата. Гостите чакат отвън.\n', 'Поздравете всички клиенти на касата. Клиентите чакат отвън.\n'],
    ['Lithuanian cases', 'Pasveikinkite kiekvieną svečią prie kasos.\n', 'Pasveikinkite kiekvieną klientą prie kasos.\n'],
    ['Russian cases', 'Приветствуйте каждого гостя на кассе и спросите, что он ищет.\n', 'Приветствуйте каждого клиента на кассе и спросите, что он ищет.\n'],
    ['a Slovak name as it is, with the same last word', 'Vaša Modrá karta platí na pokladni aj v sklade.\n', 'Vaša Zlatá karta platí na pokladni aj v sklade.\n'],
  ])('%s', async (_what, text, wanted) => {
    expect(await fixed(text)).toBe(wanted)
  }, LONG)
})

describe('what is left to people', () => {
  test.each<[string, string]>([
    ['an article that would have to change', 'Open a giro account for whoever asks.\n'],
    ['a name that is inflected', 'S Modrou kartou na pokladni zákazník dostane zľavu.\n'],
    ['a name of another gender', 'Váš Svetelný klub platí na pokladni aj v sklade.\n'],
    ['a preposition that would have to change', 'Na pokladni hovorte s hosťom pokojne a nahlas.\n'],
    ['a word that is a part of another', 'Keep guest-facing desks tidy, and the guest’s bag closed.\n'],
    ['an entity', 'Ask for the Glow&nbsp;Card at the till.\n'],
    ['mark-up inside', 'Ask for the Glow **Card** at the till.\n'],
    ['a line break', 'Ask at the till for the Glow\nCard of the shop.\n'],
    ['small letters for a name', 'Ask for the glow card at the till.\n'],
    ['what is put in words of its own', 'Thank the ticket and close it.\n'],
  ])('%s', async (_what, text) => {
    expect(await fixed(text)).toBe(text)
  }, LONG)

  test('what would end a quotation mark early', async () => {
    const text = 'title: \'Junior lamps\'\nhelp: Junior lamps stand by the door.\n'
    expect(await fixed(text, 'staff/signs.yaml')).toBe('title: \'Junior lamps\'\nhelp: Kids\' lamps stand by the door.\n')
  }, LONG)

  test('what a note asks not to hear of', async () => {
    const text = '<!-- saydo-disable-next-line term/mismatch -- the old sign stays up -->\nAsk for the Glow Card at the till.\n'
    expect(await fixed(text)).toBe(text)
  }, LONG)
})

describe('saydo fix', () => {
  test('keeps line ends, the mark at the start, the missing line end and the permissions, and leaves no file behind', async () => {
    const { path, saydo } = shop({ 'staff/till.md': '\uFEFF# Till\r\n\r\nAsk for the Glow Card – žltý.\r\n\tAsk the guests.\rDone' })
    const before = statSync(join(path, 'staff/till.md')).mode
    const { err } = await saydo('fix')
    expect(readFileSync(join(path, 'staff/till.md'), 'utf8')).toBe('\uFEFF# Till\r\n\r\nAsk for the Lantern Club – žltý.\r\n\tAsk the customers.\rDone')
    expect(statSync(join(path, 'staff/till.md')).mode).toBe(before)
    expect(err).toContain('Put 2 places right:\n  staff/till.md:3  Glow Card → Lantern Club\n')
    expect(execFileSync('ls', ['-A', join(path, 'staff')], { encoding: 'utf8' })).toBe('desk.md\ntill.md\n')
  }, LONG)

  test('reports what is left, and has nothing to do the second time', async () => {
    const { saydo } = shop({ 'staff/till.md': 'Ask each guest for the Glow Card. Then take the glow card.\n' })
    const { out } = await saydo('fix', '--format', 'json')
    expect((JSON.parse(out) as { findings: { quote: string; fix?: unknown }[] }).findings.map(({ quote, fix }) => [quote, fix])).toEqual([['glow card', undefined]])
    expect((await saydo('fix')).err).toContain('There is nothing here that saydo can put right by itself.\n')
  }, LONG)

  test('changes only what was asked for: by path, by rule', async () => {
    const text = 'Ask each guest for the Glow Card.\n'
    const { saydo, read } = shop({ 'staff/till.md': text, 'staff/door.md': text })
    await saydo('fix', 'staff/door.md', '--rule', 'term/mismatch')
    expect([read('staff/till.md'), read('staff/door.md')]).toEqual([text, 'Ask each guest for the Lantern Club.\n'])
  }, LONG)

  test('shows as a diff what it would do, and writes nothing; git can apply the diff', async () => {
    const text = '\uFEFFAsk each guest for the Glow Card.\r\nThen\r\nwait.'
    const { path, saydo, read } = shop({ 'staff/till.md': text })
    const { exit, out, err } = await saydo('fix', '--dry-run')
    expect([exit, err, read('staff/till.md')]).toEqual([1, 'saydo fix would put 2 places right. Nothing was written.\n', text])
    expect(out).toContain('--- a/staff/till.md\n+++ b/staff/till.md\n')
    expect((await saydo('check', '--fix-dry-run')).out).toBe(out)
    execFileSync('git', ['init', '--quiet'], { cwd: path })
    execFileSync('git', ['apply'], { cwd: path, input: out })
    const applied = read('staff/till.md')
    writeFileSync(join(path, 'staff/till.md'), text)
    await saydo('fix')
    expect(read('staff/till.md')).toBe(applied)
  }, LONG)

  test('a text report says what could be put right', async () => {
    const { saydo } = shop({ 'staff/till.md': 'Ask each guest for the receipt.\n' })
    const { out } = await saydo('check')
    expect(out).toContain('saydo fix writes “customer” here instead of “guest”.')
    expect(out).toContain('saydo fix can put 1 of them right.')
  }, LONG)

  test('two names that are wanted in each other’s place come to an end', async () => {
    const { saydo, read } = shop({ 'staff/till.md': 'Ask for the Red Card at the till.\n' }, 'business: retail\nsay: site\ndo: staff\nterms: [{use: Blue Card, not: [Red Card]}, {use: Red Card, not: [Blue Card]}]\n')
    await saydo('fix')
    expect(read('staff/till.md')).toMatch(/^Ask for the (Red|Blue) Card at the till\.\n$/)
  }, LONG)

  test.each([
    ['check --fix --staged', '--fix'], ['check --fix-dry-run --format json', '--fix-dry-run'], ['fix --dry-run -o x.txt', '--dry-run'],
  ])('%s: not both', async (words, flag) => {
    const { exit, err } = await shop({}).saydo(...words.split(' '))
    expect([exit, err]).toEqual([2, expect.stringContaining(flag)])
  })
})

test('a rule of one’s own can say what to write instead', async () => {
  const rule = { id: 'house/voucher', severity: 'warning', title: 'Coupons are called vouchers here', why: 'One thing, one name.', fix: 'Write voucher.', sides: ['say', 'do'], patterns: { en: ['coupon', 'coupons'] }, replace: { en: { coupon: 'voucher', coupons: 'vouchers' } }, examples: { bad: [{ do: 'Take the coupon.', at: 'coupon' }], good: [{ do: 'Take the voucher.' }] } }
  const { saydo, read } = shop({ 'our-rules/voucher.yaml': JSON.stringify(rule), 'staff/till.md': 'Coupons are good for a year. Take the coupon.\n' }, `${CONFIG}packs: ./our-rules\n`)
  await saydo('fix')
  expect(read('staff/till.md')).toBe('Vouchers are good for a year. Take the voucher.\n')
}, LONG)
