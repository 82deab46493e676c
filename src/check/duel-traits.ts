import { isGuessed } from './encounter.js'
import { ROLE_FACTS } from '../model/roles.js'
import { isBeyond } from './beyond.js'
import { AMOUNT_TRAITS, type SharedWords, WORD_TRAITS } from './likeness.js'
import type { Duel } from './duels.js'
import { MOST_RIVALS, type Standing } from './rivals.js'
import { type Traits, yes } from './traits.js'

/** Two amounts that part: a promise and an order, two promises, or two orders. */
export type DuelKind = 'across' | 'say' | 'do'

/** A duel with what is worked out of it once for all its traits. */
export interface Look extends Duel {
  readonly kind: DuelKind
  readonly ofPromise: Standing
  readonly ofTold: Standing
  readonly words: SharedWords
}

/** What speaks for or against two amounts being meant to be the same, as a number; 0 where it says nothing. */
type Trait = (look: Look) => number

const family = (topic: string | undefined): string | undefined => topic?.split('.')[0]
const isSameTopic = ({ promise, told }: Look): boolean => promise.topic !== undefined && promise.topic === told.topic
const isSameUnit = ({ promise, told }: Look): boolean => promise.quantity?.unit === told.quantity?.unit
const isSameRole = ({ promise, told }: Look): boolean => promise.role !== undefined && promise.role === told.role
const sure = ({ promise, told }: Look): number => yes(promise.evidence === 'own') + yes(told.evidence === 'own')
const isNear = ({ encounter: { apart } }: Look): boolean => apart < 0.7

const PAIR: Readonly<Record<string, Trait>> = {
  score: ({ pair }) => Math.min(pair.score, 3), touch: ({ pair }) => Math.min(pair.score, 1), coverage: ({ pair }) => pair.coverage, mutual: ({ pair }) => pair.mutual,
  oneWord: ({ pair }) => yes(pair.telling >= 1), twoWords: ({ pair }) => yes(pair.telling >= 2), threeWords: ({ pair }) => yes(pair.telling >= 3),
}

const CLAIMS: Readonly<Record<string, Trait>> = {
  sameTopic: (look) => yes(isSameTopic(look)), otherTopic: ({ promise, told }) => yes(promise.topic !== undefined && told.topic !== undefined && promise.topic !== told.topic),
  family: ({ promise, told }) => yes(promise.topic !== undefined && (promise.topic === told.topic || family(promise.topic) === family(told.topic))),
  unroledTold: ({ told }) => yes(!told.role), unroledPromise: ({ promise }) => yes(!promise.role), ambiguous: ({ promise, told }) => yes(promise.ambiguous) + yes(told.ambiguous),
  own: sure, ownTopic: (look) => yes(sure(look) === 2 && isSameTopic(look)),
  unit: (look) => yes(isSameUnit(look)), apart: ({ encounter: { apart } }) => Math.min(apart, 4), further: ({ encounter: { apart } }) => yes(apart > 1.2), farApart: ({ encounter: { apart } }) => yes(apart > 2), near: (look) => yes(isNear(look)),
}

const standingTraits = (name: string, of: (look: Look) => Standing): Readonly<Record<string, Trait>> => ({
  [`rank-${name}`]: (look) => of(look).rank, [`margin-${name}`]: (look) => of(look).margin,
  [`agreed-${name}`]: (look) => Math.min(2, of(look).agreeing), [`agreed-better-${name}`]: (look) => yes(of(look).agreeing > look.pair.score),
})

const LOOSE: Readonly<Record<string, Trait>> = {
  loose: ({ encounter }) => yes(encounter.loose === true), roleless: ({ promise, told }) => yes(!promise.role && !told.role), otherRole: ({ encounter, promise, told }) => yes(encounter.loose === true && promise.role !== undefined && told.role !== undefined),
  adopted: ({ encounter }) => yes(encounter.adopted === true), guessed: ({ encounter }) => yes(isGuessed(encounter)),
  looseScore: ({ encounter, pair }) => (encounter.loose ? Math.min(pair.score, 3) : 0),
}

