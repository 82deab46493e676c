import type { Statement } from '../model/claim.js'
import { type CheckContext, finding, type Outcome, phrase, spotOf } from './context.js'
import { identityOf } from './identity.js'
import { cover, OWN, wordsOf } from './telling.js'

/** Pages tell of a benefit when one of their passages has so great a share of its own words. */
const TOLD = 0.35
/** All of its words stand somewhere on the pages: they tell of it in pieces. */
const PIECES = 0.75
/** With fewer words of its own than two, nothing is known of what is given. */
const FEWEST = 2

const RULE = 'promise/unannounced'
/** What stands against it: it goes to staff, it is office routine, it hangs on somebody's leave, or it is no gift. */
const NO_GIFT = ['staff', 'internal', 'cost-to-us', 'no-fee', 'prohibit', 'condition', 'approval', 'manager', 'secrecy']

const marked = (statement: Statement, key: string): boolean => statement.marks.some((mark) => mark.key === `${key}:${RULE}` && !mark.forbidden)

/** Something of worth that staff hand to customers for nothing. */
function givesAway(statement: Statement): boolean {
  if (statement.kind !== 'said' || statement.title || !marked(statement, 'rule') || marked(statement, 'unless')) return false
  if (statement.above.has('internal') || NO_GIFT.some((cue) => statement.cues.has(cue))) return false
  return statement.claims.some((claim) => !claim.ambiguous && ((claim.role === 'fee' && claim.quantity?.high === 0) || claim.role === 'benefit'))
}

/** `promise/unannounced`: a benefit that staff give and no page mentions. */
export function checkUnannounced(context: CheckContext): Outcome {
  const said = context.extracts.flatMap((extract) => (extract.side === 'say' ? extract.statements : []))
  const gifts = context.extracts.flatMap((extract) => (extract.side === 'do' ? extract.statements.filter(givesAway) : []))
  if (said.length === 0 || gifts.length === 0) return { findings: [], silences: [] }
  const announced = announcer(said, context)
  return { findings: gifts.filter((gift) => !announced(gift)).map((gift) => finding({ ruleId: RULE, severity: 'info', at: spotOf(gift), what: phrase('finding.unannounced'), identity: [identityOf(gift, context.scopes)] })), silences: [] }
}

/** Tells of a gift whether some page has its own words together, all of them in pieces, or its very measure. */
function announcer(said: readonly Statement[], { matched }: CheckContext): (gift: Statement) => boolean {
  const measures = new Set(said.flatMap((statement) => statement.claims.flatMap((claim) => claim.topic ?? [])))
  const spoken = new Map(said.flatMap((statement) => [...statement.weights].filter(([, near]) => near >= OWN).map(([key]) => [key, 1] as const)))
  return (gift) => {
    if (gift.claims.some((claim) => claim.topic !== undefined && measures.has(claim.topic))) return true
    const words = wordsOf(gift, OWN, matched.weight)
    if (words.size < FEWEST || cover(words, spoken) >= PIECES) return true
    return (matched.back.get(gift) ?? []).some(({ a }) => cover(words, a.weights) >= TOLD)
  }
}
