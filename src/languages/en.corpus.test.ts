import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Quantity } from '../model/quantity.js'
import { compileLanguage } from './index.js'

const english = compileLanguage('en', parse(readFileSync(new URL('../../rules/languages/en.yaml', import.meta.url), 'utf8')) as Record<string, unknown>)

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

function timetable(table: NonNullable<Quantity['timetable']>): string {
  const days = table.map((stretches) => stretches.map(([from, to]) => `${clock(from)}-${clock(to)}`).join(','))
  const groups = new Map<string, string>()
  days.forEach((hours, day) => hours && groups.set(hours, (groups.get(hours) ?? '') + (DAYS[day] ?? '')))
  return [...groups].map(([hours, names]) => `${names} ${hours}`).join(' ')
}

function size({ dimension, low, high, from, to, timetable: table, unit, yearless }: Quantity): string {
  if (table) return `${unit} ${timetable(table)}`
  if (dimension === 'date') return `${from ?? ''}..${to ?? ''}${yearless ? ' yearless' : ''}`
  if (dimension === 'clock') return clock(low)
  const round = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(5))) : 'ever')
  return low === high ? round(low) : `${round(low)}..${round(high)}`
}

/** One line for a quantity, for tests that read as a document. */
function show(quantity: Quantity): string {
  const { dimension, bound, unit, calendar, anchor, relation, approximate, per, noun, ambiguous } = quantity
  const named = ['clock', 'date', 'schedule', 'count', 'percent', 'age'].includes(dimension) ? undefined : unit
  const parts = [dimension, size(quantity), named, noun, calendar, bound === 'exact' ? undefined : bound, relation, anchor, approximate && 'approximate', per && `per ${per.join('+')}`, ambiguous && 'ambiguous']
  return parts.filter(Boolean).join(' ')
}

function read(text: string): Quantity[] {
  return english.quantities(text, english.tokenize(text)).map(({ quantity }) => quantity)
}

