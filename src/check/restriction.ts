import type { Claim, Statement } from '../model/claim.js'
import { sameAmount } from '../model/compare.js'
import type { Matched, Passage, Together } from '../model/match.js'
import type { Quantity } from '../model/quantity.js'
import { has, LIMITED, LIMITS } from './cues.js'
import { isConcrete, isPromise } from './promise.js'
import { cover, ITSELF, wordsOf } from './telling.js'
import { type Traits, yes } from './traits.js'

/** Words by which a passage gives customers something. */
const GIFTS = ['free', 'give', 'get', 'guarantee', 'absolute', 'immediate', 'automatic', 'offer', 'no-fee', 'included'] as const
/** Words by which a sentence for staff takes some of it back, or shows that it does something else. */
const SIGNS = ['condition', ...LIMITS, 'charge', 'role-fee', 'role-threshold'] as const
const OTHER_SIGNS = ['free', 'give', 'get', 'approval', 'hedge', 'secrecy', 'absolute', 'internal', 'customer', 'immediate', 'competitor', 'pronoun', 'rhythm', 'say-order', 'tell'] as const
/** What an amount asks of customers or keeps from some of them. */
const ASKING = ['fee', 'deposit', 'threshold', 'notice', 'age', 'schedule'] as const
const ROLES = [...ASKING, 'window', 'deadline', 'count', 'benefit'] as const

/** A word so far away in the promise's passage is not its own. */
const ITS_OWN = 0.5
/** So much in common with a passage for customers makes its amounts those that staff are told of. */
const SAME_SUBJECT = 0.6

/** What a sentence takes back: the first of these lists that it has a word of, else money or a condition. */
export type Restraint = (typeof LIMITS)[number] | 'charge' | 'condition'

const isPositive = ({ low }: Quantity): boolean => low > 0
const isMoney = (q: Quantity): boolean => q.dimension === 'money' && isPositive(q)
const asks = ({ role, quantity }: Claim): boolean => ASKING.some((one) => one === role) && (quantity?.low ?? 0) > 0

/** How a sentence for staff limits what customers get. */
export const restraintOf = (told: Statement): Restraint => LIMITS.find((cue) => told.cues.has(cue)) ?? (told.quantities.some(isMoney) ? 'charge' : 'condition')

/** Whether a sentence for staff may take something back from what customers were promised: a condition, a charge, a limit. */
export const isRestriction = (told: Statement): boolean =>
  (told.kind === 'said' || told.kind === 'history')
  && (has(told, 'condition', ...LIMITS) || told.claims.some(asks) || told.quantities.some((q) => isMoney(q) || q.bound !== 'exact'))

const counts = ({ kind }: Statement): boolean => kind === 'said' || kind === 'advice'

/** Whether a passage gives customers something that can be taken back. */
export const isGift = ({ statements }: Passage): boolean =>
  statements.some((one) => counts(one) && (isPromise(one) || one.kind === 'advice')) && statements.some((one) => counts(one) && (has(one, ...GIFTS) || one.claims.length > 0))

const saidIn = ({ statements }: Passage): readonly Statement[] => statements.filter(counts)

/** A promise, and a sentence for staff that may take something from it. */
export interface Restricting {
  readonly together: Together
  readonly told: Statement
  /** All passages for customers that the one for staff has something in common with. */
  readonly partners: readonly Together[]
  readonly weight: Matched['weight']
}

const amountsIn = ({ statements }: Passage): readonly Quantity[] => statements.flatMap(({ quantities }) => quantities)

/** The words of the sentence that the promise's passage does not have. */
function addedWords({ together: { a }, told, weight }: Restricting): ReadonlyMap<string, number> {
  return new Map([...wordsOf(told, ITSELF, weight)].filter(([key]) => (a.weights.get(key) ?? 0) < ITS_OWN))
}

const addedAmounts = ({ together: { a }, told }: Restricting): readonly Quantity[] =>
  told.quantities.filter((q) => isPositive(q) && !amountsIn(a).some((other) => sameAmount(other, q)))

const total = (words: ReadonlyMap<string, number>): number => [...words.values()].reduce((sum, worth) => sum + worth, 0)
const most = (values: readonly number[]): number => Math.max(0, ...values)

