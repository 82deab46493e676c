import type { Mark, Statement } from '../model/claim.js'
import type { Fix } from '../model/fix.js'
import type { Grammar } from '../model/language.js'
import type { Rule } from '../model/pack.js'

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text)
const capital = (word: string): string => word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
const title = (text: string): string => text.split(' ').map(capital).join(' ')

/** The words that are put in as those are written whose place they take: as they are known, at the start of a sentence, as a title, or in capitals. Undefined for any other way. */
function writtenAs(found: string, known: string, instead: string): string | undefined {
  if (found === known) return instead
  if (found === capital(known)) return capital(instead)
  if (found === title(known)) return title(instead)
  return found === known.toUpperCase() && found.length > 1 ? instead.toUpperCase() : undefined
}

/** The words of a mark with where they begin. */
const wordsOf = (text: string): readonly (readonly [string, number])[] => [...text.matchAll(/[\p{L}\p{M}]+/gu)].map((match) => [match[0], match.index] as const)

/** A word that stands alone among those that the rule can replace, in the form that it has there. */
export function wordFix({ replace }: Rule, { language }: Statement, { span, text }: Mark): Fix | undefined {
  const known = Object.entries(replace?.[language] ?? {})
  const found = wordsOf(text).flatMap(([was, at]) => known.flatMap(([form, instead]) => {
    const written = writtenAs(was, form, instead)
    return written === undefined ? [] : [{ span: { start: span.start + at, end: span.start + at + was.length }, was, text: written, language }]
  }))
  return found.length === 1 ? found[0] : undefined
}

const lastWord = (name: string): string => (name.split(/[\s-]/).at(-1) as string).toLowerCase()

/** Whether the words around one name are right for the other as well. */
function fitsIn(known: string, use: string, { agrees, plural }: Grammar): boolean {
  const isPlural = (name: string): boolean => plural.some((ending) => lastWord(name).endsWith(ending))
  return agrees ? lastWord(known) === lastWord(use) : isPlural(known) === isPlural(use)
}

/**
 * The name that is fixed in the place of one that is not wanted, where that stands as the configuration has it. In a
 * language whose names change their forms only the name itself can be put in, and only where both end in the same word.
 */
export function nameFix(known: string, use: string, { mark, statement, grammar }: { readonly mark: Mark; readonly statement: Statement; readonly grammar: Grammar | undefined }): Fix | undefined {
  // a name inside the other would be put in again and again
  if (!grammar || !fitsIn(known, use, grammar) || use.toLowerCase().includes(known.toLowerCase())) return undefined
  // at its start nobody can tell whether the capital is the name's or the sentence's
  if (isCapital(known) && !isCapital(use) && mark.span.start === statement.span.start) return undefined
  const text = writtenAs(mark.text, known, use)
  return text === undefined ? undefined : { span: mark.span, was: mark.text, text, language: statement.language }
}
