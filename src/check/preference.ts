import type { Alignment } from '../model/match.js'

/** Words that make a promise the one that an instruction breaks: it left no room. */
export const UNBOUNDED = ['absolute', 'guarantee', 'immediate', 'automatic']
/** A promise that sets its own limits is less likely to be the one. */
const LIMITED = ['only-for', 'except', 'refuse', 'deny', 'proof']
const STEP = 0.35

/** How likely it is that the instruction of a pair is about the promise of that pair, rather than about another promise. */
export function preference(pair: Alignment, base = pair.score): number {
  const has = (cues: readonly string[]): boolean => cues.some((cue) => pair.a.cues.has(cue))
  return base + (has(UNBOUNDED) ? STEP : 0) - (has(LIMITED) ? STEP : 0)
}
