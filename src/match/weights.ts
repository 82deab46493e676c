import type { Statement } from '../model/claim.js'
import type { Concept } from '../model/pack.js'

/** What a key is worth before its frequency is known. */
const WORTH = { concept: 1, scope: 0.55, common: 0.15, word: 0.75, topic: 0.5, amount: 0.5 }
/** So many mentions leave a word telling: a company repeats its own subject, and a few mentions must not make it common. */
const FEW = 6
/** In a large site a word may stand more often, but not in proportion: what a hundred passages say tells little of any two. */
const SHARE = 0.4
const PREFIXED: Readonly<Record<string, number>> = { '~': WORTH.word, '=': WORTH.amount, '#': WORTH.topic, '@': WORTH.topic, '%': WORTH.amount }

/** How telling keys are: rare words of customer life count most, words of every page hardly. 0 to 1. */
export interface KeyWeights {
  /** The weight of any key, also of one that no statement has. */
  readonly weight: (key: string) => number
  /** The number of a key that some statement has. */
  readonly numberOf: (key: string) => number
  /** The keys that statements have, each at its number. */
  readonly names: readonly string[]
  /** Their weights. */
  readonly byNumber: Float64Array
}

/** Weighs every key by how many statements have it. */
export function keyWeights(statements: readonly Statement[], concepts: readonly Concept[]): KeyWeights {
  const worth = new Map(concepts.map((concept) => [concept.id, concept.common ? WORTH.common : concept.scope && concept.scope !== 'product' ? WORTH.scope : WORTH.concept]))
  const numbers = new Map<string, number>()
  const mentions: number[] = []
  for (const statement of statements) {
    for (const [key, near] of statement.weights) {
      let number = numbers.get(key)
      if (number === undefined) numbers.set(key, (number = mentions.push(0) - 1))
      if (near >= 1) mentions[number] = (mentions[number] as number) + 1
    }
  }
  const few = Math.max(FEW, SHARE * Math.sqrt(statements.length))
  const weigh = (key: string, count: number): number => {
    const base = PREFIXED[key[0] as string] ?? worth.get(key) ?? WORTH.concept
    return base / (1 + Math.max(0, count - few) / (1.6 * few))
  }
  const names = [...numbers.keys()]
  const byNumber = Float64Array.from(names, (key, number) => weigh(key, mentions[number] as number))
  const weight = (key: string): number => {
    const number = numbers.get(key)
    return number === undefined ? weigh(key, 0) : (byNumber[number] as number)
  }
  return { weight, numberOf: (key) => numbers.get(key) as number, names, byNumber }
}