/** What is written → what it means; sizes in days, minutes of the day, GB, kg, km. */
const CORPUS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'durations': [
    ['within 30 days of delivery', 'duration 30 day atMost after delivery'],
    ['30 days', 'duration 30 day'],
    ['thirty days', 'duration 30 day'],
    ['a 30-day trial', 'duration 30 day'],
    ['a 14-day window', 'duration 14 day'],
    ['thirty days from the day you collect it', 'duration 30 day after collection'],
    ['from the date of purchase you have 14 days', 'duration 14 day'],
    ['14 days from purchase', 'duration 14 day after purchase'],
    ['14 days from the date of purchase', 'duration 14 day after purchase'],
    ['within 14 days of receipt', 'duration 14 day atMost after delivery'],
    ['within 14 days of receiving the parcel', 'duration 14 day atMost after delivery'],
    ['within 14 days after arrival of the parcel', 'duration 14 day atMost after delivery'],
    ['30 days after the sale', 'duration 30 day after purchase'],
    ['30 days of buying it', 'duration 30 day after purchase'],
    ['5 days after payment', 'duration 5 day after payment'],
    ['5 days of the charge', 'duration 5 day after payment'],
    ['three days of collecting them', 'duration 3 day after collection'],
    ['2 days after dispatch', 'duration 2 day after dispatch'],
    ['within 48 hours of your request', 'duration 2 hour atMost after request'],
    ['48 hours before arrival', 'duration 2 hour before arrival'],
    ['up to 24 hours before check-in', 'duration 1 hour upTo before arrival'],
    ['60 days from delivery', 'duration 60 day after delivery'],
    ['ten working days after the order', 'duration 10..14 day business after order'],
    ['one month of the booking', 'duration 28..31 month after order'],
    ['two hours before your appointment', 'duration 0.083333 hour before start'],
    ['paid on the 8th working day', 'duration 8..12 day business'],
    ['by the third working day', 'duration 3..5 day business atMost'],
    ['by working day 7', 'duration 7..11 day business atMost'],
    ['day 21 or earlier', 'duration 21 day atMost'],
    ['Day 60 it goes to charity', 'duration 60 day'],
    ['on the twentieth day they are given away', 'duration 20 day'],
    ['14d', 'duration 14 day'],
    ['a fortnight', 'duration 14 week'],
    ['within a fortnight', 'duration 14 week atMost'],
    ['half a year', 'duration 182.5..183 year'],
    ['half an hour', 'duration 0.020833 hour'],
    ['a half-hour slot', 'duration 0.020833 hour'],
    ['three quarters of an hour', 'duration 0.03125 hour'],
    ['a quarter of an hour', 'duration 0.010417 hour'],
    ['an hour and a half', 'duration 0.0625 hour'],
    ['one and a half hours', 'duration 0.0625 hour'],
    ['2½ hours', 'duration 0.10417 hour'],
    ['two weeks', 'duration 14 week'],
    ['within two weeks', 'duration 14 week atMost'],
    ['in a month', 'duration 28..31 month atMost'],
    ['one working day', 'duration 1..3 day business'],
    ['3 business days', 'duration 3..5 day business'],
    ['within 3 business days', 'duration 3..5 day business atMost'],
    ['3–5 days', 'duration 3..5 day range'],
    ['3-5 working days', 'duration 3..7 day business range'],
    ['from 3 to 5 days', 'duration 3..5 day range'],
    ['between 3 and 5 days', 'duration 3..5 day range'],
    ['two or three days', 'duration 2..3 day range'],
    ['2 weeks to 3 months', 'duration 14..93 month range'],
    ['same-day dispatch', 'duration 0..1 day'],
    ['the same day', 'duration 0..1 day'],
    ['next day delivery', 'duration 1 day'],
    ['next working day', 'duration 1..3 day business'],
    ['delivered overnight', 'duration 1 day'],
    ['a day in advance', 'duration 1 day before'],
    ['in a day', 'duration 1 day atMost'],
    ['an hour before the event', 'duration 0.041667 hour before start'],
    ['45 minutes', 'duration 0.03125 minute'],
    ['72 h', 'duration 3 hour'],
    ['24 hours', 'duration 1 hour'],
    ['within the hour', 'duration 0.041667 hour atMost'],
    ['a week', 'duration 7 week'],
    ['12 months\' notice', 'duration 336..372 month'],
    ['a 2-year guarantee', 'duration 730..732 year'],
    ['a two-year guarantee', 'duration 730..732 year'],
    ['a year', 'duration 365..366 year'],
    ['lifetime guarantee', 'duration ever lifetime'],
    ['guaranteed for life', 'duration ever lifetime'],
    ['no later than 7 days after delivery', 'duration 7 day atMost after delivery'],
    ['at least 6 months', 'duration 168..186 month atLeast'],
    ['a minimum of 12 months', 'duration 336..372 month atLeast'],
    ['30 days or less', 'duration 30 day atMost'],
    ['30 days or more', 'duration 30 day atLeast'],
    ['3 business days, at the outside', 'duration 3..5 day business atMost'],
    ['about 20 minutes', 'duration 0.013889 minute approximate'],
    ['usually 3 days', 'duration 3 day approximate'],
    ['approx. 3 weeks', 'duration 21 week approximate'],
    ['under 2 hours', 'duration 0.083333 hour under'],
    ['over 3 weeks', 'duration 21 week over'],
    ['less than 24 hours', 'duration 1 hour under'],
    ['up to 5 days', 'duration 5 day upTo'],
    ['two hundred and fifty days', 'duration 250 day'],
    ['20 full working days', 'duration 20..28 day business'],
    ['30 calendar days', 'duration 30 day calendar'],
    ['4 business hours', 'duration 0.16667..3 hour business'],
    ['one hundred days', 'duration 100 day'],
    ['twenty-one days', 'duration 21 day'],
  ],
  'money': [
    ['€49', 'money 49 EUR'],
    ['49€', 'money 49 EUR'],
    ['49 €', 'money 49 EUR'],
    ['EUR 49,90', 'money 49.9 EUR'],
    ['€49.90', 'money 49.9 EUR'],
    ['49,- €', 'money 49 EUR'],
    ['1 000,50 €', 'money 1000.5 EUR'],
    ['$1,000', 'money 1000 USD'],
    ['£4.95', 'money 4.95 GBP'],
    ['20p', 'money 0.2 GBP'],
    ['50 cents', 'money 0.5 cent'],
    ['twelve euros', 'money 12 EUR'],
    ['twelve euro a head', 'money 12 EUR per person'],
    ['thirty-five euro', 'money 35 EUR'],
    ['20 pounds', 'money 20 GBP'],
    ['$5k', 'money 5000 USD'],
    ['£1.5k', 'money 1500 GBP'],
    ['$10–$20', 'money 10..20 USD range'],
    ['$10-20', 'money 10..20 USD range'],
    ['10–20 €', 'money 10..20 EUR range'],
    ['between £5 and £10', 'money 5..10 GBP range'],
    ['£5 to £10', 'money 5..10 GBP range'],
    ['from £69', 'money 69 GBP from'],
    ['orders over £50', 'money 50 GBP over'],
    ['orders of €50 and over', 'money 50 EUR atLeast'],
    ['as little as £3', 'money 3 GBP from'],
    ['45 € per night', 'money 45 EUR per night'],
    ['£8 a night', 'money 8 GBP per night'],
    ['£8 per dog per night', 'money 8 GBP per dog+night'],
    ['€5 each', 'money 5 EUR per each'],
    ['$12/month', 'money 12 USD per month'],
    ['$12 a month', 'money 12 USD per month'],
    ['€2 per GB', 'money 2 EUR per GB'],
    ['£20 an hour', 'money 20 GBP per hour'],
    ['two million dollars', 'money 2000000 USD'],
    ['no more than €100', 'money 100 EUR atMost'],
  ],
  'percent': [
    ['10%', 'percent 10'],
    ['10 %', 'percent 10'],
    ['ten percent', 'percent 10'],
    ['10 per cent', 'percent 10'],
    ['10–15%', 'percent 10..15 range'],
    ['at least 99.9%', 'percent 99.9 atLeast'],
    ['up to 70% off', 'percent 70 upTo'],
    ['a fifth off', 'percent 20'],
    ['half off', 'percent 50'],
    ['a third less', 'percent 33.33'],
    ['a quarter back', 'percent 25'],
  ],
  'dates': [
    ['31 October 2026', 'date 2026-10-31..2026-10-31'],
    ['31st October 2026', 'date 2026-10-31..2026-10-31'],
    ['the 31st of October', 'date 0000-10-31..0000-10-31 yearless'],
    ['October 31, 2026', 'date 2026-10-31..2026-10-31'],
    ['October 31st', 'date 0000-10-31..0000-10-31 yearless'],
    ['10/31/2026', 'date 2026-10-31..2026-10-31'],
    ['31/10/2026', 'date 2026-10-31..2026-10-31'],
    ['31.10.2026', 'date 2026-10-31..2026-10-31'],
    ['05/06/2026', 'date 2026-06-05..2026-06-05 ambiguous'],
    ['2026-10-31', 'date 2026-10-31..2026-10-31'],
    ['31 Dec', 'date 0000-12-31..0000-12-31 yearless'],
    ['Monday, 5 May 2026', 'date 2026-05-05..2026-05-05'],
    ['1–24 December', 'date 0000-12-01..0000-12-24 yearless range'],
    ['between 1 and 24 December', 'date 0000-12-01..0000-12-24 yearless range'],
    ['1 to 24 December', 'date 0000-12-01..0000-12-24 yearless range'],
    ['1 May to 15 June 2026', 'date 2026-05-01..2026-06-15 range'],
    ['20 December 2026 to 5 January 2027', 'date 2026-12-20..2027-01-05 range'],
    ['until 31 October', 'date ..0000-10-31 yearless until'],
    ['by 31 October', 'date ..0000-10-31 yearless atMost'],
    ['valid to 31 October 2026', 'date ..2026-10-31 until'],
    ['up to 24 December', 'date ..0000-12-24 yearless upTo'],
    ['ends 31 Oct', 'date ..0000-10-31 yearless until'],
    ['from 1 May', 'date 0000-05-01.. yearless from'],
    ['in December', 'date 0000-12-01..0000-12-31 yearless range'],
    ['in May', 'date 0000-05-01..0000-05-31 yearless range'],
    ['end of November', 'date 0000-11-30..0000-11-30 yearless'],
    ['until the end of November', 'date ..0000-11-30 yearless until'],
    ['March to May 2026', 'date 2026-03-01..2026-05-31 range'],
    ['noon on 5 May', 'clock 12:00 + date 0000-05-05..0000-05-05 yearless'],
  ],
  'clock': [
    ['14:00', 'clock 14:00'],
    ['2 pm', 'clock 14:00'],
    ['2pm', 'clock 14:00'],
    ['5.30 p.m.', 'clock 17:30'],
    ['half past ten', 'clock 10:30 ambiguous'],
    ['quarter to nine', 'clock 8:45 ambiguous'],
    ['until noon', 'clock 12:00 until'],
    ['At 9 sharp', 'clock 9:00 ambiguous'],
    ['keys at 16.30, no earlier', 'clock 16:30'],
    ['lunch sits until 15.00', 'clock 15:00 until'],
    ['by midday', 'clock 12:00 atMost'],
    ['before 2pm', 'clock 14:00 under'],
    ['from 3 pm', 'clock 15:00 from'],
    ['at five o\'clock', 'clock 5:00 ambiguous'],
    ['around 10:30', 'clock 10:30 approximate'],
    ['until midnight', 'clock 24:00 until'],
  ],
  'schedules': [
    ['24/7', 'schedule week MoTuWeThFrSaSu 0:00-24:00'],
    ['around the clock', 'schedule week MoTuWeThFrSaSu 0:00-24:00'],
    ['day and night', 'schedule week MoTuWeThFrSaSu 0:00-24:00'],
    ['24 hours a day', 'schedule week MoTuWeThFrSaSu 0:00-24:00'],
    ['24 hours a day, seven days a week', 'schedule week MoTuWeThFrSaSu 0:00-24:00'],
    ['Mon–Fri 9–17', 'schedule week MoTuWeThFr 9:00-17:00'],
    ['Mon-Fri 9am-5pm', 'schedule week MoTuWeThFr 9:00-17:00'],
    ['Monday to Saturday 9 am – 5.30 pm', 'schedule week MoTuWeThFrSa 9:00-17:30'],
    ['weekdays from 6 am to 6 pm', 'schedule week MoTuWeThFr 6:00-18:00'],
    ['Saturdays, Sundays and bank holidays: 7.30 – 11', 'schedule week SaSu 7:30-11:00'],
    ['seven days a week', 'schedule days MoTuWeThFrSaSu 0:00-24:00'],
    ['Monday to Friday', 'schedule days MoTuWeThFr 0:00-24:00'],
    ['on Sundays', 'schedule days Su 0:00-24:00'],
    ['daily 9-5', 'schedule week MoTuWeThFrSaSu 9:00-17:00'],
    ['every day from 8:00 to 20:00', 'schedule week MoTuWeThFrSaSu 8:00-20:00'],
    ['nine till half five', 'schedule hours MoTuWeThFrSaSu 9:00-17:30'],
    ['seven to half past ten', 'schedule hours MoTuWeThFrSaSu 7:00-10:30'],
    ['9 am to 5 pm, Monday to Friday', 'schedule week MoTuWeThFr 9:00-17:00'],
    ['Mon–Fri 9–17, Sat 10–14', 'schedule week MoTuWeThFr 9:00-17:00 Sa 10:00-14:00'],
    ['2–5 pm', 'schedule hours MoTuWeThFrSaSu 14:00-17:00'],
    ['6 pm – 2 am', 'schedule hours MoTuWeThFrSaSu 0:00-2:00,18:00-24:00'],
    ['9 to 5, Monday to Friday', 'schedule week MoTuWeThFr 9:00-17:00'],
    ['9-5 Mon-Fri, 10-4 Sat', 'schedule week MoTuWeThFr 9:00-17:00 Sa 10:00-16:00'],
    ['08:00–18:00 weekdays, 09:00–17:00 Sat.', 'schedule week MoTuWeThFr 8:00-18:00 Sa 9:00-17:00'],
    ['between 9 am and noon', 'schedule hours MoTuWeThFrSaSu 9:00-12:00'],
    ['Mon–Fri 9–12 and 13–17', 'schedule week MoTuWeThFr 9:00-12:00,13:00-17:00'],
    ['8 to 10 hours', 'duration 0.33333..0.41667 hour range'],
  ],
  'data, mass, distance': [
    ['2 GB', 'storage 2 GB'],
    ['1 TB of storage', 'storage 1000 TB'],
    ['25 kg', 'mass 25 kg'],
    ['up to 10 lb', 'mass 4.5359 lb upTo'],
    ['ten miles', 'distance 16.093 mile'],
    ['within 5 km', 'distance 5 km atMost'],
    ['5 kg per bag', 'mass 5 kg per bag'],
  ],
  'age': [
    ['under 12s', 'age 0..11 under'],
    ['Under-12s', 'age 0..11 under'],
    ['children under 12', 'age 0..11 under'],
    ['children under the age of 12', 'age 0..11 under'],
    ['16 and under', 'age 0..16 atMost'],
    ['aged 60 and over', 'age 60..ever atLeast'],
    ['60-plus', 'age 60..ever atLeast'],
    ['over 65s', 'age 66..ever over'],
    ['from age twelve', 'age 12..ever from'],
    ['eleven and younger', 'age 0..11 atMost'],
    ['customers of 40 and over', 'age 40..ever atLeast'],
    ['aged 12 to 15', 'age 12..15 range'],
    ['18 or over', 'age 18..ever atLeast'],
    ['5 years old', 'age 5'],
    ['at least 18 years of age', 'age 18..ever atLeast'],
  ],
  'counts': [
    ['two dogs', 'count 2 dogs'],
    ['3 free changes', 'count 3 changes'],
    ['up to 10,000 rows', 'count 10000 rows upTo'],
    ['41 stairs', 'count 41 stairs'],
    ['10 or fewer rows', 'count 10 rows atMost'],
    ['at least two signatures', 'count 2 signatures atLeast'],
    ['one dog', 'count 1 dog'],
    ['5 to 10 people', 'count 5..10 people range'],
    ['three visits per week', 'count 3 visits per week'],
    ['1.000 rows', 'count 1 rows ambiguous'],
  ],
  'in running text': [
    ['Returns are free within 30 days, and refunds take 5 working days.', 'duration 30 day atMost + duration 5..7 day business'],
    ['Order by 14:00 and we dispatch the same day; delivery costs €4.95 under €49.', 'clock 14:00 atMost + duration 0..1 day + money 4.95 EUR + money 49 EUR under'],
    ['Cancel up to 48 hours before arrival and pay nothing, later we charge 50% of the first night.', 'duration 2 hour upTo before arrival + percent 50'],
    ['Your flat has 3 rooms and sleeps up to 6 guests for £120 per night.', 'count 3 rooms + count 6 guests upTo + money 120 GBP per night'],
    ['Support answers Monday to Friday, 8:00–18:00, within 2 hours.', 'schedule week MoTuWeThFr 8:00-18:00 + duration 0.083333 hour atMost'],
    ['Dogs over 10 kg pay €15 per stay.', 'mass 10 kg over + money 15 EUR per stay'],
    ['From 1 May 2026 the fee is $25 per booking.', 'date 2026-05-01.. from + money 25 USD per booking'],
    ['A £50 deposit per person, due by 31 December.', 'money 50 GBP per person + date ..0000-12-31 yearless atMost'],
    ['Kids under 5 travel free; we give £5 or 10% back.', 'age 0..4 under + money 5 GBP + percent 10'],
    ['You get 3 free changes a year.', 'count 3 changes per year'],
    ['Refunds are paid within 14 days of the date on which you cancel.', 'duration 14 day atMost'],
  ],
}

