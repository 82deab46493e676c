import type { Token } from '../model/token.js'

/** One element of a compiled pattern. */
export type Node =
  | { readonly type: 'word'; readonly norm: string }
  | { readonly type: 'prefix'; readonly norm: string }
  | { readonly type: 'any' }
  | { readonly type: 'gap'; readonly most: number }
  | { readonly type: 'slot'; readonly dimension: string }
  | { readonly type: 'list'; readonly id: string }
  | { readonly type: 'either'; readonly options: readonly (readonly Node[])[]; readonly optional: boolean }

export interface Pattern {
  readonly nodes: readonly Node[]
  /** Only at the start of a sentence. */
  readonly atStart: boolean
  /** Only at the end of a sentence. */
  readonly atEnd: boolean
  /** A look-alike: takes back the hits of its list that it overlaps. */
  readonly negative: boolean
}

type Tokenize = (text: string) => readonly Token[]

/** So many brackets within one another nobody writes by hand. */
const DEEPEST = 20
/** In characters; the longest pattern of saydo's own has half as many. */
const LONGEST = 5000

/** Splits at white space and keeps brackets of all kinds together. */
function pieces(source: string): string[] {
  const out: string[] = []
  let depth = 0
  let piece = ''
  for (const char of source) {
    if (char === '(' || char === '{' || char === '<') depth++
    if (depth > DEEPEST) throw new Error(`The pattern "${source.slice(0, 40)}…" has brackets within brackets, too many to read.`)
    if (char === ')' || char === '}' || char === '>') depth--
    if (depth === 0 && /\s/.test(char)) {
      if (piece) out.push(piece)
      piece = ''
    } else piece += char
  }
  if (depth !== 0) throw new Error(`The pattern "${source}" has a bracket without its partner.`)
  if (piece) out.push(piece)
  return out
}

/** Splits "a|b (c|d)" at the bars that stand outside inner brackets. */
function options(source: string): string[] {
  const out: string[] = []
  let depth = 0
  let option = ''
  for (const char of source) {
    if (char === '(') depth++
    if (char === ')') depth--
    if (char === '|' && depth === 0) {
      out.push(option)
      option = ''
    } else option += char
  }
  return [...out, option]
}

function words(piece: string, tokenize: Tokenize): Node[] {
  const prefix = piece.endsWith('*')
  const body = prefix ? piece.slice(0, -1) : piece
  // A clitic alone ("'ll") is cut off a word, or the tokenizer would take its apostrophe for a quotation mark.
  const tokens = body.startsWith("'") ? tokenize(`x${body}`).slice(1) : tokenize(body)
  if (tokens.length === 0) throw new Error(`"${piece}" in a pattern is not a word.`)
  return tokens.map((token, i) => ({ type: prefix && i === tokens.length - 1 ? 'prefix' : 'word', norm: token.norm }))
}

function element(piece: string, tokenize: Tokenize): Node[] {
  if (piece === '*') return [{ type: 'any' }]
  if (piece === '..') return [{ type: 'gap', most: 3 }]
  if (piece === '...') return [{ type: 'gap', most: 7 }]
  if (/^\{[a-z]+\}$/.test(piece)) return [{ type: 'slot', dimension: piece.slice(1, -1) }]
  if (/^<[a-z-]+>$/.test(piece)) return [{ type: 'list', id: piece.slice(1, -1) }]
  if (piece.endsWith(')*')) throw new Error(`"${piece}": a * stands after a word, not after a bracket; put it inside.`)
  const optional = piece.endsWith('?') && piece.length > 1
  const body = optional ? piece.slice(0, -1) : piece
  if (body.startsWith('(') && body.endsWith(')')) {
    return [{ type: 'either', options: options(body.slice(1, -1)).map((option) => sequence(option, tokenize)), optional }]
  }
  const nodes = optional && /^[<{]/.test(body) ? element(body, tokenize) : words(body, tokenize)
  return optional ? [{ type: 'either', options: [nodes], optional: true }] : nodes
}

function sequence(source: string, tokenize: Tokenize): Node[] {
  return pieces(source).flatMap((piece) => element(piece, tokenize))
}

/**
 * Compiles one pattern of `rules/` (the notation is in `rules/README.md`).
 * Throws an Error that quotes the pattern when it cannot be read.
 */
export function compilePattern(source: string, tokenize: Tokenize): Pattern {
  const negative = source.startsWith('!')
  const whole = negative ? source.slice(1).trim() : source.trim()
  const atEnd = whole.endsWith(' $')
  const rest = atEnd ? whole.slice(0, -2) : whole
  const atStart = rest.startsWith('^')
  const nodes = sequence(atStart ? rest.slice(1).trim() : rest, tokenize)
  if (source.length > LONGEST) throw new Error(`The pattern "${source.slice(0, 40)}…" is too long to read (${source.length} characters; the limit is ${LONGEST}). Make several patterns of it.`)
  const first = nodes[0]
  if (!first || first.type === 'gap' || first.type === 'any') throw new Error(`The pattern "${source}" must begin with a word.`)
  return { nodes, atStart, atEnd, negative }
}
