import type { LanguageData } from '../model/pack.js'

/** A text without its accents: "grąžinimas" → "grazinimas". */
export const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')

/** Does the language have accents that people leave out in a hurry? Marks of Cyrillic letters, such as й, are none. */
export const hasAccents = (alphabet: string): boolean => alphabet.includes('a') && bare(alphabet) !== alphabet

function everywhere(value: unknown): unknown {
  if (typeof value === 'string') return bare(value)
  if (Array.isArray(value)) return value.map(everywhere)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, everywhere(inner)]))
}

/** A language file as for texts that leave out the accents. */
export const bareLanguage = (data: LanguageData): LanguageData => everywhere(data) as LanguageData
