import type { Claim } from '../model/claim.js'
import type { Matched } from '../model/match.js'
import { addRival, type DuelKind, duelTraits, noRivals, type Rivals } from './duel-traits.js'
import type { Duel } from './duels.js'
import { share } from './likeliest.js'
import { DUEL_ODDS } from './odds.js'
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
  const rivals = (all: Map<Claim, Rivals>, claim: Claim): Rivals => {
    const known = all.get(claim) ?? noRivals()
    all.set(claim, known)
    return known
  }
  const traits = (duel: Duel): Traits => duelTraits(duel, { ofPromise: rivals(ofPromise, duel.promise), ofTold: rivals(ofTold, duel.told), kind }, weight)
  return {
    join: (duel) => {
      addRival(rivals(ofPromise, duel.promise), duel)
      addRival(rivals(ofTold, duel.told), duel)
    },
    traits,
    likelihood: (duel) => share(DUEL_ODDS[kind], traits(duel)),
  }
}
