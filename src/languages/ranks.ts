import type { Token } from '../model/token.js'
import type { Vocabulary } from './vocabulary.js'

const SMALL = /^\d{1,2}$/

/** Finds places in an order, such as "level 2", "the second tier", "week 5": what sets like passages apart. Gives `level:2`; the kind of order is the same word in every language. */
export function rankReader({ count: { ranks }, number: { ordinals } }: Vocabulary): (tokens: readonly Token[], index: number) => string | undefined {
  return (tokens, index) => {
    const noun = ranks.at(tokens, index)
    const digits = tokens[noun?.to ?? -1]
    if (noun && digits?.kind === 'number' && SMALL.test(digits.norm)) return `${noun.value}:${Number(digits.norm)}`
    const ordinal = ordinals.at(tokens, index)
    const after = ordinal && ranks.at(tokens, ordinal.to)
    return ordinal && after ? `${after.value}:${ordinal.value}` : undefined
  }
}
