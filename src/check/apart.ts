import type { Finding, Silence, Suppressed } from '../model/finding.js'
import { type Alignment, LEAST_SHARED } from '../model/match.js'
import type { Reason } from '../model/understood.js'
import { isBeyond } from './beyond.js'
import { type CheckContext, moneyOf } from './context.js'
import { ORDER_CUES } from './orders.js'
import { isSoft, noPromise } from './promise.js'
import { isDisclosed } from './restrictions.js'
import { keeps, placeKey } from './told.js'
import { has, LIMITS } from './cues.js'
import { unmet } from './duels.js'

/** What a check came to: what its rules found, what of that is reported, and what was kept quiet. */
export interface Conclusion {
  readonly found: readonly Finding[]
  readonly reported: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  readonly silences: readonly Silence[]
}

type Names = (finding: Finding) => boolean

/** Tells whether a finding names the one place, and perhaps others. */
export const names = (spot: Parameters<typeof placeKey>[0]): Names => ({ at, related }) => [at, ...related].some((one) => placeKey(one) === placeKey(spot))

const namesBoth = ({ a, b }: Alignment): Names => (finding) => names(a)(finding) && names(b)(finding)

/** What the rules came to about a pair; undefined where none had anything to do with it. */
function judged(pair: Alignment, { found, reported, suppressed, silences }: Conclusion, context: CheckContext): Reason | undefined {
  const named = namesBoth(pair)
  const told = reported.find(named)
  if (told) return { code: 'reported', slots: { rule: told.ruleId } }
  const quiet = suppressed.find(({ finding }) => named(finding))
  if (quiet) return { code: 'by-note', slots: { rule: quiet.finding.ruleId } }
  const dropped = found.find(named)
  if (dropped) return { code: context.settings(dropped.at.file).rules[dropped.ruleId]?.severity === 'off' ? 'turned-off' : 'told-already', slots: { rule: dropped.ruleId } }
  const silence = silences.find((one) => placeKey(one) === placeKey(pair.a) && one.related !== undefined && placeKey(one.related) === placeKey(pair.b))
  return silence && { code: silence.code, slots: silence.slots }
}

/** Why an order or a limit in the words for staff takes nothing from this promise; undefined where there is none. */
function orderApart(pair: Alignment, { found }: Conclusion, context: CheckContext): string | undefined {
  const { a, b } = pair
  const orders = ORDER_CUES.some((cue) => b.cues.has(cue))
  if (!orders && !has(b, ...LIMITS)) return undefined
  if (isBeyond(a, b)) return 'beyond-the-promise'
  if (isSoft(a) && isSoft(b)) return 'hedged-both'
  if (found.some(names(b))) return 'other-promise-fits-better'
  if (!orders && isDisclosed(pair, context)) return 'disclosed'
  return 'order-elsewhere'
}

function codeOf(pair: Alignment, conclusion: Conclusion, context: CheckContext): string {
  const met = context.matched.across.get(pair.a)?.some(({ b }) => b === pair.b)
  if (!met) return pair.score < LEAST_SHARED ? 'few-words' : 'other-passage-fits-better'
  if (keeps(pair, context)) return 'backed'
  return noPromise(pair.a) ?? unmet(pair, moneyOf(context)) ?? orderApart(pair, conclusion, context) ?? (pair.telling === 0 ? 'few-words' : 'nothing-to-compare')
}

/** What became of a promise and a passage for staff that come near each other, and for what reason. */
export function whyApart(pair: Alignment, conclusion: Conclusion, context: CheckContext): Reason {
  const { relation, by: [one = '', other = ''] } = pair.scope
  const before = judged(pair, conclusion, context)
  if (before) return before
  return relation === 'disjoint' ? { code: 'scope-apart', slots: { one, other } } : { code: codeOf(pair, conclusion, context), slots: {} }
}
