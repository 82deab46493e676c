import type { LanguageData } from '../model/pack.js'
import { latinOf } from './data.js'

/** A text without its accents: "grąžinimas" → "grazinimas". */
export const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')

/** Does the language have accents that people leave out in a hurry? Marks of Cyrillic letters, such as й, are none. */
export const hasAccents = (alphabet: string): boolean => alphabet.includes('a') && bare(alphabet) !== alphabet

type Spelling = (text: string) => string

function everywhere(value: unknown, spell: Spelling): unknown {
  if (typeof value === 'string') return spell(value)
  if (Array.isArray(value)) return value.map((one) => everywhere(one, spell))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, everywhere(inner, spell)]))
}

/** A language file as for texts that leave out the accents. */
export const bareLanguage = (data: LanguageData): LanguageData => everywhere(data, bare) as LanguageData

/** How words of a language are typed with plain letters, and what of a text so typed is spelled otherwise. */
export interface Typing {
  readonly data: LanguageData
  readonly word: Spelling
  readonly text: Spelling
}

const asItStands: Spelling = (text) => text

/** "garancia_meseci" for гаранция, месеци; "grazinimas" for grąžinimas: as people write names that allow no other letters. */
export function typing(data: LanguageData): Typing {
  const latin = latinOf(data)
  if (!latin) return { data: bareLanguage(data), word: bare, text: asItStands }
  const { letters, same } = latin
  const merged: Spelling = (text) => Object.entries(same).reduce((sum, [from, to]) => sum.replaceAll(from, to), text).replaceAll('ii', 'i')
  const word: Spelling = (text) => text.replace(/\p{Script=Cyrillic}+/gu, (run) => merged([...run.toLowerCase()].map((letter) => letters[letter] ?? letter).join('')))
  const { latin: _, recognise, ...rest } = data
  return { data: { ...(everywhere(rest, word) as LanguageData), recognise }, word, text: (text) => merged(text.toLowerCase()) }
}