/** Look-alikes: nothing is counted, measured or dated here. */
const NOTHING: readonly string[] = [
  'one of our team',
  'no one knows',
  'second to none',
  'for a while',
  'a day to remember',
  'at one with nature',
  'the first time',
  'first of all',
  'call +353 1 555 0142',
  'phone 01 555 0142',
  'tel. 020 7946 0958',
  'in 1987',
  'since 2019',
  'our 2026 brochure',
  '© 2026 the company',
  'section 4 says',
  'see section 4.2 of',
  'step 2 is easy',
  'Step 3: open the app',
  'No. 5 applies',
  'page 12 explains',
  'chapter 3 covers',
  'version 2 adds',
  'version 2.0.1',
  'v2 is out',
  'GOS 1 covers this',
  'form F10 is needed',
  'room 101 please',
  '1. Open the app',
  '2) Close it',
  '(3) Close it',
  'one another',
  'one by one',
  'one and only',
  'the one thing we ask',
  'this one works',
  'that one is ours',
  'each one of you',
  'one can always ask',
  'one must ask',
  'someone knows',
  'anyone can',
  'you may cancel',
  'they march on',
  'a second look',
  'Sat down with us',
  'the sun shines',
  'we sat there',
  'in the second place',
  'half-hearted answer',
  'half the team',
  'third party',
  'the quarter ended',
  'day by day',
  'the day after',
  'these days',
  'nowadays',
  'some days',
  'every day',
  'daily bread',
  'by Monday',
  'next Tuesday',
  'Black Friday',
  'I am here',
  'you are two of a kind',
  'type 2 of the form',
  'the hour is late',
  'within reason',
  'from within',
  'at the end',
  'the end of the line',
  'the minute you arrive',
  'mid-range',
  'option 1 is best',
  'press 1 for sales',
  'order number 4711 is yours',
  'B2B customers',
  '2x faster',
  '3D models',
  'the pound fell',
  'not a cent more',
  'one in five customers',
  'pay in euros',
  'your first order',
  'once a customer',
  'twice as good',
]

