import type { Claim } from '../model/claim.js'
import { addRival, duelTraits, noRivals, type Rivals } from './duel-traits.js'
import type { Traits } from './traits.js'
import type { Duel } from './duels.js'

/** All duels that some amounts stand in, those that nobody would believe too. */
export interface Rivalry {
  join(duel: Duel): void
  /** What stands for and against a duel once all have joined. */
  traits(duel: Duel): Traits
}

export function rivalry(): Rivalry {
  const [ofPromise, ofTold] = [new Map<Claim, Rivals>(), new Map<Claim, Rivals>()]
  const rivals = (all: Map<Claim, Rivals>, claim: Claim): Rivals => {
    const known = all.get(claim) ?? noRivals()
    all.set(claim, known)
    return known
  }
  return {
    join: (duel) => {
      addRival(rivals(ofPromise, duel.promise), duel)
      addRival(rivals(ofTold, duel.told), duel)
    },
    traits: (duel) => duelTraits(duel, { ofPromise: rivals(ofPromise, duel.promise), ofTold: rivals(ofTold, duel.told) }),
  }
}
