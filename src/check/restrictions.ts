import type { Statement } from '../model/claim.js'
import type { Finding } from '../model/finding.js'
import { sameAmount } from '../model/compare.js'
import { isWord } from '../model/keys.js'
import type { Alignment } from '../model/match.js'
import { isBeyond } from './beyond.js'
import { type CheckContext, finding, type Outcome, phrase, spotOf } from './context.js'
import { identityOf } from './identity.js'
import { preference } from './preference.js'
import { content, isConcrete, isPromise } from './promise.js'
import { cover, ITSELF, wordsOf } from './telling.js'
import { shown } from './values.js'

/** Cue lists whose words set a limit to what customers get. */
export const LIMITS = ['refuse', 'deny', 'only-for', 'except', 'proof', 'own-limit', 'limit'] as const
const NEED = 0.7
/** The promise names the group itself, or its heading or row does. */
const GROUP_NEAR = 0.5
/** Share of a condition's own words that must stand on the say side for it to count as told to customers. */
const TOLD = 0.45

/** "Over 25s, licence two years plus", "take a £100 deposit": conditions that need no "only". */
const isEligibility = (told: Statement): boolean =>
  told.claims.some((claim) => (claim.quantity?.dimension === 'age' && claim.quantity.bound !== 'exact') || (claim.role === 'deposit' && (claim.quantity?.low ?? 0) > 0))

/** `promise/undisclosed-condition`, and `promise/contradicted` where the promise leaves no room for any condition. */
export function checkRestrictions(context: CheckContext): Outcome {
  const findings: Finding[] = []
  for (const [told, pairs] of context.matched.back) {
    const limit = LIMITS.find((cue) => told.cues.has(cue)) ?? (isEligibility(told) ? 'only-for' : undefined)
    if (!limit || told.kind !== 'said' || told.cues.has('internal') || told.cues.has('secrecy')) continue
    if (pairs.some((pair) => isBeyond(pair.a, pair.b))) continue
    const [chosen] = pairs.filter((pair) => pair.score >= NEED && (pair.telling >= 2 || pair.coverage >= 0.6) && speaksOf(pair) && pair.scope.relation !== 'disjoint' && isPromise(pair.a)).sort((a, b) => preference(b) - preference(a))
    if (chosen && !disclosed(chosen, pairs, context)) findings.push(report(chosen, limit, context))
  }
  return { findings, silences: [] }
}

/** So near stand words that a sentence leans on: those before its semicolon. */
const LEANING = 0.85

/** A sentence of so few words says hardly more than its limit. */
const FEW = 2

/** In a table, a list or a data file the limited thing stands beside the limit. */
const STRUCTURE: ReadonlySet<string> = new Set(['row', 'column', 'key', 'item', 'label'])

/** "Tub only on 6–10" after "Wi-Fi comes with it" limits the tub: the limited thing must stand in the sentence itself. */
function speaksOf(pair: Alignment): boolean {
  return content(pair.b) <= FEW || pair.b.cues.has('pronoun') || [...pair.b.weights].some(([key, near]) => near >= LEANING && isWord(key) && (pair.a.weights.get(key) ?? 0) >= 0.5) || pair.b.labels.some((label) => STRUCTURE.has(label.kind))
}

const limiting = (statement: Statement): boolean => LIMITS.some((cue) => statement.cues.has(cue))

/** A sentence of the say side that sets a limit itself needs to have less in common with the condition. */
const STATED = 0.4

/** The say side tells customers of the condition, on whatever page speaks of the same thing. */
export function disclosed(chosen: Alignment, pairs: readonly Alignment[], { matched, scopes }: CheckContext): boolean {
  const all = wordsOf(chosen.b, ITSELF, matched.weight)
  // What the condition adds to the promise: its own words that the promise does not have.
  const added = new Map([...all].filter(([key]) => (chosen.a.weights.get(key) ?? 0) < 1))
  const groups = [...all.keys()].filter((key) => scopes.has(key))
  return pairs.some(({ a, b }) => {
    if (limiting(a) && cover(all, a.weights) >= STATED) return true
    // "Enterprise only" is told to customers where a promise is made to Enterprise customers.
    if (groups.length > 0 && groups.every((key) => (a.weights.get(key) ?? 0) >= GROUP_NEAR)) return true
    const amountStated = b.quantities.some((q) => a.quantities.some((p) => sameAmount(p, q)))
    return (added.size > 0 && cover(added, a.weights) >= TOLD) || (amountStated && limiting(a))
  })
}

/** Words that plainly bar somebody; "only" and "proof" stand in many a rule that takes nothing away. */
const BARS: ReadonlySet<string> = new Set(['only-for', 'refuse', 'deny', 'except', 'own-limit'])
/** Where two sentences share this much of all they say, staff are told the promise itself, limits and all. */
const RESTATED = 0.6
const MOSTLY = 0.6

/** Measured on 23 labelled companies: of those that fit this nearly all were right, of the others one in five. */
const isPlain = (pair: Alignment, limit: string): boolean =>
  BARS.has(limit) && pair.scope.relation === 'same' && pair.mutual < RESTATED && pair.coverage >= MOSTLY

function report(pair: Alignment, limit: string, { scopes }: CheckContext): Finding {
  const universal = pair.a.cues.has('absolute')
  const automatic = pair.a.cues.has('automatic') && limit === 'proof'
  const barred = universal && (limit === 'refuse' || limit === 'deny' || limit === 'except')
  const ruleId = automatic || barred ? 'promise/contradicted' : 'promise/undisclosed-condition'
  return finding({
    ruleId, severity: isPlain(pair, limit) && (isConcrete(pair.a) || universal) ? 'warning' : 'info', at: spotOf(pair.a), related: [spotOf(pair.b, phrase('note.condition'))], strength: preference(pair),
    topic: pair.a.claims.find((claim) => claim.topic)?.topic,
    what: phrase(ruleId === 'promise/contradicted' ? 'finding.contradicted.refused' : 'finding.undisclosed-condition'),
    identity: [identityOf(pair.a, scopes), identityOf(pair.b, scopes)],
    why: [phrase(`why.limit.${limit}`), phrase('why.matched', { words: shown(pair.shared()) })],
  })
}
