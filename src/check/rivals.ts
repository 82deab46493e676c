import { leaders } from './leader.js'
import type { Meeting } from './meetings.js'

/** How a duel stands among those of one of its amounts. */
export interface Standing {
  /** So many have more in common, as far as it counts. */
  readonly rank: number
  /** How much more it has in common than the next best, or how much less than the best. */
  readonly margin: number
  /** What the best of the others that agree has in common; 0 where none agrees. */
  readonly agreeing: number
}

/** What the duels of each amount have in common with its words, as far as it counts. */
export interface Rivals {
  add(meeting: Meeting): void
  /** Once all have been added. */
  standing(meeting: Meeting): Standing
}

/** Beyond these more of it says no more. */
const FURTHEST = 1.5
export const MOST_RIVALS = 4

/** The highest values of each of some things, named by numbers below `size`. */
function highest(size: number): { add(thing: number, value: number): void; above(thing: number, value: number): number } {
  const [values, counts] = [new Float64Array(size * MOST_RIVALS), new Uint8Array(size)]
  return {
    add(thing, value) {
      const [from, count] = [thing * MOST_RIVALS, counts[thing] as number]
      if (count === MOST_RIVALS && value <= (values[from + count - 1] as number)) return
      let at = count < MOST_RIVALS ? count : count - 1
      if (count < MOST_RIVALS) counts[thing] = count + 1
      for (; at > 0 && (values[from + at - 1] as number) < value; at--) values[from + at] = values[from + at - 1] as number
      values[from + at] = value
    },
    above(thing, value) {
      let count = 0
      while (count < (counts[thing] as number) && (values[thing * MOST_RIVALS + count] as number) > value) count++
      return count
    },
  }
}

/** The rivals of claims, by one end of their duels. */
export function rivalsOf(end: 'promise' | 'told', size: number): Rivals {
  const [top, comparable, agreeing] = [highest(size), leaders(size), leaders(size)]
  const [partner, rival] = end === 'promise' ? (['b', 'told'] as const) : (['a', 'promise'] as const)
  return {
    add({ pair: { score }, numbers, encounter: { likely: { verdict } } }) {
      const claim = numbers[end]
      top.add(claim, score)
      if (verdict !== 'incomparable') comparable.lead(claim, numbers[partner], score)
      if (verdict === 'same') agreeing.lead(claim, numbers[rival], score)
    },
    standing({ pair: { score }, numbers }) {
      const claim = numbers[end]
      return {
        rank: top.above(claim, score), margin: Math.max(-FURTHEST, Math.min(FURTHEST, score - comparable.bestBeside(claim, numbers[partner]))),
        agreeing: agreeing.bestBeside(claim, numbers[rival]),
      }
    },
  }
}
