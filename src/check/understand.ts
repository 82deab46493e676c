import type { Statement } from '../model/claim.js'
import { isWord, TOPIC } from '../model/keys.js'
import type { Alignment } from '../model/match.js'
import type { Asked, LineUnderstood, Near, Understood } from '../model/understood.js'
import { type Conclusion, names, whyApart } from './apart.js'
import { type CheckContext, spotOf } from './context.js'
import { whyCovered } from './coverage.js'
import { isConcrete, noPromise } from './promise.js'

/** So many passages of the other side are told of. */
const MOST = 3
/** Among so many of the nearest, those that a finding names come first. */
const MANY = 12

/** Cue lists that mean something to a writer; `cue.<id>` has the words for each. */
export const SIGNS = [
  'free', 'included', 'guarantee', 'absolute', 'immediate', 'automatic', 'give', 'get', 'aim', 'hedge', 'only-for', 'except', 'proof', 'condition',
  'limit', 'own-limit', 'refuse', 'deny', 'approval', 'secrecy', 'no-promise', 'ask-why', 'internal', 'commits-nobody', 'puffery', 'fact',
] as const

interface Asking {
  readonly conclusion: Conclusion
  readonly context: CheckContext
}

/** What a statement can be taken for that is then compared with the other side. */
const COMPARED: ReadonlySet<string> = new Set(['promise', 'general', 'told'])

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]

/** What a statement is taken for: see `Understood`. */
function takenFor(statement: Statement): string {
  if (statement.side === 'do') return statement.kind === 'said' ? 'told' : statement.kind
  return noPromise(statement) ?? (isConcrete(statement) ? 'promise' : 'general')
}

const isTold = (key: string): boolean => isWord(key) || key.startsWith(TOPIC)

/** A passage that has less than this share of what the nearest has in common is not near beside it. */
const BESIDE = 0.5

function nearest(statement: Statement, { matched }: CheckContext): readonly Alignment[] {
  const pairs = matched.nearest(statement, MANY)
  return pairs.filter((pair) => pair.score >= BESIDE * (pairs[0]?.score ?? 0))
}

/** What comes near; undefined where the statement is not compared because of what it is taken for. */
function nearOf(statement: Statement, taken: string, { conclusion, context }: Asking): readonly Near[] | undefined {
  const near = nearest(statement, context).map((pair): Near => ({
    spot: spotOf(statement === pair.a ? pair.b : pair.a), shared: pair.shared().filter(isTold), reason: whyApart(pair, conclusion, context),
  })).filter(({ reason }) => reason.code !== taken)
  const isReported = ({ reason }: Near): boolean => reason.code === 'reported'
  const chosen = near.toSorted((a, b) => Number(isReported(b)) - Number(isReported(a))).slice(0, MOST)
  return chosen.length === 0 && !COMPARED.has(taken) ? undefined : chosen
}

function scopeOf({ labels, tags }: Statement, scopes: CheckContext['scopes']): readonly string[] {
  const named = [tags.product, tags.region].filter((name) => name !== undefined)
  return distinct([...named, ...labels.flatMap((label) => label.keys).filter((key) => scopes.has(key))])
}

function understood(statement: Statement, asking: Asking): Understood {
  const { conclusion, context } = asking
  const taken = takenFor(statement)
  const covered = taken === 'promise' && !conclusion.reported.some(names(statement)) ? whyCovered(statement, context) : undefined
  return {
    spot: spotOf(statement), side: statement.side, taken,
    topics: distinct(statement.claims.flatMap((claim) => claim.topic ?? [])),
    amounts: statement.claims.map(({ text, role, yes }) => ({ text, role, yes })),
    signs: SIGNS.flatMap((cue) => (statement.cues.has(cue) ? [{ cue, spans: statement.cues.get(cue) ?? [] }] : [])),
    scope: scopeOf(statement, context.scopes),
    untold: covered === undefined ? undefined : { code: covered, slots: {} },
    near: nearOf(statement, taken, asking),
  }
}

/** What was made of a line: each statement that stands on it, or why there is none. */
export function understand({ file, line, span, bare }: Asked, conclusion: Conclusion, context: CheckContext): LineUnderstood {
  const extract = context.extracts.find((one) => one.file === file)
  const statements = (extract?.statements ?? []).filter((one) => one.span.start < span.end && span.start < one.span.end)
  const languages = extract?.unread ?? []
  const nothing = bare ?? (languages.length > 0 ? 'language' : 'no-words')
  return {
    file, line, statements: statements.map((statement) => understood(statement, { conclusion, context })),
    ...(statements.length === 0 ? { nothing } : {}), languages,
  }
}
