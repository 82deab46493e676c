import { describe, expect, test } from 'vitest'
import { guessSides } from './guess-sides.js'
import { loadSides } from './load-sides.js'
import { gatherGlobs } from './gather-globs.js'

const sides = loadSides()
const sideOf = (path: string): string => guessSides([{ path }], sides)[0]?.side ?? ''

describe('a name tells whom a document is for:', () => {
  test.each([
    ['site/returns.md', 'say'], ['docs/faq.md', 'say'], ['help-center/index.md', 'say'], ['emails/welcome.txt', 'say'], ['locales/en.json', 'say'],
    ['playbooks/refunds.md', 'do'], ['sop/01.md', 'do'], ['support/macros.yaml', 'do'], ['front-desk/late.md', 'do'], ['Call Centre/scripts.md', 'do'],
    ['stránky/vrátenie.md', 'say'], ['príručka/vrátenie.md', 'do'], ['вътрешни/връщане.md', 'do'], ['сайт/возврат.md', 'say'], ['vidinė/grąžinimas.md', 'do'], ['Textbausteine/rückgabe.md', 'do'],
    ['policies/the-end-of-the-internet/index.md', 'say'], ['policies/company-processors.md', 'say'], ['policies/security.md', 'say'], ['personal-data.md', 'say'], ['interne Abläufe/a.md', 'do'],
    ['README.md', 'neither'], ['playbooks/CHANGELOG.md', 'neither'], ['package-lock.json', 'neither'], ['tests/returns.md', 'neither'],
  ])('%s %s', (path, side) => {
    expect(sideOf(path)).toBe(side)
  })
})

test('the nearer folder knows better than the farther one', () => {
  expect(sideOf('website/internal/returns.md')).toBe('do')
  expect(sideOf('internal/website/returns.md')).toBe('say')
})

test('patterns are as few as the sides allow, and take special letters in names as they are', () => {
  const guess = (path: string, side: 'say' | 'do' | 'neither'): Parameters<typeof gatherGlobs>[0][number] => ({ path, side, reason: 'name', sure: true })
  expect(gatherGlobs([
    guess('a/1.md', 'say'), guess('a/b/2.md', 'say'), guess('a/README.md', 'neither'),
    guess('c/1.md', 'say'), guess('c/2.md', 'do'), guess('c/(d)/3.md', 'do'), guess('e/LICENSE.md', 'neither'),
    guess('f/1.yaml', 'do'), guess('f/2.yaml', 'do'), guess('f/3.yaml', 'do'), guess('f/4.md', 'say'),
  ])).toEqual({ say: ['a/**', 'c/1.md', 'f/4.md'], do: ['c/\\(d\\)/**', 'c/2.md', 'f/*.yaml'], ignore: ['a/README.md'] })
})
