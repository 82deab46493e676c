import type { Claim } from '../model/claim.js'
import { compare, type Comparison, type Money } from '../model/compare.js'
import type { Dimension, Quantity } from '../model/quantity.js'
import type { Role } from '../model/pack.js'
import { ROLE_FACTS } from '../model/roles.js'
import { withUnitOf } from './unitless.js'

/** Least weight of common words, by how well topic and role agree. */
const NEED = { sameMeasure: 0.5, sameRole: 0.8, otherTopic: 1.2, adopted: 1.1 }

interface Agreement {
  readonly role: Role
  readonly need: number
  readonly doubts: number
  /** They are amounts of one kind, and nothing says that they measure the same: only the words around them can. */
  readonly loose?: boolean
}

/** Whether two claims measure the same thing, and how much the statements must share for that to be believed. */
function agreement(a: Claim, b: Claim): Agreement | undefined {
  if (!a.quantity || !b.quantity || a.quantity.dimension !== b.quantity.dimension) return undefined
  if (a.role === 'schedule' && a.topic !== b.topic && a.topic && b.topic) return undefined
  if (daysAlone(a) !== daysAlone(b) || (daysAlone(a) && (a.topic !== b.topic || !a.topic?.endsWith('.days')))) return undefined
  const sameTopic = isSameTopic(a, b)
  if (!sameTopic && a.role && b.role && kin(a.role) !== kin(b.role)) return loosely(a, b)
  const doubts = (a.ambiguous ? 1 : 0) + (b.ambiguous ? 1 : 0) + (a.evidence === 'own' || b.evidence === 'own' ? 0 : 1)
  if (sameTopic) return { role: a.role as Role, need: NEED.sameMeasure, doubts }
  if (a.role && b.role) {
    return { role: a.role, need: a.topic && b.topic ? NEED.otherTopic : NEED.sameRole, doubts: doubts + (a.topic && b.topic ? 2 : 1) }
  }
  const role = a.role ?? b.role
  return role ? { role, need: NEED.adopted, doubts: doubts + 2 } : loosely(a, b)
}

/** What amounts of a kind are taken to measure where nothing says what they do. */
const USUAL: Readonly<Partial<Record<Dimension, Role>>> = { duration: 'window', money: 'fee', percent: 'benefit', count: 'count', mass: 'count', distance: 'count', storage: 'count' }

function loosely(a: Claim, b: Claim): Agreement | undefined {
  const role = a.role ?? b.role ?? (a.quantity && USUAL[a.quantity.dimension])
  return role && { role, need: Number.POSITIVE_INFINITY, doubts: 3, loose: true }
}

const isSameTopic = (a: Claim, b: Claim): boolean => a.topic !== undefined && a.topic === b.topic

/** "on weekdays" without hours says when, not how long, unless both speak of the same timetable. */
export const daysAlone = (claim: Claim): boolean => claim.quantity?.dimension === 'schedule' && claim.quantity.unit === 'days'

/** Roles that copy uses for one another: what is a price on the page is a fee at the till. */
const kin = (role: Role): string => (role === 'price' || role === 'fee' ? 'money-paid' : role)

/** What two claims come to wherever they meet, whatever statements they stand in. */
export interface Encounter extends Agreement {
  readonly sameTopic: boolean
  /** Whether their role can hold such amounts. */
  readonly measurable: boolean
  readonly comparison: Comparison
  /** The same where a number can be read in two ways: by the way that is more usual. */
  readonly likely: Comparison
  /** One of them has no unit, and is taken to have the other's. */
  readonly adopted?: boolean
  /** On one side no place outranks the other: whichever is worse, the two part. */
  readonly parts: boolean
  readonly plausible: boolean
  /** How far apart the amounts lie, as the logarithm of their ratio; 0 where one is nothing or has no end. */
  readonly apart: number
}

/** Whether nothing is known of how two amounts compare but what is more usual. */
export const isGuessed = ({ comparison, likely }: Encounter): boolean => comparison !== likely

