import type { Statement } from '../model/claim.js'

/** Whether a statement has a word of one of these cue lists. */
export const has = (statement: Statement, ...cues: readonly string[]): boolean => cues.some((cue) => statement.cues.has(cue))

/** Words that leave a promise no room. */
export const UNBOUNDED = ['absolute', 'guarantee', 'immediate', 'automatic'] as const

/** Words by which a promise sets its own limits. */
export const LIMITED = ['only-for', 'except', 'refuse', 'deny', 'proof'] as const

/** Cue lists whose words set a limit to what customers get; the first one that a statement has names its limit. */
export const LIMITS = ['refuse', 'deny', 'only-for', 'except', 'proof', 'own-limit', 'limit'] as const
