// What is done to a text, or to data, so that it becomes one that nobody thought of.

/** No seed grows beyond this; what long files do is a matter of src/formats/hostile.test.ts. In characters. */
const LONGEST = 4000

/** Pieces that readers of any kind stumble over. */
const AWKWARD = [
  '', ' ', '\n', '\n\n', '\r\n', '\r', '\t', '\0', '\uFEFF', '\u2028', '\u00A0', '\u00AD', '\u200B', '\u202E', '\uD800', '\uDC00', '\u{1F600}', 'e\u0301', 'İ', 'ß',
  '\u001B[31m', '\\', '"', "'", '`', '{', '}', '[', ']', '(', ')', '<', '>', '&', '#', '|', '*', '_', '~', ':', ': ', '- ', ',', '!', '%', '@', '$', '=', '?', '/', '..',
  '0', '-1', '1e999', '9007199254740993', '0x1F', '1,5', '10 000', 'null', 'true', '~', '__proto__', 'constructor', 'toString', '2026-02-30', '14 days', '€5', '100 %',
]

const within = (random, length) => random.below(length + 1)

/** Each takes a text, chance, and what else there is to take from. */
const CHANGES = [
  (text, random) => { const at = within(random, text.length); return text.slice(0, at) + text.slice(at + 1 + random.below(8)) },
  (text, random) => text.slice(0, within(random, text.length)),
  (text, random) => { const at = within(random, text.length); return text.slice(0, at) + random.pick(AWKWARD) + text.slice(at) },
  (text, random, { words }) => { const at = within(random, text.length); return text.slice(0, at) + random.pick(words) + text.slice(at) },
  (text, random) => { const at = within(random, text.length); return text.slice(0, at) + random.pick(AWKWARD) + text.slice(at + 1) },
  (text, random) => { const at = within(random, text.length); const piece = text.slice(at, at + 1 + random.below(20)); return text.slice(0, at) + piece.repeat(1 + random.below(9)) + text.slice(at) },
  (text, random) => { const [a, b] = [within(random, text.length), within(random, text.length)]; return text.slice(0, a) + text.slice(b, b + 1 + random.below(60)) + text.slice(a) },
  (text, random, { texts }) => { const other = random.pick(texts); const from = within(random, other.length); const at = within(random, text.length); return text.slice(0, at) + other.slice(from, from + 1 + random.below(80)) + text.slice(at) },
  (text, random, { texts }) => text.slice(0, within(random, text.length)) + random.pick(texts),
  (text, random) => { const lines = text.split('\n'); const from = random.below(lines.length); const [line] = lines.splice(from, 1); lines.splice(within(random, lines.length), 0, line); return lines.join('\n') },
  (text, random) => text.replace(/\d+/, () => random.pick(['0', '00', '1', '99999999999999999999', '1.5', '-3'])),
  (text) => text.replaceAll('\n', '\r\n'),
]

/**
 * A text that one to six changes have made of one of `texts`.
 * @param {import('./random.mjs').Random} random
 * @param {{ readonly texts: readonly string[], readonly words: readonly string[] }} from
 * @returns {string}
 */
export function mutated(random, from) {
  let text = random.pick(from.texts)
  for (let left = 1 + random.below(6); left > 0; left--) text = random.pick(CHANGES)(text, random, from)
  return text.slice(0, LONGEST)
}

const VALUES = [null, true, false, 0, -1, 1.5, 1e308, '', ' ', 'a', '\0', '../..', '/', './', './\0', './' + 'x'.repeat(300), 'a/\0', '.', '~', '**', '!', '[', '\uD800', '\u202E', 'en', '__proto__', '2026-02-30', [], {}, [[]], [null], [''], { '': '' }, { id: 1 }, 'x'.repeat(300)]

const entriesOf = (data) => (typeof data === 'object' && data !== null ? Object.keys(data) : [])

function oneAltered(random, data, others) {
  const keys = entriesOf(data)
  if (keys.length === 0 || random.below(12) === 0) return random.below(3) === 0 ? random.pick(others) : random.pick(VALUES)
  const key = random.pick(keys)
  const copy = Array.isArray(data) ? [...data] : Object.fromEntries(Object.entries(data))
  if (random.below(4) > 0) return Object.defineProperty(copy, key, { value: oneAltered(random, data[key], others), enumerable: true, configurable: true, writable: true })
  const what = random.below(4)
  if (what === 0) { if (Array.isArray(copy)) copy.splice(Number(key), 1); else delete copy[key] }
  else if (what === 1) { if (Array.isArray(copy)) copy.push(copy[key]); else copy[random.pick(['', 'id', 'extra', '__proto__x', 'toString', 'en', key + 's'])] = copy[key] }
  else copy[key] = random.pick(VALUES)
  return copy
}

/**
 * Data that keeps most of its shape: values are swapped for others, and keys come and go.
 * @param {import('./random.mjs').Random} random
 * @param {readonly unknown[]} all
 * @returns {unknown}
 */
export function altered(random, all) {
  let data = random.pick(all)
  for (let left = 1 + random.below(3); left > 0; left--) data = oneAltered(random, data, all)
  return data
}
