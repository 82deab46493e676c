import type { Anchor, Bound, Dimension } from '../model/quantity.js'
import type { Token } from '../model/token.js'
import { DIMENSIONS, type LanguageFile } from './data.js'
import { lexicon, type Lexicon } from './lexicon.js'

export interface Unit {
  readonly dimension: Dimension
  readonly unit: string
  /** The word says by itself that working time is meant: "wd", "р.д.". */
  readonly business?: boolean
}

/** A duration that is one phrase: "overnight", "fortnight", "двухнедельный". */
export interface Fixed {
  readonly unit: string
  readonly amount: readonly [number, number]
  readonly business: boolean
}

/** The word lists of a language, ready to be looked up. */
export type Vocabulary = ReturnType<typeof buildVocabulary>

/** A number as read, up to the token `to`. */
export interface Reading {
  readonly value: number
  readonly to: number
  readonly ambiguous: boolean
  readonly digits: boolean
}

/** What all readers get: the text, its tokens and the words of its language. */
export interface Scan {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly words: Vocabulary
  /** Numbers read so far, by token: every reader asks for the same ones. */
  readonly numbers: Map<number, Reading | undefined>
}

type Lists = Readonly<Record<string, readonly string[]>>

function* pairs<T>(lists: Lists, value: (key: string) => T): Generator<readonly [string, T]> {
  for (const [key, phrases] of Object.entries(lists)) for (const phrase of phrases) yield [phrase, value(key)]
}

const numbers = (lists: Lists): Lexicon<number> => lexicon(pairs(lists, Number))
const names = (lists: Lists): Lexicon<string> => lexicon(pairs(lists, String))
const flags = (phrases: readonly string[] | undefined): Lexicon<true> => lexicon((phrases ?? []).map((phrase) => [phrase, true] as const))
const bounds = (...lists: readonly Lists[]): Lexicon<Bound> => lexicon(lists.flatMap((one) => [...pairs(one, (key) => key as Bound)]))

/** "dvadsaťpäť": tens and units written as one word. */
function joinedNumbers({ words, joined }: LanguageFile['numbers']): Lists {
  if (!joined) return {}
  const entries = Object.entries(words).map(([key, forms]) => [Number(key), forms] as const)
  const tens = entries.filter(([value]) => value >= 20 && value < 100 && value % 10 === 0)
  const ones = entries.filter(([value]) => value > 0 && value < 10)
  const both = tens.flatMap(([ten, heads]) => ones.map(([one, tails]) => [String(ten + one), heads.flatMap((head) => tails.map((tail) => head + tail))] as const))
  return Object.fromEntries(both)
}

function fixedPhrases({ fixed, fused }: LanguageFile['units']): (readonly [string, Fixed])[] {
  const plain = fixed.flatMap(({ words, ...value }) => words.map((word) => [word, value] as const))
  const heads = Object.entries(fused.numbers ?? {})
  const tails = Object.entries(fused.units ?? {})
  const made = heads.flatMap(([key, stems]) => tails.flatMap(([unit, ends]) => stems.flatMap((stem) => ends.map((end) => [stem + end, { unit, amount: [Number(key), Number(key)], business: false }] as const))))
  return [...plain, ...made]
}

/** "by day" 30, "from day" 15: a unit before its number, and how it bounds it. */
interface Nth {
  readonly unit: string
  readonly bound: Bound
}

function nthPhrases({ nth }: LanguageFile['units']): (readonly [string, Nth])[] {
  return Object.entries(nth).flatMap(([bound, units]) => Object.entries(units).flatMap(([unit, words]) => words.map((word) => [word, { unit, bound: bound as Bound }] as const)))
}

function unitWords(units: LanguageFile['units']): Lexicon<Unit> {
  const working = pairs(units.working, (unit): Unit => ({ dimension: 'duration', unit, business: true }))
  return lexicon([...working, ...DIMENSIONS.flatMap((dimension) => [...pairs(units[dimension], (unit): Unit => ({ dimension, unit }))])])
}

