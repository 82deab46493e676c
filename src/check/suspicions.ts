import type { Finding } from '../model/finding.js'
import { alliesOf, disagreement } from './agreement.js'
import type { CheckContext } from './context.js'
import type { DuelKind } from './duel-traits.js'
import { type Meeting, meetingsAmong, meetingsOf } from './meetings.js'
import { type Ring, ringOf } from './ring.js'
import { rivalry } from './rivalry.js'
import { placeKey } from './told.js'
import { contradiction, isTolerated, type Parting, partingAcross } from './values.js'

/** Below these likelihoods nothing is said: there, more than two of three were wrong on labelled companies that were left out (`npm run fit`). */
const LEAST: Readonly<Record<DuelKind, number>> = { across: 0.3, say: 0.38, do: 0.25 }

/** The duels that part, among all of one side. */
function partingWithin(kind: 'say' | 'do', { matched }: CheckContext, ring: Ring): Parting {
  const pairs = matched.measured[kind]
  const [among, parting] = [rivalry(kind, ring), meetingsAmong(pairs, ring)]
  for (const meeting of meetingsOf(pairs, ring)) {
    among.join(meeting)
    if (meeting.encounter.parts) parting.add(meeting)
  }
  return { parting, among }
}

/** Of each told amount the likeliest duel among those that part. */
function likeliestDuels(kind: DuelKind, { parting, among }: Parting): readonly Meeting[] {
  const best = new Map<number, { readonly duel: Meeting; readonly likelihood: number }>()
  for (const duel of parting) {
    const likelihood = among.likelihood(duel)
    if (likelihood >= LEAST[kind] && likelihood > (best.get(duel.numbers.told)?.likelihood ?? 0)) best.set(duel.numbers.told, { duel, likelihood })
  }
  return [...best.values()].map(({ duel }) => duel)
}

const RULES: Readonly<Record<DuelKind, string>> = { across: 'promise/contradicted', say: 'promise/inconsistent', do: 'instruction/inconsistent' }

/** A condition that is only suggested hides no amounts that part: they would say more. */
const isGuess = ({ ruleId, severity }: Finding): boolean => ruleId === 'promise/undisclosed-condition' && severity === 'info'

/**
 * Suggestions beside what `values.ts` and `agreement.ts` are sure of: amounts that are probably meant to be the same, and
 * part. Where one of the two places has a finding of any rule that holds two places together, nothing is added.
 */
export function suspicions(context: CheckContext, firm: readonly Finding[]): readonly Finding[] {
  const known = new Set(firm.filter((one) => one.related.length > 0 && !isGuess(one)).flatMap((one) => [one.at, ...one.related]).map(placeKey))
  const allies = alliesOf(context)
  const ring = ringOf(context)
  const duels = { across: () => partingAcross(context), say: () => partingWithin('say', context, ring), do: () => partingWithin('do', context, ring) }
  return (['across', 'say', 'do'] as const).flatMap((kind) => likeliestDuels(kind, duels[kind]())
    .filter((duel) => !known.has(placeKey(duel.pair.a)) && !known.has(placeKey(duel.pair.b)) && !isTolerated(duel, context))
    .map((duel) => ({ ...(kind === 'across' ? contradiction(duel, context) : disagreement(RULES[kind], duel, context, allies)), severity: 'info' })))
}
