import type { Language } from '../model/language.js'
import type { LanguageData } from '../model/pack.js'
import { bare, bareLanguage, hasAccents, typing } from './bare.js'
import { isUnit } from './canonical.js'
import { grammarOf, parseLanguage, sightOf, type LanguageFile } from './data.js'
import { recogniser } from './recognise.js'
import { quantityLexer } from './quantities.js'
import { rankReader } from './ranks.js'
import { sentenceSplitter } from './sentences.js'
import { tokenize } from './tokenize.js'
import { buildVocabulary } from './vocabulary.js'

export { inflected } from './inflect.js'
export { bare, bareLanguage, grammarOf, hasAccents, recogniser, sightOf, tokenize, typing }

/** Every unit of the file must be one that can be converted. */
function checkUnits(tag: string, { units }: LanguageFile): void {
  const named = [units.duration, units.storage, units.mass, units.distance, units.bare, units.working, units.fused.units ?? {}].flatMap((one) => Object.keys(one))
  const unknown = [...named, ...units.fixed.map(({ unit }) => unit)].filter((unit) => !isUnit(unit))
  if (unknown.length > 0) throw new Error(`The language file "${tag}" is not valid. units: saydo does not know the unit ${unknown.map((unit) => `"${unit}"`).join(', ')}`)
}

/** Makes a language of its file; throws an Error that names the place when the file is not valid. */
export function compileLanguage(tag: string, data: LanguageData): Language {
  const file = parseLanguage(tag, data)
  checkUnits(tag, file)
  const words = buildVocabulary(file)
  const isMonth = (...args: Parameters<typeof words.date.months.at>): boolean => words.date.months.at(...args) !== undefined
  return { tag, tokenize, sentences: sentenceSplitter(file, isMonth), quantities: quantityLexer(words), rank: rankReader(words) }
}