const PHRASES = Object.values(CORPUS).flatMap((group) => group.map(([phrase]) => phrase))

for (const [title, group] of Object.entries(CORPUS)) {
  describe(title, () => {
    test.each(group)('%s → %s', (phrase, expected) => {
      expect(read(phrase).map(show).join(' + ')).toBe(expected)
    })
  })
}

describe('look-alikes', () => {
  test.each(NOTHING)('%s', (phrase) => {
    expect(read(phrase).map(show)).toEqual([])
  })
})

describe('however it is typed', () => {
  test.each(PHRASES)('%s', (phrase) => {
    const plain = read(phrase)
    expect(read(phrase.replaceAll(' ', '\u00A0'))).toEqual(plain)
    expect(read(phrase.replaceAll('-', '\u2011'))).toEqual(plain)
    expect(read(phrase.toUpperCase())).toEqual(plain)
  })
})

describe('any text', () => {
  const pieces = fc.array(fc.oneof(fc.constantFrom(...PHRASES, ...NOTHING), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 6 })
  test('hits lie in the text, in order, and never overlap', () => {
    fc.assert(fc.property(pieces, (parts) => {
      const text = parts.join(' ')
      const tokens = english.tokenize(text)
      let last = 0
      for (const { start, end, firstToken, lastToken } of english.quantities(text, tokens)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        expect([start, end]).toEqual([tokens[firstToken]?.start, tokens[lastToken - 1]?.end])
        last = end
      }
    }))
  })
  test('tokens and sentences lie in the text, in order', () => {
    fc.assert(fc.property(pieces, (parts) => {
      const text = parts.join(' ')
      const tokens = english.tokenize(text)
      tokens.forEach((token, i) => {
        expect(token.start).toBeGreaterThanOrEqual(tokens[i - 1]?.end ?? 0)
        expect(token.end).toBeLessThanOrEqual(text.length)
      })
      const sentences = english.sentences(text, tokens)
      expect(sentences.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(tokens.length)
      sentences.forEach(({ start, end }) => expect(text.length >= end && end > start).toBe(true))
    }))
  })
})
