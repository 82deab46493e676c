import type { Statement } from '../model/claim.js'
import { isWord } from '../model/keys.js'

/** Cue lists whose words make a promise firmer. */
const FIRM = ['guarantee', 'absolute', 'immediate', 'automatic'] as const
/** A sentence of so few words, hardly one of them telling, says nothing but that it holds. */
const FEW_WORDS = 5
const FEW_TELLING = 1

const telling = ({ weights }: Statement): number => [...weights].filter(([key, near]) => near >= 1 && isWord(key)).length

/** "Always.", "That's guaranteed.", "No exceptions.": firm words and nothing else. */
const isEmphasis = (statement: Statement): boolean =>
  statement.kind === 'said' && statement.quantities.length === 0 && FIRM.some((cue) => statement.cues.has(cue)) && statement.quote.split(' ').length <= FEW_WORDS && telling(statement) <= FEW_TELLING

/** The statements of one block, each as firm as the sentence after it makes it: "We ring before we come. Always." */
export function withEmphasis(statements: readonly Statement[]): Statement[] {
  return statements.map((statement, i) => {
    const next = statements[i + 1]
    if (!next || statement.kind !== 'said' || !isEmphasis(next)) return statement
    return { ...statement, cues: new Map([...FIRM.flatMap((cue) => (next.cues.has(cue) ? [[cue, next.cues.get(cue) ?? []] as const] : [])), ...statement.cues]) }
  })
}
