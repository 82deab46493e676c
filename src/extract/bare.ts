import type { Quantity, QuantityHit } from '../model/quantity.js'
import type { Clause, Lexed } from './lexed.js'
import type { Reader } from './kit.js'
import type { TrailInfo } from './trail.js'

/** Field names that lend a bare number its unit: `charge: 8.00`, `return_days: 30`. Lists are `cues/unit-*.yaml`. */
const UNITS: readonly (readonly [cue: string, dimension: Quantity['dimension'], unit: string, factor: number])[] = [
  ['unit-day', 'duration', 'day', 1],
  ['unit-hour', 'duration', 'hour', 1 / 24],
  ['unit-minute', 'duration', 'minute', 1 / 1440],
  ['unit-month', 'duration', 'month', 30],
  ['unit-percent', 'percent', '%', 1],
  ['unit-money', 'money', 'money', 1],
]

/** What a bare number is read with beside its clause. */
export interface Surroundings {
  readonly trail: readonly TrailInfo[]
  readonly reader: Reader
  /** What is found in the file's name; read only where nothing nearer tells. */
  readonly name: () => Pick<TrailInfo, 'hits'>
}

/** A field or cell that is nothing but a number: its key or column says what it counts, or the whole sheet is of prices. */
export function bareAmount(lexed: Lexed, clause: Clause, around: Surroundings): QuantityHit | undefined {
  const words = lexed.tokens.slice(clause.from, clause.to).filter((token) => token.kind !== 'mark')
  const [only, last] = [words[0], words.at(-1)]
  if (only?.kind !== 'number' || last === undefined) return undefined
  const names = around.trail.filter((step) => step.kind === 'column' || step.kind === 'key').reverse()
  const isRange = words.length === 2 && last.kind === 'number'
  if (words.length > 1 && !isRange && !(names.length > 0 && isApart(lexed, clause, around.reader))) return undefined
  const end = isRange ? last : only
  const quantity = spelledOut(lexed.text.slice(only.start, end.end), names) ?? (isRange ? undefined : withoutUnit(only.norm, names, around) ?? unitless(only.norm, names))
  if (!quantity) return undefined
  return { quantity, start: only.start, end: end.end, firstToken: lexed.tokens.indexOf(only), lastToken: lexed.tokens.indexOf(end) + 1 }
}

const BREAKS: ReadonlySet<string> = new Set([',', ';', '(', '–', '—', '/'])
/** So many characters of what follows are read with a number. */
const FOLLOWING = 24

/** "20, off the final bill", "5 per night": the number that a field begins with stands for itself, and the rest tells more of it. */
function isApart(lexed: Lexed, clause: Clause, { language }: Reader): boolean {
  const [number, next] = lexed.tokens.slice(clause.from, clause.to)
  if (number?.kind !== 'number' || !next) return false
  if (BREAKS.has(next.norm)) return true
  const text = `${number.norm} € ${lexed.text.slice(number.end, number.end + FOLLOWING).trim()}`
  return language.quantities(text, language.tokenize(text))[0]?.quantity.per !== undefined
}

/** `luggage: 250`: what it counts is for what it is compared with to tell. */
function unitless(number: string, names: readonly TrailInfo[]): Quantity | undefined {
  const value = Number(number.replace(',', '.'))
  if (!names.some(({ kind }) => kind === 'key') || !Number.isFinite(value)) return undefined
  return { dimension: 'count', low: value, high: value, bound: boundOf(names), unit: 'number', amount: [value, value], ambiguous: true, unitless: true }
}

const boundOf = (names: readonly TrailInfo[]): Quantity['bound'] => (names[0]?.hits.has('cue:unit-from') ? 'from' : 'exact')

/** A unit is at most so many words: "working days". */
const LONGEST_UNIT = 2
const MEASURED: ReadonlySet<Quantity['dimension']> = new Set(['duration', 'money', 'percent', 'mass', 'distance', 'storage'])

/** `standard_max_lb: 44`, a column "Lead time, working days": the number, or two of them, with a unit that its name holds, read as if it stood there. */
function spelledOut(number: string, names: readonly TrailInfo[]): Quantity | undefined {
  for (const { lexed, reader: { language } } of names) {
    const words = lexed.tokens.filter((token) => token.kind !== 'number')
    for (let length = LONGEST_UNIT; length > 0; length--) {
      for (let from = words.length - length; from >= 0; from--) {
        const text = `${number} ${words.slice(from, from + length).map((token) => token.norm).join(' ')}`
        const [hit] = language.quantities(text, language.tokenize(text))
        if (hit && hit.start === 0 && hit.end === text.length && MEASURED.has(hit.quantity.dimension)) return hit.quantity.bound === 'range' ? hit.quantity : { ...hit.quantity, bound: boundOf(names) }
      }
    }
  }
  return undefined
}

/** What a number is that no name of a unit stands beside. */
function withoutUnit(number: string, names: readonly TrailInfo[], around: Surroundings): Quantity | undefined {
  const value = Number(number.replace(',', '.'))
  if (!Number.isFinite(value)) return undefined
  return listed(value, names) ?? priced({ value, hasCents: WITH_CENTS.test(number) }, names, around)
}

/** A unit by the words for fields that hold it: `return_window: 30` are days. */
function listed(value: number, names: readonly TrailInfo[]): Quantity | undefined {
  const unit = names.map((step) => UNITS.find(([cue]) => step.hits.has(`cue:${cue}`))).find((found) => found !== undefined)
  if (!unit) return undefined
  const [, dimension, name, factor] = unit
  return { dimension, low: value * factor, high: value * factor, bound: boundOf(names), unit: name, amount: [value, value] }
}

const WITH_CENTS = /^\d+[.,]\d\d$/
const isMoney = ({ hits }: Pick<TrailInfo, 'hits'>): boolean => hits.has('cue:unit-money')

interface Figure {
  readonly value: number
  readonly hasCents: boolean
}

/** `inside_48h: 15.00`, `strip_down: 105` in price-list.yaml: sums in a sheet of prices. */
function priced({ value, hasCents }: Figure, names: readonly TrailInfo[], { trail, name }: Surroundings): Quantity | undefined {
  if (names.length === 0 || !(hasCents || trail.some(isMoney) || isMoney(name()))) return undefined
  const sure = hasCents || names.some(isMoney)
  return { dimension: 'money', low: value, high: value, bound: boundOf(names), unit: 'money', amount: [value, value], ...(sure ? {} : { ambiguous: true }) }
}

/** So many keys above an amount are read with it: `delivery: {free_from: 60}`. */
const READ_WITH = 2

/** The keys over an amount that stands alone are its sentence, so their words count as much as a sentence's own. */
export function keysAsSentence(trail: readonly TrailInfo[]): readonly TrailInfo[] {
  const near = new Set(trail.filter((step) => step.kind === 'key').slice(-READ_WITH))
  return trail.map((step) => (near.has(step) ? { ...step, weight: 1 } : step))
}
