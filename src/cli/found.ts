import type { Guess } from '../host/guess-sides.js'
import type { Survey } from '../host/survey.js'
import { harmless } from '../reporters/harmless.js'
import { languageName, say, type Messages } from '../reporters/phrase.js'

/** More groups than this are not all shown. */
const MOST = 12

const isUnder = (path: string, pattern: string): boolean => {
  const plain = pattern.replaceAll('\\', '')
  if (plain.endsWith('/**')) return path.startsWith(plain.slice(0, -2))
  return path === plain || (plain.includes('*.') && path.slice(0, path.lastIndexOf('/') + 1) === plain.slice(0, plain.indexOf('*')) && path.endsWith(plain.slice(plain.indexOf('*') + 1)))
}

/** Why most of these documents were taken for their side. */
function reason(guesses: readonly Guess[], word: (id: string, slots?: Readonly<Record<string, string>>) => string): string {
  const count = (of: (guess: Guess) => boolean): number => guesses.filter(of).length
  const reasons = [...new Set(guesses.map((guess) => guess.reason))].sort((a, b) => count((guess) => guess.reason === b) - count((guess) => guess.reason === a))
  const [first] = guesses.filter((guess) => guess.reason === reasons[0])
  if (!first) return ''
  const unsure = count((guess) => !guess.sure) * 2 > guesses.length ? `; ${word('init.unsure')}` : ''
  const said = first.reason === 'name' ? word('init.by-name', { name: harmless(first.name ?? '') }) : word(first.reason === 'text' ? `init.by-text-${first.side}` : `init.by-${first.reason}`)
  return `${said}${unsure}`
}

function side(survey: Survey, name: 'say' | 'do', word: (id: string, slots?: Readonly<Record<string, string>>) => string): readonly string[] {
  const patterns = survey.patterns[name]
  if (patterns.length === 0) return [word(`init.no-${name}`), '']
  const all = survey.guesses.filter((guess) => guess.side === name)
  const widest = Math.max(...patterns.slice(0, MOST).map((pattern) => pattern.length))
  const line = (pattern: string): string => {
    const here = all.filter((guess) => isUnder(guess.path, pattern))
    return `  ${harmless(pattern).padEnd(widest)}  ${pattern.includes('*') ? `${here.length} · ` : ''}${reason(here, word)}`
  }
  const more = patterns.length > MOST ? [`  ${word('cli.took-more', { n: String(patterns.length - MOST) })}`] : []
  return [word(`init.${name}`, { all: String(all.length) }), ...patterns.slice(0, MOST).map(line), ...more, '']
}

/** What was found in a folder, in plain sentences. */
export function found(survey: Survey, messages: Messages, locale: string): string {
  const word = (id: string, slots: Readonly<Record<string, string>> = {}): string => say({ id, slots }, messages)
  const neither = survey.guesses.filter((guess) => guess.side === 'neither').map((guess) => harmless(guess.path))
  const left = neither.length === 0 ? [] : [word('init.left', { names: `${neither.slice(0, MOST / 2).join(', ')}${neither.length > MOST / 2 ? ' …' : ''}` })]
  const languages = survey.languages.length === 0 ? [] : [word('init.languages', { names: survey.languages.map((tag) => languageName(tag, locale)).join(', ') })]
  const { business } = survey
  const trade = business ? word('init.business', { business: business.business, words: business.words.join(', ') }) : word('init.no-business')
  return [...side(survey, 'say', word), ...side(survey, 'do', word), ...left, ...languages, trade, ''].map((line) => `${line}\n`).join('')
}
