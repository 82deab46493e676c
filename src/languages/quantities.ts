import type { QuantityHit } from '../model/quantity.js'
import type { Token } from '../model/token.js'
import { ageAt } from './ages.js'
import { clockAt } from './clocks.js'
import { countAt } from './counts.js'
import { dateAt } from './dates.js'
import type { Hit } from './hit.js'
import { measureAt } from './measures.js'
import { moneyAt } from './money.js'
import { percentAt } from './percents.js'
import { scheduleAt } from './schedules.js'
import type { Scan, Vocabulary } from './vocabulary.js'

type Reader = (scan: Scan, index: number) => Hit | undefined

/** Dates first, counts last, so that "31 December" is not 31 of something. */
const READERS: readonly Reader[] = [dateAt, scheduleAt, clockAt, moneyAt, percentAt, ageAt, measureAt, countAt]

/** Words whose fate has been looked up already; a text repeats its words. */
const MOST_REMEMBERED = 20_000

/** Tells whether a quantity can start with a token; most words are turned away by one look-up. */
function makeGate({ number, unit, percent, clock, date, day, money }: Vocabulary): (token: Token) => boolean {
  const starters = [
    ...[number.cardinals, number.scales, number.one, number.fractions, number.ordinals, unit.all, unit.business, unit.fixed, unit.bare, unit.nth, percent.named, clock.words, clock.past, clock.half, clock.hours],
    ...[date.months, date.parts, day.names, day.short, day.groups, day.withHours, day.ignored, day.always, money.codes],
  ]
  const known = new Map<string, boolean>()
  return ({ kind, norm }) => {
    if (kind === 'number') return true
    if (kind === 'mark') return false
    let answer = known.get(norm)
    if (answer === undefined) {
      answer = starters.some((lexicon) => lexicon.starts(norm))
      if (known.size >= MOST_REMEMBERED) known.clear()
      known.set(norm, answer)
    }
    return answer
  }
}

function firstHit(scan: Scan, index: number): Hit | undefined {
  for (const read of READERS) {
    const hit = read(scan, index)
    if (hit) return hit
  }
  return undefined
}

function placed(tokens: readonly Token[], { quantity, from, to }: Hit): QuantityHit {
  return { quantity, start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0, firstToken: from, lastToken: to }
}

/** Makes the quantity lexer of a language. */
export function quantityLexer(words: Vocabulary): (text: string, tokens: readonly Token[]) => QuantityHit[] {
  const mayStart = makeGate(words)
  return (text, tokens) => {
    const hits: QuantityHit[] = []
    const scan: Scan = { text, tokens, words, numbers: new Map() }
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index]
      const hit = token && mayStart(token) ? firstHit(scan, index) : undefined
      if (!hit) continue
      hits.push(placed(tokens, hit))
      index = Math.max(hit.to, hit.next ?? 0) - 1
    }
    return hits
  }
}
