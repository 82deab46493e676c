import { isBeyond } from './beyond.js'
import type { Duel } from './values.js'
import { type Traits, yes } from './traits.js'

/** Two amounts that part: a promise and an order, two promises, or two orders. */
export type DuelKind = 'across' | 'say' | 'do'

/** The duels that one amount stands in, the best first: all, those that can be compared, and those that agree. */
export interface Rivals {
  readonly all: readonly Duel[]
  readonly comparable: readonly Duel[]
  readonly same: readonly Duel[]
}

/** Sorts the duels of one amount once, since thousands can stand against the same order. */
export function rivalsOf(duels: readonly Duel[]): Rivals {
  const all = duels.toSorted((a, b) => b.pair.score - a.pair.score)
  return { all, comparable: all.filter(({ comparison }) => comparison.verdict !== 'incomparable'), same: all.filter(({ comparison }) => comparison.verdict === 'same') }
}

const family = (topic: string | undefined): string | undefined => topic?.split('.')[0]
const scoreOf = (duel: Duel | undefined): number => duel?.pair.score ?? 0
/** Beyond these more of it says no more. */
const FURTHEST = 1.5
const MOST_RIVALS = 4

/** How far apart two amounts lie, as the logarithm of their ratio; 0 where one is nothing or has no end. */
function distance({ promise, told }: Duel): number {
  const [p, t] = [promise, told].map(({ quantity }) => quantity?.high || quantity?.low || 0) as [number, number]
  return p > 0 && t > 0 && Number.isFinite(p) && Number.isFinite(t) ? Math.abs(Math.log(p / t)) : 0
}

/** How a duel stands among those of one of its amounts. */
function standing(duel: Duel, { all, comparable, same }: Rivals, name: string): Traits {
  const { score } = duel.pair
  const agreeing = scoreOf(same.find((other) => other !== duel))
  return {
    [`rank-${name}`]: all.slice(0, MOST_RIVALS).filter((other) => other.pair.score > score).length,
    [`margin-${name}`]: Math.max(-FURTHEST, Math.min(FURTHEST, score - scoreOf(comparable.find((other) => other.pair !== duel.pair)))),
    [`agreed-${name}`]: Math.min(2, agreeing), [`agreed-better-${name}`]: yes(agreeing > score),
  }
}

/** What speaks for and against two amounts being meant to be the same. */
export function duelTraits(duel: Duel, { ofPromise, ofTold }: { readonly ofPromise: Rivals; readonly ofTold: Rivals }): Traits {
  const { pair, promise, told, role } = duel
  const { score } = pair
  const apart = distance(duel)
  const [p, t] = [promise.topic, told.topic]
  return {
    score: Math.min(score, 3), touch: Math.min(score, 1), coverage: pair.coverage, mutual: pair.mutual,
    oneWord: yes(pair.telling >= 1), twoWords: yes(pair.telling >= 2), threeWords: yes(pair.telling >= 3),
    sameTopic: yes(p !== undefined && p === t), otherTopic: yes(p !== undefined && t !== undefined && p !== t), family: yes(p !== undefined && family(p) === family(t)),
    unroledTold: yes(!told.role), unroledPromise: yes(!promise.role), ambiguous: yes(promise.ambiguous) + yes(told.ambiguous), own: yes(promise.evidence === 'own') + yes(told.evidence === 'own'),
    unit: yes(promise.quantity?.unit === told.quantity?.unit), apart: Math.min(apart, 4), farApart: yes(apart > 2), near: yes(apart < 0.7),
    ...standing(duel, ofPromise, 'promise'), ...standing(duel, ofTold, 'told'),
    narrower: yes(pair.scope.relation === 'narrower'), wider: yes(pair.scope.relation === 'wider'),
    amountsOfPromise: Math.min(MOST_RIVALS, pair.a.quantities.length), amountsOfTold: Math.min(MOST_RIVALS, pair.b.quantities.length),
    title: yes(pair.a.title), formal: yes(pair.a.formal === true), beyond: yes(isBeyond(pair.a, pair.b)), sameFile: yes(pair.a.file === pair.b.file),
    [`dimension-${promise.quantity?.dimension ?? ''}`]: 1, [`role-${role}`]: 1,
  }
}
