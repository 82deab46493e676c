/** What a character is to the tokenizer. */
export const SPACE = 1, LETTER = 2, DIGIT = 3, FRACTION = 4, DASH = 5, APOSTROPHE = 6, MARK = 7, SYMBOL = 8, HIDDEN = 9

const GROUPS: readonly (readonly [number, RegExp])[] = [
  [HIDDEN, /[\u00AD\u200B-\u200D\u2060\uFEFF]/u],
  [DASH, /\p{Pd}|\u2212/u],
  [APOSTROPHE, /['\u2018\u2019\u02BC\u201B]/u],
  [DIGIT, /[0-9]/u],
  [FRACTION, /[¼½¾⅓⅔]/u],
  [LETTER, /[\p{L}\p{M}]/u],
  [MARK, /[.,;:!?…()[\]{}"“”„«»‹›|•·]/u],
  [SYMBOL, /[\p{Sc}\p{So}\p{Sm}\p{Sk}%&+/*=#@§°№~^_\\\p{No}]/u],
]

/** Filled as characters turn up: a text uses few of the 65 536. */
const known = new Uint8Array(65536)

function classify(code: number): number {
  const character = String.fromCharCode(code)
  return GROUPS.find(([, pattern]) => pattern.test(character))?.[0] ?? SPACE
}

/** The class of the UTF-16 unit at an index; past the end it is a space. */
export function classAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  if (code !== code) return SPACE
  return known[code] || (known[code] = classify(code))
}
