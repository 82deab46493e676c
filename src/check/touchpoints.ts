import type { Extract, Statement } from '../model/claim.js'
import type { Alignment } from '../model/match.js'
import type { Finding, Spot } from '../model/finding.js'
import { type CheckContext, finding, type Outcome, phrase, spotOf } from './context.js'
import { identityOf } from './identity.js'
import { isPromise } from './promise.js'

const RULE = 'promise/touchpoint-gap'
/** A touchpoint knows a promise when one of its passages shares so much with it. */
const KNOWS = 0.9
/** One telling word in common may be the name of the touchpoint in other words. */
const TELLING = 2
/** Below this, nothing in a touchpoint's documents comes near the promise. */
const IGNORANT = 0.55

interface Touchpoint {
  readonly name: string
  readonly keys: readonly string[]
  readonly documents: readonly Extract[]
}

function touchpointsOf(extracts: readonly Extract[]): Touchpoint[] {
  const names = [...new Set(extracts.flatMap((extract) => (extract.side === 'do' && extract.tags.touchpoint ? [extract.tags.touchpoint] : [])))]
  return names.map((name) => {
    const documents = extracts.filter((extract) => extract.tags.touchpoint === name)
    return { name, documents, keys: documents[0]?.touchpointKeys ?? [] }
  })
}

/** The words of a text, so that a name can be looked for among them. */
const folded = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `

/** The touchpoints that a promise names: "at the front desk, with our concierge or by phone with reservations". By its name as it is, too: "phone us" is another concept than a phone. */
const named = (promise: Statement, touchpoints: readonly Touchpoint[]): Touchpoint[] =>
  touchpoints.filter(({ name, keys }) => keys.length > 0 && (keys.every((key) => (promise.weights.get(key) ?? 0) >= 1) || folded(promise.quote).includes(folded(name))))

/** `promise/touchpoint-gap`: a promise made for several touchpoints of which some have not heard. */
export function checkTouchpoints(context: CheckContext): Outcome {
  const touchpoints = touchpointsOf(context.extracts)
  if (touchpoints.length < 2) return { findings: [], silences: [] }
  const findings: Finding[] = []
  for (const promise of context.matched.across.keys()) {
    const places = isPromise(promise) ? named(promise, touchpoints) : []
    if (places.length < 2) continue
    const best = places.map((place) => strongest(promise, place, context))
    const knowing = best.filter((one) => one.score >= KNOWS && one.telling >= TELLING)
    const ignorant = best.filter((one) => one.score < IGNORANT)
    if (knowing.length > 0 && ignorant.length > 0) findings.push(report(promise, knowing, ignorant, context))
  }
  return { findings, silences: [] }
}

interface Knowledge {
  readonly place: Touchpoint
  readonly score: number
  readonly telling: number
  readonly statement?: Statement
}

/** The passage of the touchpoint's documents that comes nearest to the promise; the touchpoint's own name does not count. */
function strongest(promise: Statement, place: Touchpoint, context: CheckContext): Knowledge {
  const pairs = (context.matched.across.get(promise) ?? []).filter((pair) => pair.b.tags.touchpoint === place.name)
  const names = new Set(context.extracts.flatMap((extract) => extract.touchpointKeys))
  const named = (pair: Alignment): number => pair.shared().filter((key) => names.has(key)).reduce((sum, key) => sum + context.matched.weight(key) * (pair.a.weights.get(key) ?? 0) * (pair.b.weights.get(key) ?? 0), 0)
  const [best] = pairs.map((pair) => ({ place, score: pair.score - named(pair), telling: pair.telling, statement: pair.b })).sort((a, b) => b.score - a.score)
  return best ?? { place, score: 0, telling: 0 }
}

function report(promise: Statement, knowing: readonly Knowledge[], ignorant: readonly Knowledge[], { scopes }: CheckContext): Finding {
  const told = knowing.flatMap((one) => (one.statement ? [spotOf(one.statement, phrase('note.knows', { touchpoint: one.place.name }))] : []))
  const silent = ignorant.flatMap((one): Spot[] => one.place.documents.slice(0, 1).flatMap((doc) => (doc.title ? [{ file: doc.file, ...doc.title, note: phrase('note.knows-nothing', { touchpoint: one.place.name }) }] : [])))
  return finding({
    ruleId: RULE, severity: 'warning', at: spotOf(promise), related: [...told, ...silent],
    what: phrase('finding.touchpoint-gap', { has: knowing.map((one) => one.place.name).join(', '), lacks: ignorant.map((one) => one.place.name).join(', ') }),
    identity: [identityOf(promise, scopes)], parts: ignorant.map((one) => one.place.name), alone: true,
  })
}
