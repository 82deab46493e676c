import type { Sentence, Token } from '../model/token.js'
import type { LanguageFile } from './data.js'

const ENDS: ReadonlySet<string> = new Set(['.', '!', '?', '…'])
const CLOSERS = /["”»«“’')\]]/u
/** A word with a capital, past the space and the opening quotation mark. */
const CAPITAL = /^[\s"“„«(]*\p{Lu}/u
const OPENERS = /["“„«»‘'([]/u

interface Rules {
  readonly inside: ReadonlySet<string>
  readonly final: ReadonlySet<string>
  isMonth(tokens: readonly Token[], index: number): boolean
  /** Days are written "31. 10. 2026". */
  readonly dotted: boolean
}

/** Where the end mark and the closing quotes after it end; -1 where no space follows. */
function closeAt(text: string, from: number): number {
  let index = from
  while (ENDS.has(text[index] ?? '') || CLOSERS.test(text[index] ?? '')) index++
  return index === text.length || /\s/.test(text[index] ?? '') ? index : -1
}

/** Does what follows look like the start of a sentence? */
function opensSentence(text: string, from: number): boolean {
  let index = from
  while (/\s/.test(text[index] ?? '')) index++
  const next = text.slice(index, index + 2)
  return next === '' || OPENERS.test(next[0] ?? '') || !/^\p{Ll}/u.test(next)
}

/** The first or second stop of "31. 10. 2026". */
function isPartOfDate(tokens: readonly Token[], index: number): boolean {
  const short = (at: number): boolean => /^\d\d?$/.test(tokens[at]?.norm ?? '')
  const year = /^(19|20)\d\d$/.test(tokens[index + 1]?.norm ?? '')
  return short(index - 1) && ((short(index + 1) && tokens[index + 2]?.norm === '.') || (year && short(index - 3)))
}

/** "approx. 5", "No. 5", "5. October", "1. Open the app": a stop that ends no sentence. */
function isInner(text: string, tokens: readonly Token[], index: number, first: number, rules: Rules): boolean {
  const before = tokens[index - 1]
  if (tokens[index]?.norm !== '.' || !before || before.end !== tokens[index]?.start) return false
  if (before.kind === 'number') return index - 1 === first || rules.isMonth(tokens, index + 1) || (rules.dotted && isPartOfDate(tokens, index))
  if (rules.final.has(before.norm)) return !CAPITAL.test(text.slice(before.end + 1, before.end + 8))
  return rules.inside.has(before.norm) || (before.norm.length === 1 && /\p{L}/u.test(before.norm))
}

/** The end of the sentence in the text if it ends at the token, else -1. */
function endAt(text: string, tokens: readonly Token[], index: number, first: number, rules: Rules): number {
  const token = tokens[index]
  if (!token) return -1
  const dotted = token.kind === 'word' && text[token.end - 1] === '.'
  if (!ENDS.has(token.norm) && !dotted) return -1
  if (dotted ? !rules.final.has(token.norm) : isInner(text, tokens, index, first, rules)) return -1
  const close = closeAt(text, token.end)
  return close >= 0 && opensSentence(text, close) ? close : -1
}

function made(text: string, tokens: readonly Token[], from: number, to: number, end: number): Sentence {
  const start = tokens[from]?.start ?? 0
  const quoteBefore = start > 0 && OPENERS.test(text[start - 1] ?? '') ? 1 : 0
  return { from, to, start: start - quoteBefore, end, question: /\?[^\p{L}\p{N}]*$/u.test(text.slice(Math.max(start, end - 8), end)) }
}

/** Makes the sentence splitter of a language. */
export function sentenceSplitter({ abbreviations, dates }: LanguageFile, isMonth: Rules['isMonth']): (text: string, tokens: readonly Token[]) => Sentence[] {
  const clean = (list: readonly string[] | undefined): ReadonlySet<string> => new Set((list ?? []).map((one) => one.toLowerCase().replaceAll('.', '')))
  const rules: Rules = { inside: clean(abbreviations.inside), final: clean(abbreviations.final), isMonth, dotted: dates.dotted }
  return (text, tokens) => {
    const sentences: Sentence[] = []
    let from = 0
    for (let index = 0; index < tokens.length; index++) {
      const end = endAt(text, tokens, index, from, rules)
      if (end < 0) continue
      while ((tokens[index + 1]?.start ?? Infinity) < end) index++
      sentences.push(made(text, tokens, from, index + 1, end))
      from = index + 1
    }
    if (from < tokens.length) sentences.push(made(text, tokens, from, tokens.length, tokens.at(-1)?.end ?? 0))
    return sentences
  }
}
