import type { Extract } from '../model/claim.js'
import type { Business } from '../model/config.js'
import type { Pack } from '../model/pack.js'
import type { SidesFile } from '../packs/schema.js'

/** A trade, and the words that speak for it most. */
export interface BusinessGuess {
  readonly business: Business
  readonly words: readonly string[]
}

const OWN = 0.5
/** A trade that has fewer words in the documents than this is not named. */
const LEAST = 3
const SHOWN = 4

/** How often each concept of the pack stands in the documents. */
function counts(extracts: readonly Extract[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { statements } of extracts) for (const { weights } of statements) for (const [key, near] of weights) if (near >= OWN) found.set(key, 1 + (found.get(key) ?? 0))
  return found
}

/**
 * The trade whose things and acts the documents speak of most: every concept counts by the root of how often it stands there, and a field
 * with many concepts has to bring more of them. Undefined when no trade has words enough.
 */
export function guessBusiness(extracts: readonly Extract[], { concepts }: Pick<Pack, 'concepts'>, { businesses }: SidesFile): BusinessGuess | undefined {
  const found = counts(extracts)
  const scored = (Object.entries(businesses) as [Business, readonly string[]][]).flatMap(([business, fields]) => fields.map((field) => {
    const all = concepts.filter((concept) => concept.field === field && !concept.common)
    const met = all.filter((concept) => found.has(concept.id)).sort((a, b) => (found.get(b.id) ?? 0) - (found.get(a.id) ?? 0))
    const score = met.reduce((sum, concept) => sum + Math.sqrt(found.get(concept.id) ?? 0), 0) / Math.sqrt(Math.max(1, all.length))
    return { business, score, words: met.map((concept) => concept.id) }
  }))
  const best = scored.filter(({ words }) => words.length >= LEAST).sort((a, b) => b.score - a.score)[0]
  return best && { business: best.business, words: best.words.slice(0, SHOWN).map((word) => word.replaceAll('-', ' ')) }
}
