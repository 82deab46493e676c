import type { Statement } from '../model/claim.js'
import type { Concept } from '../model/pack.js'

/** What a key is worth before its frequency is known. */
const WORTH = { concept: 1, scope: 0.55, common: 0.15, word: 0.75, topic: 0.5, amount: 0.5 }

/** So many mentions leave a word telling: a company repeats its own subject, and a few mentions must not make it common. */
const FEW = 6
const SHARE = 0.02

/** How telling a key is: rare words of customer life count most, words of every page hardly. 0 to 1. */
export function keyWeights(statements: readonly Statement[], concepts: readonly Concept[]): (key: string) => number {
  const worth = new Map(concepts.map((concept) => [concept.id, concept.common ? WORTH.common : concept.scope && concept.scope !== 'product' ? WORTH.scope : WORTH.concept]))
  const frequency = new Map<string, number>()
  for (const statement of statements) {
    for (const [key, weight] of statement.weights) if (weight >= 1) frequency.set(key, (frequency.get(key) ?? 0) + 1)
  }
  const few = Math.max(FEW, SHARE * statements.length)
  return (key) => {
    const base = key.startsWith('~') ? WORTH.word : key.startsWith('=') ? WORTH.amount : key.startsWith('#') || key.startsWith('@') ? WORTH.topic : (worth.get(key) ?? WORTH.concept)
    return base / (1 + Math.max(0, (frequency.get(key) ?? 0) - few) / (1.6 * few))
  }
}