/** How much of the condition customers can read in one passage; all from 0 to 1. */
export function disclosure(restricting: Restricting): Readonly<Record<'stated' | 'statedAsLimit' | 'whole' | 'amounts' | 'amountsHere', number>> {
  const { partners, told, weight } = restricting
  const [added, amounts, whole] = [addedWords(restricting), addedAmounts(restricting), wordsOf(told, ITSELF, weight)]
  const limiting = partners.filter(({ a }) => saidIn(a).some((one) => has(one, 'condition', ...LIMITS)))
  const share = (words: ReadonlyMap<string, number>) => ({ a }: Together): number => (words.size === 0 ? 0 : cover(words, a.weights))
  const known = ({ a }: Together): number => amounts.filter((q) => amountsIn(a).some((other) => sameAmount(other, q))).length / Math.max(1, amounts.length)
  return {
    stated: most(partners.map(share(added))), statedAsLimit: most(limiting.map(share(added))), whole: most(limiting.map(share(whole))),
    amounts: most(partners.map((one) => yes(known(one) > 0))), amountsHere: most(partners.filter(({ score }) => score >= SAME_SUBJECT).map(known)),
  }
}

/** How well the two passages belong together. */
const closeness = ({ score, telling, coverage, mutual, rank, rankBack, margin, marginBack }: Together): Traits => ({
  score: Math.min(score, 5), touch: Math.min(score, 1), telling: Math.min(telling, 5), coverage, mutual, rank: Math.min(rank, 5), rankBack: Math.min(rankBack, 5),
  margin: Math.max(-1.5, Math.min(1.5, margin)), marginBack: Math.max(-1.5, Math.min(1.5, marginBack)),
})

const flags = (prefix: string, names: readonly string[], is: (name: string) => boolean): Traits => Object.fromEntries(names.map((name) => [`${prefix}-${name}`, yes(is(name))]))

/** Staff are told of the very thing that is promised, and of something more. */
function restating({ together: { a, b }, told }: Restricting): Traits {
  const free = anyHas(saidIn(a), 'free')
  const same = amountsIn(b).some((q) => q.dimension !== 'count' && isPositive(q) && amountsIn(a).some((other) => sameAmount(other, q)))
  const again = same || (free && anyHas(b.statements, 'free'))
  return { same: yes(same), again: yes(again), againLimited: yes(again && has(told, 'condition', ...LIMITS)), againCharged: yes(again && told.quantities.some(isMoney)) }
}

const anyHas = (statements: readonly Statement[], ...cues: readonly string[]): boolean => statements.some((one) => has(one, ...cues))

/** What the promise is like. */
function traitsOfPromise(a: Passage): Traits {
  const said = saidIn(a)
  return {
    ...flags('gives', GIFTS, (cue) => anyHas(said, cue)), limited: yes(anyHas(said, ...LIMITED)), conditional: yes(anyHas(said, 'condition')), priced: yes(amountsIn(a).some(isMoney)),
    concrete: yes(said.some(isConcrete)), formal: yes(a.statements.some(({ formal }) => formal)), sentences: Math.min(5, said.length),
  }
}

/** What speaks for and against a sentence for staff taking something from a promise. */
export function restrictionTraits(restricting: Restricting): Traits {
  const { together, told } = restricting
  const [added, amounts, shown] = [addedWords(restricting), addedAmounts(restricting), disclosure(restricting)]
  const free = anyHas(saidIn(together.a), 'free')
  const isNew = ({ quantity }: Claim): boolean => quantity !== undefined && amounts.includes(quantity)
  return {
    ...closeness(together), ...restating(restricting), ...traitsOfPromise(together.a), ...shown,
    ...flags('takes', [...SIGNS, ...OTHER_SIGNS], (cue) => told.cues.has(cue)), ...flags('asks', ROLES, (role) => told.claims.some((claim) => claim.role === role && isNew(claim))),
    charged: yes(amounts.some(isMoney)), chargedThoughFree: yes(free && (amounts.some(isMoney) || told.claims.some((claim) => claim.role === 'fee' && isNew(claim)))), limitedThoughFree: yes(free && has(told, ...LIMITS)),
    added: Math.min(8, added.size), addedWorth: Math.min(6, total(added)), nothingNew: yes(amounts.length === 0 && total(added) < ITS_OWN), words: Math.min(12, wordsOf(told, ITSELF, restricting.weight).size),
    own: Math.min(3, total(wordsOf(told, ITSELF, restricting.weight)) - total(added)), history: yes(told.kind === 'history'),
    restrictions: Math.min(4, together.b.statements.filter(isRestriction).length), restated: yes(anyHas(together.b.statements, 'free')),
  }
}
