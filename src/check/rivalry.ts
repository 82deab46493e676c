import type { Claim } from '../model/claim.js'
import type { Matched } from '../model/match.js'
import { distance, type DuelKind, duelTraits, type Look, weighing } from './duel-traits.js'
import type { Duel } from './duels.js'
import { sharedWords } from './likeness.js'
import { DUEL_ODDS } from './odds.js'
import { addRival, noRivals, type Rivals, standing } from './rivals.js'
import type { Traits } from './traits.js'

/** All duels that some amounts stand in, those that nobody would believe too. */
export interface Rivalry {
  join(duel: Duel): void
  /** What stands for and against a duel once all have joined. */
  traits(duel: Duel): Traits
  /** How likely it is that its two amounts are meant to be the same, 0 to 1. */
  likelihood(duel: Duel): number
}

export function rivalry(kind: DuelKind, weight: Matched['weight']): Rivalry {
  const [ofPromise, ofTold] = [new Map<Claim, Rivals>(), new Map<Claim, Rivals>()]
  const weigh = weighing(DUEL_ODDS[kind])
  const rivals = (all: Map<Claim, Rivals>, claim: Claim): Rivals => {
    const known = all.get(claim)
    if (known) return known
    const made = noRivals()
    all.set(claim, made)
    return made
  }
  const look = (duel: Duel): Look => {
    const { pair, promise, told, role, comparison, strength } = duel
    return {
      pair, promise, told, role, comparison, strength, kind, apart: distance(duel), words: sharedWords(pair, weight),
      ofPromise: standing(duel, rivals(ofPromise, promise)), ofTold: standing(duel, rivals(ofTold, told)),
    }
  }
  return {
    join: (duel) => {
      addRival(rivals(ofPromise, duel.promise), duel)
      addRival(rivals(ofTold, duel.told), duel)
    },
    traits: (duel) => duelTraits(look(duel)),
    likelihood: (duel) => weigh(look(duel)),
  }
}
