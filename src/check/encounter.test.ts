import { describe, expect, test } from 'vitest'
import type { Claim } from '../model/claim.js'
import type { Quantity } from '../model/quantity.js'
import { type Encounter, encountersOf, isGuessed } from './encounter.js'

const claim = (quantity: Partial<Quantity>, more: Partial<Claim> = {}): Claim => ({
  evidence: 'general', ambiguous: false, span: { start: 0, end: 1 }, text: '', ...more,
  quantity: { dimension: 'duration', unit: 'day', low: 1, high: 1, amount: [1, 1], bound: 'exact', ...quantity },
})
const days = (count: number, more: Partial<Claim> = {}): Claim => claim({ low: count, high: count, amount: [count, count] }, more)
const bare = (count: number): Claim => claim({ dimension: 'count', unit: 'number', low: count, high: count, amount: [count, count], ambiguous: true, unitless: true })

function between(promise: Claim, told: Claim): Encounter | undefined {
  const encounters = encountersOf({ rates: {} })
  return encounters.between(encounters.kindOf(promise), encounters.kindOf(told))
}

describe('amounts that nothing says to measure the same', () => {
  test('meet where both are times, and only the words around them can tell more', () => {
    expect(between(days(14), days(30))).toMatchObject({ loose: true, parts: true })
    expect(between(days(5, { role: 'window' }), days(10, { role: 'deadline' }))).toMatchObject({ loose: true, parts: true })
  })

  test('are never believed to be one for the words in common alone', () => {
    expect(between(days(14), days(30))?.need).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('a number without a unit', () => {
  test('has the unit of what it meets', () => {
    expect(between(days(45, { role: 'window' }), bare(30))).toMatchObject({ adopted: true, likely: { verdict: 'worse' } })
    expect(between(claim({ dimension: 'money', unit: 'EUR', low: 25, high: 25, amount: [25, 25] }, { role: 'fee' }), bare(32))).toMatchObject({ adopted: true, likely: { verdict: 'worse' } })
  })

  test('is counted in months where months are promised', () => {
    expect(between(claim({ unit: 'month', low: 672, high: 744, amount: [24, 24] }, { role: 'window' }), bare(12))?.likely.verdict).toBe('worse')
    expect(between(claim({ unit: 'month', low: 672, high: 744, amount: [24, 24] }, { role: 'window' }), bare(24))?.likely.verdict).toBe('same')
  })
})

test('what can be read in two ways is compared by the usual one, and known to be a guess', () => {
  const euros = claim({ dimension: 'money', unit: 'EUR', low: 25, high: 25, amount: [25, 25] }, { role: 'fee' })
  const sheet = claim({ dimension: 'money', unit: 'money', low: 32, high: 32, amount: [32, 32], ambiguous: true }, { role: 'fee' })
  const met = between(euros, sheet) as Encounter
  expect([met.comparison.verdict, met.likely.verdict, isGuessed(met)]).toEqual(['unsure', 'worse', true])
})
