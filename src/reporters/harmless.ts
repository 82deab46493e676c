const TAB = '    '

/** Marks that turn the direction of text around, or that nobody sees: they could make a line look like another one. */
const HIDDEN = /[\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/

/** One character as it may be written to a terminal: no character that moves the cursor, changes colours or hides. */
export function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (character === '\t') return TAB
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  if (code >= 0x80 && code < 0xa0) return '\u2426'
  // half a character cannot be written at all
  if (code >= 0xd800 && code < 0xe000) return '\ufffd'
  return HIDDEN.test(character) ? '\u2426' : character
}

/** Text out of a file, or a path, as it may be written to a terminal. */
export function harmless(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu, visible)
}
