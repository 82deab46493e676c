/** A stem is kept this long, or a short word would meet half the dictionary. */
const LEAST_STEM = 3
const LEAST_WORD = 4

function stemOf(word: string, endings: readonly string[]): string {
  const ending = endings.find((one) => word.length - one.length >= LEAST_STEM && word.toLowerCase().endsWith(one))
  return ending === undefined ? word : word.slice(0, -ending.length)
}

/**
 * Makes a pattern for all forms of a name in a language whose words change their endings: "zlatá karta" → "zlat* kart*".
 * `endings` stand longest first.
 */
export function inflected(name: string, endings: readonly string[]): string {
  return name.split(/\s+/).map((word) => (word.length < LEAST_WORD || !/^\p{L}+$/u.test(word) ? word : `${stemOf(word, endings)}*`)).join(' ')
}
