/** What JSON lets through, but a terminal may take for a command, or nobody sees. */
const UNSEEN = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g

/** A value as JSON that is also safe to show: every character that is not one to see is written as an escape. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, undefined, 2).replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
