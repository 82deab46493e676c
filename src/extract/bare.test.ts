import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { kitFor } from '../engine/kit.js'
import { formats } from '../formats/index.js'
import { configFrom } from '../host/check-config.js'
import { loadPack } from '../host/load-pack.js'
import type { Claim } from '../model/claim.js'
import { extract } from './document.js'

const pack = loadPack(fileURLToPath(new URL('../../rules', import.meta.url)))
const kit = kitFor(pack, configFrom({}, { today: '2025-11-22', ruleIds: [] }))

async function claimsIn(path: string, source: string, side: 'say' | 'do'): Promise<readonly Claim[]> {
  const format = await formats.find((one) => one.extensions.some((ending) => path.endsWith(ending)))?.load()
  if (!format) throw new Error(`No format reads ${path}.`)
  return extract({ ...format.read(source), path, source, side, tags: {} }, kit).statements.flatMap((statement) => statement.claims)
}

/** Amounts are in the units of the model: days, minutes of the day, money. */
const KEYS: readonly (readonly [yaml: string, topic: string, amount: number])[] = [
  ['free_shipping_from: 60', 'delivery.threshold', 60],
  ['freeShippingFrom: 60', 'delivery.threshold', 60],
  ['free_delivery_over: 60', 'delivery.threshold', 60],
  ['free_delivery_threshold: 60', 'delivery.threshold', 60],
  ['delivery: {free_from: 60.00}', 'delivery.threshold', 60],
  ['shipping:\n  free_over: 60', 'delivery.threshold', 60],
  ['delivery_fee: 4.95', 'delivery.fee', 4.95],
  ['delivery_days: 3', 'delivery.time', 3],
  ['return_days: 30', 'returns.window', 30],
  ['return_window: 30', 'returns.window', 30],
  ['returns: {window_days: 30}', 'returns.window', 30],
  ['refund_days: 5', 'refunds.time', 5],
  ['trial_days: 14', 'trial.window', 14],
  ['trial: {days: 14}', 'trial.window', 14],
  ['warranty_months: 24', 'warranty.period', 672],
  ['warranty: {months: 24}', 'warranty.period', 672],
  ['reply_within_hours: 24', 'response-time.time', 1],
  ['response_time_hours: 24', 'response-time.time', 1],
  ['deposit: 50', 'deposit.amount', 50],
  ['discount_percent: 20', 'discounts.benefit', 20],
  ['discount: {percent: 20}', 'discounts.benefit', 20],
  ['cancel_before_hours: 48', 'booking-cancellation.notice', 2],
  ['check_in_from: "15:00"', 'check-in.opens', 900],
  ['check_in: {from: "15:00"}', 'check-in.opens', 900],
  ['check_out_by: "11:00"', 'check-out.latest', 660],
]

describe('a bare amount under a meaningful key', () => {
  test.each(KEYS)('%s', async (yaml, topic, amount) => {
    for (const side of ['say', 'do'] as const) {
      const claims = await claimsIn('terms.yaml', `${yaml}\n`, side)
      expect(claims.map((claim) => [claim.topic, claim.quantity?.low, claim.ambiguous])).toEqual([[topic, amount, false]])
    }
  })

  test('in JSON too', async () => {
    expect((await claimsIn('terms.json', '{"freeShippingFrom": 60}', 'say')).map((claim) => claim.topic)).toEqual(['delivery.threshold'])
  })

  test.each(['version: 60', 'sort_order: 3', 'id: 4711', 'width: 300'])('is no claim in %s', async (yaml) => {
    expect((await claimsIn('terms.yaml', `${yaml}\n`, 'say')).filter((claim) => claim.topic)).toEqual([])
  })

  test.each(['luggage: 250', 'row_seat: 5 per night, on the bill', 'agents: 25 per case', 'багаж: 250'])('has a number without a unit where its name tells none: %s', async (yaml) => {
    const [claim] = await claimsIn('sheet.yaml', `${yaml}\n`, 'do')
    expect([claim?.quantity?.unitless, claim?.topic, claim?.role]).toEqual([true, undefined, undefined])
  })

  test('is a deposit where more is told of it behind a comma', async () => {
    expect((await claimsIn('sheet.yaml', 'deposit: 20, comes off the bill\n', 'do')).map(({ topic, quantity }) => [topic, quantity?.low])).toEqual([['deposit.amount', 20]])
  })

  test('is told beside the time in its name', async () => {
    expect((await claimsIn('sheet.yaml', 'inside_48h: 15.00\n', 'do')).map(({ quantity }) => [quantity?.dimension, quantity?.low])).toEqual([['money', 15], ['duration', 2]])
  })
})
