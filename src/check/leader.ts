/** The best of what was seen so far, whose it is, and the best of all others; 0 where there is none. Stands for a sorted list of all, which would be long. */
export interface Leader<K> {
  best: number
  of: K | undefined
  next: number
}

export const noLeader = <K>(): Leader<K> => ({ best: 0, of: undefined, next: 0 })

/** Takes one more into account. */
export function lead<K>(leader: Leader<K>, of: K, worth: number): void {
  if (leader.of === of) leader.best = Math.max(leader.best, worth)
  else if (worth > leader.best) {
    leader.next = leader.best
    leader.best = worth
    leader.of = of
  } else leader.next = Math.max(leader.next, worth)
}

/** The best of all but one. */
export const bestBeside = <K>(leader: Leader<K>, of: K): number => (leader.of === of ? leader.next : leader.best)
