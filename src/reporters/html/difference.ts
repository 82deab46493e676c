import type { Finding } from '../../model/finding.js'
import type { Span } from '../../model/text.js'

/** What to mark in the two quotes of a pair, as ranges of each. */
export interface Difference {
  readonly said: readonly Span[]
  readonly told: readonly Span[]
}

/** The slots of a finding's sentence that hold words of the one place and of the other. */
const SAID = ['promise', 'said', 'one', 'words', 'end', 'wrong']
const TOLD = ['told', 'other']

const AMOUNT = /[\p{Sc}]?\p{N}+(?:[.,:/–-]\p{N}+)*(?:\s?[\p{Sc}%])?/gu
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu
/** Letters in which two forms of one word usually agree, in languages that inflect as well. */
const STEM = 5
/** A shorter word says little by itself, so a stretch of such words is no difference. */
const TELLING = 5

function rangesOf(quote: string, words: readonly string[]): readonly Span[] {
  const lower = quote.toLowerCase()
  return words.flatMap((word) => {
    const start = word === '' ? -1 : lower.indexOf(word.toLowerCase())
    return start < 0 ? [] : [{ start, end: start + word.length }]
  })
}

function slotsOf(finding: Finding | undefined, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => finding?.what.slots[name] ?? [])
}

const amountsOf = (quote: string): readonly string[] => [...quote.matchAll(AMOUNT)].map(([amount]) => amount)

/** Amounts of a quote that the other does not have. */
function otherAmounts(quote: string, other: string): readonly Span[] {
  const known = new Set(amountsOf(other))
  return [...quote.matchAll(AMOUNT)].filter(([amount]) => !known.has(amount)).map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }))
}

const stem = (word: string): string => word.toLowerCase().slice(0, STEM)

/** Stretches of a quote that share no word with the other and hold a telling one, such as "but only with the receipt": phrases before single words, and nothing where the two share no word at all. */
function otherWords(quote: string, other: string): readonly Span[] {
  const known = new Set([...other.matchAll(WORD)].map(([word]) => stem(word)))
  const words = [...quote.matchAll(WORD)]
  if (words.every(([word]) => !known.has(stem(word)))) return []
  const stretches: { start: number; end: number; length: number; telling: boolean }[] = []
  let open = false
  for (const hit of words) {
    const [word] = hit
    const isNew = !known.has(stem(word))
    const last = stretches.at(-1)
    if (isNew && open && last) Object.assign(last, { end: hit.index + word.length, length: last.length + 1, telling: last.telling || word.length >= TELLING })
    else if (isNew) stretches.push({ start: hit.index, end: hit.index + word.length, length: 1, telling: word.length >= TELLING })
    open = isNew
  }
  const telling = stretches.filter((stretch) => stretch.telling)
  const phrases = telling.filter(({ length }) => length > 1)
  return phrases.length > 0 ? phrases : telling
}

/** Sorted, and none inside another. */
function tidy(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end)
  return sorted.filter((span, index) => sorted.slice(0, index).every((before) => before.end <= span.start))
}

/**
 * Where two quotes part: the words that the finding names, or else the amounts that only one of them has, or else what
 * staff read beyond the promise. A promised amount that staff read nothing of is no difference: they need not repeat it.
 */
export function differenceOf(said: string, told: string, finding?: Finding): Difference {
  const named = { said: rangesOf(said, slotsOf(finding, SAID)), told: rangesOf(told, slotsOf(finding, TOLD)) }
  const amounts = { said: amountsOf(told).length > 0 ? otherAmounts(said, told) : [], told: otherAmounts(told, said) }
  const here = { said: named.said.length > 0 ? named.said : amounts.said, told: named.told.length > 0 ? named.told : amounts.told }
  if (here.said.length + here.told.length > 0) return { said: tidy(here.said), told: tidy(here.told) }
  return { said: [], told: tidy(otherWords(told, said)) }
}