function meet(one: Claim, other: Claim, money: Money): Encounter | undefined {
  const [promise, told] = [withUnitOf(one, other), withUnitOf(other, one)]
  const adopted = promise !== one || told !== other
  const agreed = agreement(promise, told)
  const [p, t] = [promise.quantity, told.quantity]
  if (!agreed || !p || !t) return undefined
  const comparison = compare(agreed.role, p, t, money)
  const likely = comparison.code === 'ambiguous-number' ? compare(agreed.role, sure(p), sure(t), money) : comparison
  const parts = likely.verdict === 'worse' || (likely.verdict === 'incomparable' ? isOtherUnit(likely, p, t) : compare(agreed.role, sure(t), sure(p), money).verdict === 'worse')
  return { ...agreed, ...(adopted && { adopted, need: Number.POSITIVE_INFINITY }), likely, sameTopic: isSameTopic(promise, told), measurable: ROLE_FACTS[agreed.role].dimensions.includes(p.dimension), comparison, parts, plausible: isPlausible(promise, told), apart: distance(p, t) }
}

const sure = ({ ambiguous: _, ...quantity }: Quantity): Quantity => quantity
const isOtherUnit = ({ code }: Comparison, p: Quantity, t: Quantity): boolean => code === 'other-unit' && p.low === t.low && p.low > 0

function distance(...quantities: readonly [Quantity, Quantity]): number {
  const [p, t] = quantities.map(({ low, high }) => high || low) as [number, number]
  return p > 0 && t > 0 && Number.isFinite(p) && Number.isFinite(t) ? Math.abs(Math.log(p / t)) : 0
}

const FAR_APART = 8
const VERY_FAR_APART = 60

/** Amounts that lie very far apart measure different things, unless the words leave no doubt. */
function isPlausible(promise: Claim, told: Claim): boolean {
  const [p, t] = [promise.quantity?.high ?? 0, told.quantity?.high ?? 0]
  if (p <= 0 || t <= 0 || !Number.isFinite(p) || !Number.isFinite(t) || promise.quantity?.dimension === 'clock') return true
  return Math.max(p, t) / Math.min(p, t) <= (isSameTopic(promise, told) ? VERY_FAR_APART : FAR_APART)
}

/** All of a claim that an encounter hangs on. JSON has no word for numbers without an end. */
const kindOf = ({ topic, role, evidence, ambiguous, quantity }: Claim): string =>
  JSON.stringify([topic, role, evidence, ambiguous, quantity, quantity && [quantity.low, quantity.high, ...quantity.amount].map(String)])

/** What comes of claims, by their kinds. */
export interface Encounters {
  /** The number of a claim's kind: claims of one kind come to the same wherever they are met. */
  kindOf(claim: Claim): number
  /** Undefined for two that cannot measure the same thing. */
  between(promise: number, told: number): Encounter | undefined
}

const known = new WeakMap<Money, Encounters>()

/** The encounters of one check: in 1,000 documents claims meet 670,000 times, in 61,000 ways. */
export function encountersOf(money: Money): Encounters {
  const made = known.get(money) ?? newEncounters(money)
  known.set(money, made)
  return made
}

function newEncounters(money: Money): Encounters {
  const [numbers, kinds, examples] = [new Map<Claim, number>(), new Map<string, number>(), [] as Claim[]]
  const rows: Map<number, Encounter | undefined>[] = []
  const numberOf = (claim: Claim): number => {
    const kind = kindOf(claim)
    const number = kinds.get(kind) ?? examples.push(claim) - 1
    kinds.set(kind, number)
    numbers.set(claim, number)
    return number
  }
  return {
    kindOf: (claim) => numbers.get(claim) ?? numberOf(claim),
    between: (promise, told) => {
      const row = (rows[promise] ??= new Map())
      const before = row.get(told)
      if (before !== undefined || row.has(told)) return before
      const met = meet(examples[promise] as Claim, examples[told] as Claim, money)
      row.set(told, met)
      return met
    },
  }
}
