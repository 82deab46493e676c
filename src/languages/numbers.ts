import type { Token } from '../model/token.js'
import type { Reading, Scan } from './vocabulary.js'

/** A number or a range of numbers. */
export interface Amount {
  readonly low: number
  readonly high: number
  readonly to: number
  readonly range: boolean
  readonly ambiguous: boolean
  readonly digits: boolean
}

const VULGAR: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 }

/** True when the two tokens touch in the text. */
export function touches(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.end === tokens[index]?.start
}

/** A dash between two tokens: as a mark of its own, or as a hyphen that the tokenizer took for a joint. Gives the next token. */
export function afterDash({ text, tokens }: Scan, index: number): number | undefined {
  const token = tokens[index]
  const previous = tokens[index - 1]
  if (!token || !previous) return undefined
  if (token.norm === '-') return index + 1
  return hyphenated(text, previous, token) ? index : undefined
}

/** Whether nothing but a hyphen stands between two tokens. */
const hyphenated = (text: string, one: Token, next: Token): boolean => next.start - one.end === 1 && /\p{Pd}/u.test(text[one.end] ?? '')

function plainNumber(norm: string): { value: number; ambiguous: boolean } {
  const value = Number(norm.replace(',', '.'))
  const [head = '', tail = ''] = norm.split(/[.,]/)
  return { value, ambiguous: tail.length === 3 && head !== '0' && head.length <= 3 }
}

/** The value of a number token in a language, or undefined for dates, times, versions and the like. */
function parseDigits(norm: string, group: string): { value: number; ambiguous: boolean } | undefined {
  const vulgar = VULGAR[norm.at(-1) ?? '']
  if (vulgar !== undefined) return { value: Number(norm.slice(0, -1) || 0) + vulgar, ambiguous: false }
  if (/^\d\/[2-9]$/.test(norm)) return { value: Number(norm[0]) / Number(norm[2]), ambiguous: false }
  if (/^\d+$/.test(norm)) return { value: Number(norm), ambiguous: false }
  const separators = norm.replace(/\d/g, '')
  if (/[^.,]/.test(separators)) return undefined
  const last = separators.at(-1) ?? ''
  const grouped = /^\d{1,3}([.,]\d{3})+$/.test(norm) && !norm.startsWith('0')
  if (separators.length === 1) return grouped && separators === group ? { value: Number(norm.replace(last, '')), ambiguous: false } : plainNumber(norm)
  if (new Set(separators).size === 1) return grouped ? { value: Number(norm.replaceAll(last, '')), ambiguous: false } : undefined
  if (separators.indexOf(last) < separators.length - 1) return undefined
  const cut = norm.lastIndexOf(last)
  return { value: Number(`${norm.slice(0, cut).replace(/[.,]/g, '')}.${norm.slice(cut + 1)}`), ambiguous: false }
}

function scaled({ tokens, words }: Scan, reading: Reading): Reading {
  const scale = words.number.scales.at(tokens, reading.to)
  const letter = tokens[reading.to]?.norm.length === 1
  if (!scale || (letter && !touches(tokens, reading.to))) return reading
  return { ...reading, value: reading.value * scale.value, to: scale.to }
}

/** May the number word be added to the sum so far? "twenty" + "one", "hundred" + "fifty". */
function adds(sum: number, value: number): boolean {
  if (sum >= 100) return sum % 100 === 0 && value < 100
  return sum >= 20 && sum % 10 === 0 && value > 0 && value < 10
}

function nextCardinal({ tokens, words }: Scan, index: number, sum: number) {
  const and = words.number.and.at(tokens, index)
  const next = words.number.cardinals.at(tokens, and?.to ?? index)
  return next && adds(sum, next.value) && (!and || sum >= 20) ? next : undefined
}

