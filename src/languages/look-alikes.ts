/** Small Latin letters and the Cyrillic ones that they, or their capitals, cannot be told from. */
const LATIN = 'abcehkmoptxyi'
const CYRILLIC = 'авсенкмортхуі'

const twins = (from: string, to: string): ReadonlyMap<string, string> => new Map([...from].map((letter, i) => [letter, to[i] as string]))
const [TO_CYRILLIC, TO_LATIN] = [twins(LATIN, CYRILLIC), twins(CYRILLIC, LATIN)]
const [IS_LATIN, IS_CYRILLIC] = [/[a-z]/g, /[\u0400-\u04FF]/g]

const replaced = (word: string, pattern: RegExp, by: ReadonlyMap<string, string>): string | undefined => {
  const letters = word.match(pattern) ?? []
  return letters.every((letter) => by.has(letter)) ? word.replace(pattern, (letter) => by.get(letter) as string) : undefined
}

/** "smsка": an ending of the sentence's language on a foreign word, and no slip. */
const isEnded = (word: string): boolean => /[\u0400-\u04FF]$/.test(word)

/** A word in small letters of which some were typed in the other alphabet, in the one that most of its letters are of; any other word as it is. */
export function inOneAlphabet(word: string): string {
  const [latin, cyrillic] = [word.match(IS_LATIN)?.length ?? 0, word.match(IS_CYRILLIC)?.length ?? 0]
  if (latin === 0 || cyrillic === 0) return word
  if (cyrillic >= latin) return replaced(word, IS_LATIN, TO_CYRILLIC) ?? word
  return isEnded(word) ? word : replaced(word, IS_CYRILLIC, TO_LATIN) ?? word
}