const PLACES: Readonly<Record<string, Trait>> = {
  narrower: ({ pair }) => yes(pair.scope.relation === 'narrower'), wider: ({ pair }) => yes(pair.scope.relation === 'wider'),
  amountsOfPromise: ({ pair }) => Math.min(MOST_RIVALS, pair.a.quantities.length), amountsOfTold: ({ pair }) => Math.min(MOST_RIVALS, pair.b.quantities.length),
  title: ({ pair }) => yes(pair.a.title), formal: ({ pair }) => yes(pair.a.formal === true), beyond: ({ pair }) => yes(isBeyond(pair.a, pair.b)),
  sameFile: ({ pair }) => yes(pair.a.file === pair.b.file), sameSection: ({ pair }) => yes(pair.a.section === pair.b.section),
}

const DIMENSIONS = [...new Set(Object.values(ROLE_FACTS).flatMap(({ dimensions }) => dimensions))]

/** Pages call a measure by one name. Staff's sheets do not: there, what it measures told nothing of companies that were left out. */
const MEASURED: Readonly<Record<string, Trait>> = Object.fromEntries([
  ...DIMENSIONS.map((dimension): [string, Trait] => [`dimension-${dimension}`, ({ kind, promise }) => yes(kind === 'say' && promise.quantity?.dimension === dimension)]),
  ...Object.keys(ROLE_FACTS).map((role): [string, Trait] => [`role-${role}`, (look) => yes(look.kind === 'say' && look.encounter.role === role)]),
])

const isFirst = ({ ofPromise }: Look): boolean => ofPromise.rank === 0
const isLast = ({ ofTold }: Look): boolean => ofTold.rank === 0
const isBest = (look: Look): boolean => isFirst(look) && isLast(look)
const isUnopposed = ({ ofPromise, ofTold }: Look): boolean => ofPromise.agreeing <= 0 && ofTold.agreeing <= 0

/** What it means that an amount is the other's best partner, that none agrees with either, and both at once. */
const UNRIVALLED: Readonly<Record<string, Trait>> = {
  first: (look) => yes(isFirst(look)), last: (look) => yes(isLast(look)), best: (look) => yes(isBest(look)), bestNear: (look) => yes(isBest(look) && isNear(look)),
  bestUnit: (look) => yes(isBest(look) && isSameUnit(look)), bestTopic: (look) => yes(isBest(look) && isSameTopic(look)),
  agreedHere: ({ ofPromise }) => yes(ofPromise.agreeing > 0), agreedThere: ({ ofTold }) => yes(ofTold.agreeing > 0),
  unopposed: (look) => yes(isUnopposed(look)), bestUnopposed: (look) => yes(isBest(look) && isUnopposed(look)), bestUnopposedNear: (look) => yes(isBest(look) && isUnopposed(look) && isNear(look)),
  sameRole: (look) => yes(isSameRole(look)), roleNear: (look) => yes(isSameRole(look) && isNear(look)), scoreRole: (look) => (isSameRole(look) ? Math.min(look.pair.score, 3) : 0),
}

const TRAITS: readonly (readonly [string, Trait])[] = Object.entries({
  ...PAIR, ...CLAIMS, ...standingTraits('promise', ({ ofPromise }) => ofPromise), ...standingTraits('told', ({ ofTold }) => ofTold), ...PLACES, ...WORD_TRAITS, ...AMOUNT_TRAITS,
  isDuration: ({ promise }: Look) => yes(promise.quantity?.dimension === 'duration'), isCount: ({ promise }: Look) => yes(promise.quantity?.dimension === 'count'),
  ...MEASURED, ...UNRIVALLED, ...LOOSE,
})

/** What speaks for and against two amounts being meant to be the same, by name. */
export const duelTraits = (look: Look): Traits => Object.fromEntries(TRAITS.map(([name, trait]) => [name, trait(look)] as const).filter(([, value]) => value !== 0))

/**
 * How likely it is that two amounts are meant to be the same, 0 to 1, by what each trait counts. Traits are not put together
 * in a record first: of the 100,000 duels of 1,000 documents, that took five times as long and left 1.3 GB for the garbage collector.
 */
export function weighing(odds: Traits): (look: Look) => number {
  const counted = TRAITS.flatMap(([name, trait]) => (odds[name] ? [{ trait, weight: odds[name] }] : []))
  return (look) => {
    let sum = odds['bias'] ?? 0
    for (const { trait, weight } of counted) sum += weight * trait(look)
    return 1 / (1 + Math.exp(-sum))
  }
}
