import type { Statement, Weights } from '../model/claim.js'
import { isWord } from '../model/keys.js'

/** Stands in the sentence itself. */
export const ITSELF = 1
/** Stands in the sentence itself or in its row. */
export const OWN = 0.85

/** The words that a statement has at least so near, with what each is worth there. */
export function wordsOf(statement: Statement, least: number, weight: (key: string) => number): Weights {
  const words = new Map<string, number>()
  for (const [key, near] of statement.weights) if (near >= least && isWord(key)) words.set(key, weight(key) * near)
  return words
}

/** The share of the words' worth that stands in the other weights, 0 to 1; nothing is covered whole. */
export function cover(words: Weights, other: Weights): number {
  let total = 0
  let found = 0
  for (const [key, worth] of words) {
    total += worth
    found += worth * Math.min(1, other.get(key) ?? 0)
  }
  return total === 0 ? 1 : found / total
}