function daySet(key: string): readonly number[] {
  return [...key].map((digit) => Number(digit) - 1)
}

function boundWords({ before, after, duration, moment, approximate, fillers }: LanguageFile['bounds']) {
  return {
    before: bounds(before), duration: bounds(duration, before), moment: bounds(moment, before), after: bounds(after),
    approximate: flags(approximate), fillers: flags(fillers),
  }
}

function clockWords(clock: LanguageFile['clock']) {
  return {
    am: flags(clock.am), pm: flags(clock.pm), words: numbers(clock.words), past: numbers(clock.past), half: numbers(clock.half),
    hours: numbers(clock.hours), marker: flags(clock.marker), suffix: flags(clock.suffix), after: flags(clock.after), late: flags(clock.late), range: flags(clock.range), to: flags(clock.to),
  }
}

function dateWords(dates: LanguageFile['dates']) {
  return {
    order: dates.order, dotted: dates.dotted, months: numbers(dates.months), of: flags(dates.of), year: flags(dates.year), day: flags(dates.day),
    parts: names(dates.parts), in: flags(dates.in), capital: new Set(dates.capital),
  }
}

function dayWords(days: LanguageFile['days']) {
  return {
    names: numbers(days.names), short: numbers(days.short), groups: lexicon(pairs(days.groups, daySet)), ignored: flags(days.ignored),
    withHours: flags(days.withHours), always: flags(days.always), fillers: flags(days.fillers), not: flags(days.not),
  }
}

function numberWords(file: LanguageFile) {
  return {
    separators: file.separators, cardinals: lexicon([...pairs(file.numbers.words, Number), ...pairs(joinedNumbers(file.numbers), Number)]),
    scales: numbers(file.numbers.scales), and: flags(file.numbers.and), one: flags(file.numbers.one), not: flags(file.numbers.notNumbers),
    tails: numbers(file.numbers.tails), fractions: numbers(file.fractions), suffixes: flags(file.ordinals.suffixes), ordinals: numbers(file.ordinals.words),
  }
}

function ageWords(age: LanguageFile['age']) {
  return { people: flags(age.people), cues: flags(age.cues), plural: flags(age.plural), after: bounds(age.after), before: bounds(age.before), units: flags(age.units), not: flags(age.not) }
}

/** Compiles all word lists of a language file. */
export function buildVocabulary(file: LanguageFile) {
  const { units, money, percent, ranges, anchors, per, counts } = file
  return {
    number: numberWords(file), bound: boundWords(file.bounds), clock: clockWords(file.clock), date: dateWords(file.dates), day: dayWords(file.days), age: ageWords(file.age),
    range: { to: flags(ranges.to), between: flags(ranges.between), and: flags(ranges.and), or: flags(ranges.or) },
    unit: {
      all: unitWords(units), business: flags(units.business), calendar: flags(units.calendar), adjectives: flags(units.adjectives),
      bare: names(units.bare), lasting: flags(units.lasting), nth: lexicon(nthPhrases(units)), fixed: lexicon(fixedPhrases(units)),
    },
    money: { codes: names(money.currencies), minor: names(money.minor), none: flags(money.none) },
    percent: { words: flags(percent.words), fractionBefore: flags(percent.fractionBefore), named: numbers(percent.named) },
    anchor: {
      after: flags(anchors.after), before: flags(anchors.before), fillers: flags(anchors.fillers),
      events: lexicon(pairs(anchors.events, (key) => key as Anchor)),
      relation: { before: flags(anchors.relation.before), after: flags(anchors.relation.after) },
    },
    per: { words: flags(per.words), articles: flags(per.articles), alone: names(per.alone), nouns: names(per.nouns) },
    count: { adjectives: flags(counts.adjectives), notNouns: flags(counts.notNouns), notAfter: flags(counts.notAfter), oneNotAfter: flags(counts.oneNotAfter), ids: flags(counts.ids), ranks: names(counts.ranks) },
  }
}
