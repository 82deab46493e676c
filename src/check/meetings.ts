import type { Claim } from '../model/claim.js'
import type { Alignment, Pairs } from '../model/match.js'
import { type Duel, MOST_MEETINGS, strengthOf } from './duels.js'
import type { Encounter } from './encounter.js'
import type { Ring } from './ring.js'

/** A duel with the numbers of its statements, `a` and `b`, and of its claims. */
export interface Meeting extends Duel {
  readonly numbers: Numbers
}

interface Numbers {
  readonly place: number
  readonly a: number
  readonly b: number
  readonly promise: number
  readonly told: number
}

const meetingOf = (pair: Alignment, encounter: Encounter, numbers: Numbers, { claims }: Ring): Meeting =>
  ({ pair, promise: claims[numbers.promise] as Claim, told: claims[numbers.told] as Claim, encounter, strength: strengthOf(pair, encounter), numbers })

/** Amounts of which nothing says that they measure the same must share as much, or a site's every number would meet every other. */
const LEAST_LOOSE = 0.3

const NONE: readonly never[] = []

function meetingsAt(place: number, pairs: Pairs, ring: Ring): readonly Meeting[] {
  const { starts, kinds, encounters } = ring
  const [a, b] = [pairs.firsts[place] as number, pairs.seconds[place] as number]
  let pair: Alignment | undefined
  let found: Meeting[] | undefined
  for (let promise = starts[a] as number; promise < (starts[a + 1] as number); promise++) {
    for (let told = starts[b] as number; told < (starts[b + 1] as number); told++) {
      const encounter = encounters.between(kinds[promise] as number, kinds[told] as number)
      if (!encounter?.measurable) continue
      if (encounter.loose && (pairs.scores[place] as number) < LEAST_LOOSE) continue
      pair ??= pairs.at(place)
      if (pair.scope.relation === 'disjoint') return NONE
      found ??= []
      if (found.length === MOST_MEETINGS) return found
      found.push(meetingOf(pair, encounter, { place, a, b, promise, told }, ring))
    }
  }
  return found ?? NONE
}

/**
 * Every two amounts that could measure the same thing, whether or not that is to be believed, of all pairs that may speak of
 * the same customers; made anew each time that they are gone through.
 */
export function* meetingsOf(pairs: Pairs, ring: Ring): Generator<Meeting, void> {
  for (let place = 0; place < pairs.firsts.length; place++) for (const meeting of meetingsAt(place, pairs, ring)) yield meeting
}

/** Some meetings of pairs. */
export interface Meetings extends Iterable<Meeting> {
  add(meeting: Meeting): void
}

/** Keeps meetings as numbers, and makes them anew each time that they are gone through. */
export function meetingsAmong(pairs: Pairs, ring: Ring): Meetings {
  const kept: number[] = []
  return {
    add: ({ numbers: { place, promise, told } }) => void kept.push(place, promise, told),
    *[Symbol.iterator]() {
      for (let i = 0; i < kept.length; i += 3) {
        const [place, promise, told] = [kept[i] as number, kept[i + 1] as number, kept[i + 2] as number]
        const encounter = ring.encounters.between(ring.kinds[promise] as number, ring.kinds[told] as number) as Encounter
        yield meetingOf(pairs.at(place), encounter, { place, a: pairs.firsts[place] as number, b: pairs.seconds[place] as number, promise, told }, ring)
      }
    },
  }
}
