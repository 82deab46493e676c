import { proseBuilder, type Prose } from '../model/text.js'
import { replace } from './prose.js'

const letters: Readonly<Record<string, string>> = {
  0: '\0', a: '\x07', b: '\b', t: '\t', '\t': '\t', n: '\n', v: '\v', f: '\f', r: '\r', e: '\x1b', N: '\x85', _: '\u00a0', L: '\u2028', P: '\u2029',
}

const escape = /\\(?:u\{([0-9a-f]{1,6})\}|x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(\r?\n)[ \t]*|([^]))/iy

function decoded(match: RegExpExecArray): string {
  const [, braced, two, four, eight, line, letter] = match
  const code = braced ?? two ?? four ?? eight
  if (code !== undefined) return Number.parseInt(code, 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(code, 16)) : '\uFFFD'
  return line !== undefined ? '' : (letters[letter ?? ''] ?? letter ?? '')
}

/** What stands between double quotes in JSON, YAML and JavaScript, its backslash escapes decoded. */
export function doubleQuoted(source: string, start: number, end: number): Prose {
  const builder = proseBuilder()
  let from = start
  for (let i = source.indexOf('\\', start); i >= 0 && i < end; i = source.indexOf('\\', from)) {
    escape.lastIndex = i
    const match = escape.exec(source)
    if (!match) break
    builder.same(source.slice(from, i), from)
    replace(builder, decoded(match), i, match[0].length)
    from = i + match[0].length
  }
  builder.same(source.slice(from, end), from)
  return builder.build()
}

/** What stands between single quotes in YAML, where a quote is written twice. */
export function singleQuoted(source: string, start: number, end: number): Prose {
  const builder = proseBuilder()
  let from = start
  for (let i = source.indexOf("''", start); i >= 0 && i < end - 1; i = source.indexOf("''", from)) {
    builder.same(source.slice(from, i + 1), from)
    from = i + 2
  }
  builder.same(source.slice(from, end), from)
  return builder.build()
}