function wordNumber(scan: Scan, index: number): Reading | undefined {
  const { tokens, words } = scan
  if (words.number.not.at(tokens, index)) return undefined
  const first = words.number.cardinals.at(tokens, index) ?? leadingScale(scan, index)
  if (!first) return undefined
  let { value, to } = first
  let total = 0
  for (;;) {
    const scale = words.number.scales.at(tokens, to)
    const next = nextCardinal(scan, to, value)
    if (scale && scale.value >= 1000 && value < 1000) [total, value, to] = [total + value * scale.value, 0, scale.to]
    else if (scale && value > 0 && value < scale.value) [value, to] = [value * scale.value, scale.to]
    else if (next) [value, to] = [value + next.value, next.to]
    else return { value: total + value, to, ambiguous: false, digits: false }
  }
}

/** "a hundred", "hundred": a scale word that begins the number. */
function leadingScale({ tokens, words }: Scan, index: number) {
  const article = words.number.one.at(tokens, index)
  const scale = words.number.scales.at(tokens, article?.to ?? index)
  return scale && (tokens[scale.from]?.norm.length ?? 0) > 1 ? scale : undefined
}

function withTail({ tokens, words }: Scan, reading: Reading): Reading {
  const tail = words.number.tails.at(tokens, reading.to)
  return tail ? { ...reading, value: reading.value + tail.value, to: tail.to } : reading
}

/** The number that starts at a token, in digits or words. */
export function numberAt(scan: Scan, index: number): Reading | undefined {
  const known = scan.numbers.get(index)
  if (known || scan.numbers.has(index)) return known
  const reading = readNumber(scan, index)
  scan.numbers.set(index, reading)
  return reading
}

function readNumber(scan: Scan, index: number): Reading | undefined {
  const token = scan.tokens[index]
  if (!token || token.kind === 'mark') return undefined
  if (token.kind !== 'number') {
    const word = token.kind === 'word' ? wordNumber(scan, index) : undefined
    return word && withTail(scan, word)
  }
  const parsed = scan.words.number.not.at(scan.tokens, index) ? undefined : parseDigits(token.norm, scan.words.number.separators.group)
  return parsed && withTail(scan, scaled(scan, { ...parsed, to: index + 1, digits: true }))
}

/** Where the second number of a range may start: after a dash, "to", "or", or "and" when "between" stands before. */
export function afterRange(scan: Scan, start: number, index: number): number | undefined {
  const { tokens, words } = scan
  const word = words.range.to.at(tokens, index) ?? words.range.or.at(tokens, index)
  if (word) return word.to
  if (words.range.between.before(tokens, start)) return words.range.and.at(tokens, index)?.to
  return afterDash(scan, index)
}

/** A number, or two that make a range, from a token on. */
export function amountAt(scan: Scan, index: number): Amount | undefined {
  const first = numberAt(scan, index)
  if (!first) return undefined
  const single: Amount = { low: first.value, high: first.value, to: first.to, range: false, ambiguous: first.ambiguous, digits: first.digits }
  const next = afterRange(scan, index, first.to)
  const second = next === undefined ? undefined : numberAt(scan, next)
  if (!second || second.value <= first.value) return single
  return { ...single, high: second.value, to: second.to, range: true, ambiguous: first.ambiguous || second.ambiguous }
}

const SMALL = /^\d{1,2}$/

/** "third", "8th", "8-й", "8." where the language writes days so: a place in a row. */
export function ordinalAt(scan: Scan, index: number): { readonly value: number; readonly to: number } | undefined {
  const { text, tokens, words } = scan
  const spelled = words.number.ordinals.at(tokens, index)
  const digits = tokens[index]
  if (spelled || digits?.kind !== 'number' || !SMALL.test(digits.norm)) return spelled
  const next = tokens[index + 1]
  const joined = next !== undefined && (touches(tokens, index + 1) || hyphenated(text, digits, next))
  const end = !joined ? undefined : words.number.suffixes.at(tokens, index + 1)?.to ?? (words.date.dotted && next.norm === '.' ? index + 2 : undefined)
  return end === undefined ? undefined : { value: Number(digits.norm), to: end }
}
