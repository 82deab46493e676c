import type { Alignment } from '../model/match.js'
import type { Duel } from './duels.js'
import { bestBeside, lead, type Leader, noLeader } from './leader.js'

/** What the duels of one amount have in common with its words, as far as it counts. */
export interface Rivals {
  /** The highest scores. */
  readonly top: number[]
  /** Of those that can be compared, by the pair. */
  readonly comparable: Leader<Alignment>
  /** Of those that agree. */
  readonly same: Leader<Duel>
}

/** Beyond these more of it says no more. */
const FURTHEST = 1.5
export const MOST_RIVALS = 4

export const noRivals = (): Rivals => ({ top: [], comparable: noLeader(), same: noLeader() })

/** Takes one more duel of the amount into account. */
export function addRival({ top, comparable, same }: Rivals, duel: Duel): void {
  const { pair, comparison: { verdict } } = duel
  if (top.length < MOST_RIVALS || pair.score > (top.at(-1) as number)) {
    top.push(pair.score)
    top.sort((a, b) => b - a)
    if (top.length > MOST_RIVALS) top.pop()
  }
  if (verdict !== 'incomparable') lead(comparable, pair, pair.score)
  if (verdict === 'same') lead(same, duel, pair.score)
}

/** How a duel stands among those of one of its amounts. */
export interface Standing {
  /** So many have more in common, as far as it counts. */
  readonly rank: number
  /** How much more it has in common than the next best, or how much less than the best. */
  readonly margin: number
  /** What the best of those that agree has in common; 0 where none agrees. */
  readonly agreeing: number
}

export function standing(duel: Duel, { top, comparable, same }: Rivals): Standing {
  const { score } = duel.pair
  let rank = 0
  for (const other of top) if (other > score) rank++
  return { rank, margin: Math.max(-FURTHEST, Math.min(FURTHEST, score - bestBeside(comparable, duel.pair))), agreeing: bestBeside(same, duel) }
}
