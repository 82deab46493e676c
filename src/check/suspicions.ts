import type { Claim } from '../model/claim.js'
import type { Money } from '../model/compare.js'
import type { Finding } from '../model/finding.js'
import { alliesOf, differs, disagreement } from './agreement.js'
import { type CheckContext, moneyOf } from './context.js'
import { type DuelKind, duelTraits, type Rivals, rivalsOf } from './duel-traits.js'
import { share } from './likeliest.js'
import { DUEL_ODDS } from './odds.js'
import { placeKey } from './told.js'
import type { Traits } from './traits.js'
import { contradiction, type Duel, isTolerated, meetingsAcross, meetingsOf } from './values.js'

/** The rivals of each duel by one of its amounts, sorted when they are first asked for: most duels are never weighed. */
function byClaim(duels: readonly Duel[], of: (duel: Duel) => Claim): (duel: Duel) => Rivals {
  const lists = new Map<Claim, Duel[]>()
  for (const duel of duels) {
    const list = lists.get(of(duel))
    if (list) list.push(duel)
    else lists.set(of(duel), [duel])
  }
  const sorted = new Map<Claim, Rivals>()
  return (duel) => {
    const rivals = sorted.get(of(duel)) ?? rivalsOf(lists.get(of(duel)) ?? [])
    sorted.set(of(duel), rivals)
    return rivals
  }
}

/** What stands for and against each of some duels, which are all that their amounts stand in, those that nobody would believe too. */
export function rivalry(duels: readonly Duel[]): (duel: Duel) => Traits {
  const [promises, orders] = [byClaim(duels, (duel) => duel.promise), byClaim(duels, (duel) => duel.told)]
  return (duel) => duelTraits(duel, { ofPromise: promises(duel), ofTold: orders(duel) })
}

/** Below these likelihoods nothing is said: there, more than two of three were wrong on labelled companies that were left out (`npm run fit`). */
const LEAST: Readonly<Record<DuelKind, number>> = { across: 0.3, say: 0.25, do: 0.3 }

/** Of each told amount the likeliest duel among those that part. */
function likeliestDuels(kind: DuelKind, duels: readonly Duel[], money: Money): readonly Duel[] {
  const best = new Map<Claim, { readonly duel: Duel; readonly likelihood: number }>()
  const traitsOf = rivalry(duels)
  for (const duel of duels) {
    if (kind === 'across' ? duel.comparison.verdict !== 'worse' : !differs(duel, money)) continue
    const likelihood = share(DUEL_ODDS[kind], traitsOf(duel))
    if (likelihood >= LEAST[kind] && likelihood > (best.get(duel.told)?.likelihood ?? 0)) best.set(duel.told, { duel, likelihood })
  }
  return [...best.values()].map(({ duel }) => duel)
}

const RULES: Readonly<Record<DuelKind, string>> = { across: 'promise/contradicted', say: 'promise/inconsistent', do: 'instruction/inconsistent' }

/**
 * Suggestions beside what `values.ts` and `agreement.ts` are sure of: amounts that are probably meant to be the same, and
 * part. Where one of the two places has a finding of any rule that holds two places together, nothing is added.
 */
export function suspicions(context: CheckContext, firm: readonly Finding[]): readonly Finding[] {
  const known = new Set(firm.filter((one) => one.related.length > 0).flatMap((one) => [one.at, ...one.related]).map(placeKey))
  const allies = alliesOf(context)
  const money = moneyOf(context)
  const { measured } = context.matched
  const duels = { across: () => meetingsAcross(context), say: () => meetingsOf(measured.say, money), do: () => meetingsOf(measured.do, money) }
  return (['across', 'say', 'do'] as const).flatMap((kind) => likeliestDuels(kind, duels[kind](), money)
    .filter((duel) => !known.has(placeKey(duel.pair.a)) && !known.has(placeKey(duel.pair.b)) && !isTolerated(duel, context))
    .map((duel) => ({ ...(kind === 'across' ? contradiction(duel, context.scopes) : disagreement(RULES[kind], duel, context, allies)), severity: 'info' })))
}
