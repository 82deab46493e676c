import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from './compare.js'
import type { Role } from './pack.js'
import type { Bound, Dimension, Quantity } from './quantity.js'
import { ROLE_FACTS } from './roles.js'

const NO_RATES = { rates: {} }
const quantity = (dimension: Dimension, value: number, more: Partial<Quantity> = {}): Quantity =>
  ({ dimension, low: value, high: value, bound: 'exact', unit: dimension === 'money' ? 'EUR' : 'day', amount: [value, value], ...more })
const days = (low: number, high = low, more: Partial<Quantity> = {}): Quantity => quantity('duration', low, { high, amount: [low, high], ...more })
const verdict = (role: Role, promise: Quantity, told: Quantity): string => compare(role, promise, told, NO_RATES).verdict

describe('which way is better is decided by the role', () => {
  test.each<[string, Role, Quantity, Quantity, string]>([
    ['a shorter return window', 'window', days(30), days(14), 'worse'],
    ['a longer return window', 'window', days(14), days(30), 'better'],
    ['a later delivery', 'deadline', days(3), days(5), 'worse'],
    ['a delivery inside the promised range', 'deadline', days(3, 5), days(4), 'better'],
    ['a month and 30 days', 'window', days(28, 31, { unit: 'month', amount: [1, 1] }), days(30), 'same'],
    ['working days for a delivery', 'deadline', days(3), days(3, 5, { calendar: 'business', amount: [3, 3] }), 'worse'],
    ['working days for a return', 'window', days(14), days(14, 20, { calendar: 'business', amount: [14, 14] }), 'same'],
    ['a higher fee', 'fee', quantity('money', 4), quantity('money', 5), 'worse'],
    ['a third and 33 per cent', 'benefit', quantity('percent', 100 / 3), quantity('percent', 33), 'same'],
    ['two thirds and 67 per cent', 'benefit', quantity('percent', 200 / 3), quantity('percent', 67), 'same'],
    ['a third and 30 per cent', 'benefit', quantity('percent', 100 / 3), quantity('percent', 30), 'worse'],
    ['a lower discount', 'benefit', quantity('percent', 20), quantity('percent', 15), 'worse'],
    ['a discount under the advertised ceiling', 'benefit', quantity('percent', 50, { bound: 'upTo' }), quantity('percent', 30), 'worse'],
    ['a floor price that does not exist', 'price', quantity('money', 79, { bound: 'from' }), quantity('money', 95), 'worse'],
    ['a free ride for younger children only', 'age', quantity('age', 0, { high: 7, amount: [7, 7], bound: 'upTo', unit: 'year' }), quantity('age', 0, { high: 5, amount: [5, 5], bound: 'upTo', unit: 'year' }), 'worse'],
    ['notice that must be given earlier', 'notice', days(1, 1, { bound: 'atLeast' }), days(2, 2, { bound: 'atLeast' }), 'worse'],
    ['a window that starts at the purchase', 'window', days(30, 30, { anchor: 'delivery' }), days(30, 30, { anchor: 'purchase' }), 'worse'],
  ])('%s', (_, role, promise, told, expected) => expect(verdict(role, promise, told)).toBe(expected))

  test('other currencies are not compared without a rate, and are with one', () => {
    const promise = quantity('money', 50, { currency: 'EUR' })
    const told = quantity('money', 100, { currency: 'BGN' })
    expect(compare('threshold', promise, told, NO_RATES)).toMatchObject({ verdict: 'incomparable', code: 'currency-mismatch' })
    expect(compare('threshold', promise, told, { currency: 'EUR', rates: { BGN: 0.51129 } }).verdict).toBe('worse')
  })
})

describe('laws', () => {
  const roles = (Object.keys(ROLE_FACTS) as Role[]).filter((role) => ['more', 'less'].includes(ROLE_FACTS[role].better))
  const anyRole = fc.constantFrom(...roles)
  const bounds = fc.constantFrom<Bound>('exact', 'atMost', 'until')
  const value = fc.integer({ min: 1, max: 1000 })
  const of = (role: Role, amount: number, bound: Bound): Quantity => quantity(ROLE_FACTS[role].dimensions[0] as Dimension, amount, { bound })
  const kinder = (role: Role, amount: number, by: number): number => (ROLE_FACTS[role].better === 'more' ? amount + by : amount - by)

  test('the same amount is never worse', () => {
    fc.assert(fc.property(anyRole, value, bounds, (role, amount, bound) => verdict(role, of(role, amount, bound), of(role, amount, bound)) === 'same'))
  })

  test('a more generous instruction never makes a promise worse kept', () => {
    fc.assert(fc.property(anyRole, value, value, fc.integer({ min: 1, max: 500 }), (role, promised, told, by) => {
      const before = verdict(role, of(role, promised, 'exact'), of(role, told, 'exact'))
      return before === 'worse' || verdict(role, of(role, promised, 'exact'), of(role, kinder(role, told, by), 'exact')) !== 'worse'
    }))
  })

  test('a meaner instruction never mends a broken promise', () => {
    fc.assert(fc.property(anyRole, value, value, fc.integer({ min: 1, max: 500 }), (role, promised, told, by) => {
      const before = verdict(role, of(role, promised, 'exact'), of(role, told, 'exact'))
      return before !== 'worse' || verdict(role, of(role, promised, 'exact'), of(role, kinder(role, told, -by), 'exact')) === 'worse'
    }))
  })
})
