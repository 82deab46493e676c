import { type DuelKind, duelTraits, type Look, weighing } from './duel-traits.js'
import { sharedWords } from './likeness.js'
import type { Meeting } from './meetings.js'
import { DUEL_ODDS } from './odds.js'
import type { Ring } from './ring.js'
import { rivalsOf } from './rivals.js'
import type { Traits } from './traits.js'

/** All duels that some amounts stand in, those that nobody would believe too. */
export interface Rivalry {
  join(meeting: Meeting): void
  /** What stands for and against a duel that parts, once all have joined. */
  traits(meeting: Meeting): Traits
  /** How likely it is that its two amounts are meant to be the same, 0 to 1. */
  likelihood(meeting: Meeting): number
}

export function rivalry(kind: DuelKind, { claims, weight }: Ring): Rivalry {
  const [ofPromise, ofTold] = [rivalsOf('promise', claims.length), rivalsOf('told', claims.length)]
  const weigh = weighing(DUEL_ODDS[kind])
  const look = (meeting: Meeting): Look => {
    const { pair, promise, told, encounter, strength } = meeting
    return {
      pair, promise, told, encounter, strength, kind, words: sharedWords(pair, weight),
      ofPromise: ofPromise.standing(meeting), ofTold: ofTold.standing(meeting),
    }
  }
  return {
    join: (meeting) => {
      ofPromise.add(meeting)
      ofTold.add(meeting)
    },
    traits: (meeting) => duelTraits(look(meeting)),
    likelihood: (meeting) => weigh(look(meeting)),
  }
}
