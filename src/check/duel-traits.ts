import type { Alignment, Matched } from '../model/match.js'
import { isBeyond } from './beyond.js'
import { bestBeside, lead, type Leader, noLeader } from './leader.js'
import { amountTraits, wordTraits } from './likeness.js'
import type { Duel } from './duels.js'
import { type Traits, yes } from './traits.js'

/** Two amounts that part: a promise and an order, two promises, or two orders. */
export type DuelKind = 'across' | 'say' | 'do'

/** What the duels of one amount have in common with its words, as far as it counts. */
export interface Rivals {
  /** The highest scores. */
  readonly top: number[]
  /** Of those that can be compared, by the pair. */
  readonly comparable: Leader<Alignment>
  /** Of those that agree. */
  readonly same: Leader<Duel>
}

export const noRivals = (): Rivals => ({ top: [], comparable: noLeader(), same: noLeader() })

/** Takes one more duel of the amount into account. */
export function addRival({ top, comparable, same }: Rivals, duel: Duel): void {
  const { pair, comparison: { verdict } } = duel
  if (top.length < MOST_RIVALS || pair.score > (top.at(-1) as number)) {
    top.push(pair.score)
    top.sort((a, b) => b - a)
    if (top.length > MOST_RIVALS) top.pop()
  }
  if (verdict !== 'incomparable') lead(comparable, pair, pair.score)
  if (verdict === 'same') lead(same, duel, pair.score)
}

const family = (topic: string | undefined): string | undefined => topic?.split('.')[0]
/** Beyond these more of it says no more. */
const FURTHEST = 1.5
const MOST_RIVALS = 4

/** How far apart two amounts lie, as the logarithm of their ratio; 0 where one is nothing or has no end. */
function distance({ promise, told }: Duel): number {
  const [p, t] = [promise, told].map(({ quantity }) => quantity?.high || quantity?.low || 0) as [number, number]
  return p > 0 && t > 0 && Number.isFinite(p) && Number.isFinite(t) ? Math.abs(Math.log(p / t)) : 0
}

/** How a duel stands among those of one of its amounts. */
function standing(duel: Duel, { top, comparable, same }: Rivals, name: string): Traits {
  const { score } = duel.pair
  const agreeing = bestBeside(same, duel)
  return {
    [`rank-${name}`]: top.filter((other) => other > score).length,
    [`margin-${name}`]: Math.max(-FURTHEST, Math.min(FURTHEST, score - bestBeside(comparable, duel.pair))),
    [`agreed-${name}`]: Math.min(2, agreeing), [`agreed-better-${name}`]: yes(agreeing > score),
  }
}

/** What it means that an amount is the other's best partner, that none agrees with either, and both at once. */
function unrivalled(duel: Duel, traits: Traits): Traits {
  const [isFirst, isLast] = [traits['rank-promise'] === 0, traits['rank-told'] === 0]
  const best = isFirst && isLast
  const [agreedHere, agreedThere] = [(traits['agreed-promise'] ?? 0) > 0, (traits['agreed-told'] ?? 0) > 0]
  const unopposed = !agreedHere && !agreedThere
  const near = traits['near'] === 1
  return {
    first: yes(isFirst), last: yes(isLast), best: yes(best), bestNear: yes(best && near), bestUnit: yes(best && traits['unit'] === 1), bestTopic: yes(best && traits['sameTopic'] === 1),
    agreedHere: yes(agreedHere), agreedThere: yes(agreedThere), unopposed: yes(unopposed), bestUnopposed: yes(best && unopposed), bestUnopposedNear: yes(best && unopposed && near),
    sameRole: yes(sameRole(duel)), roleNear: yes(sameRole(duel) && near), scoreRole: sameRole(duel) ? (traits['score'] ?? 0) : 0,
  }
}

const sameRole = ({ promise, told }: Duel): boolean => promise.role !== undefined && promise.role === told.role

/** What speaks for and against two amounts being meant to be the same. */
export function duelTraits(duel: Duel, { ofPromise, ofTold, kind }: { readonly ofPromise: Rivals; readonly ofTold: Rivals; readonly kind: DuelKind }, weight: Matched['weight']): Traits {
  const { pair, promise, told } = duel
  const { score } = pair
  const apart = distance(duel)
  const [p, t] = [promise.topic, told.topic]
  const sure = yes(promise.evidence === 'own') + yes(told.evidence === 'own')
  const traits = {
    score: Math.min(score, 3), touch: Math.min(score, 1), coverage: pair.coverage, mutual: pair.mutual,
    oneWord: yes(pair.telling >= 1), twoWords: yes(pair.telling >= 2), threeWords: yes(pair.telling >= 3),
    sameTopic: yes(p !== undefined && p === t), otherTopic: yes(p !== undefined && t !== undefined && p !== t), family: yes(p !== undefined && family(p) === family(t)),
    unroledTold: yes(!told.role), unroledPromise: yes(!promise.role), ambiguous: yes(promise.ambiguous) + yes(told.ambiguous), own: sure, ownTopic: yes(sure === 2 && p !== undefined && p === t),
    unit: yes(promise.quantity?.unit === told.quantity?.unit), apart: Math.min(apart, 4), further: yes(apart > 1.2), farApart: yes(apart > 2), near: yes(apart < 0.7),
    ...standing(duel, ofPromise, 'promise'), ...standing(duel, ofTold, 'told'),
    narrower: yes(pair.scope.relation === 'narrower'), wider: yes(pair.scope.relation === 'wider'),
    amountsOfPromise: Math.min(MOST_RIVALS, pair.a.quantities.length), amountsOfTold: Math.min(MOST_RIVALS, pair.b.quantities.length),
    title: yes(pair.a.title), formal: yes(pair.a.formal === true), beyond: yes(isBeyond(pair.a, pair.b)), sameFile: yes(pair.a.file === pair.b.file), sameSection: yes(pair.a.section === pair.b.section),
    ...wordTraits(pair, weight), ...amountTraits(duel),
    isDuration: yes(promise.quantity?.dimension === 'duration'), isCount: yes(promise.quantity?.dimension === 'count'),
  }
  // Pages call a measure by one name. Staff's sheets do not: there, what it measures told nothing of companies that were left out.
  const measured = kind === 'say' ? { [`dimension-${promise.quantity?.dimension ?? ''}`]: 1, [`role-${duel.role}`]: 1 } : {}
  return { ...traits, ...measured, ...unrivalled(duel, traits) }
}
