/**
 * Of each of some things, named by numbers below `size`: the best of what was seen so far, whose it is, and the best of all
 * others; 0 where there is none. Stands for sorted lists of all, which would be long.
 */
export interface Leaders {
  /** Takes one more into account. */
  lead(thing: number, of: number, worth: number): void
  /** The best of all but one. */
  bestBeside(thing: number, of: number): number
}

export function leaders(size: number): Leaders {
  const [best, owner, next] = [new Float64Array(size), new Int32Array(size).fill(-1), new Float64Array(size)]
  return {
    lead(thing, of, worth) {
      const leading = best[thing] as number
      if (owner[thing] === of) best[thing] = Math.max(leading, worth)
      else if (worth > leading) {
        next[thing] = leading
        best[thing] = worth
        owner[thing] = of
      } else next[thing] = Math.max(next[thing] as number, worth)
    },
    bestBeside: (thing, of) => (owner[thing] === of ? next[thing] : best[thing]) as number,
  }
}
