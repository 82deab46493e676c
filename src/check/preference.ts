import type { Alignment } from '../model/match.js'
import { has, LIMITED, UNBOUNDED } from './cues.js'

const STEP = 0.35

/** How likely it is that the instruction of a pair is about the promise of that pair: one that left no room is likelier than one that sets its own limits. */
export const preference = ({ a, score }: Alignment, base = score): number => base + (has(a, ...UNBOUNDED) ? STEP : 0) - (has(a, ...LIMITED) ? STEP : 0)
