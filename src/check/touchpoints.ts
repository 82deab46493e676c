import type { Extract, Statement } from '../model/claim.js'
import type { Alignment } from '../model/match.js'
import type { Finding, Spot } from '../model/finding.js'
import type { Role } from '../model/pack.js'
import { type CheckContext, finding, once, type Outcome, phrase, spotOf } from './context.js'
import { identityOf } from './identity.js'
import { isPromise } from './promise.js'

const RULE = 'promise/touchpoint-gap'
/** A touchpoint knows a promise when one of its passages shares so much with it. */
const KNOWS = 0.9
/** One that shares less than this part of what the best one shares, and less than this, does not. */
const SHARE = 0.55
const IGNORANT = 1.4
/** Documents for everybody that share so much more than the best touchpoint's, or so much in any case, tell all of them. */
const COMMON = 1.3
const TOLD_TO_ALL = 2.4

interface Touchpoint {
  readonly name: string
  /** The words of its name that no other touchpoint's has. */
  readonly keys: readonly string[]
  /** The kinds of place that it is and no other touchpoint is, as cue lists (`at-phone`). */
  readonly kinds: readonly string[]
  readonly documents: readonly Extract[]
}

const isKind = (cue: string): boolean => cue.startsWith('at-')

function touchpointsOf(extracts: readonly Extract[]): Touchpoint[] {
  const names = [...new Set(extracts.flatMap((extract) => (extract.side === 'do' && extract.tags.touchpoint ? [extract.tags.touchpoint] : [])))]
  const all = names.map((name): Touchpoint => {
    const documents = extracts.filter((extract) => extract.tags.touchpoint === name)
    return { name, documents, keys: documents[0]?.touchpointKeys ?? [], kinds: [...new Set(documents.flatMap((extract) => extract.touchpointCues.filter(isKind)))] }
  })
  // What two are called alike tells them not apart: the shop and the web shop are both a shop.
  const alone = (of: 'keys' | 'kinds', one: Touchpoint): readonly string[] => one[of].filter((name) => !all.some((other) => other !== one && other[of].includes(name)))
  return all.map((one) => ({ ...one, keys: alone('keys', one), kinds: alone('kinds', one) }))
}

/** The words of a text, so that a name can be looked for among them. */
const folded = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `

const names = (statement: Statement, { name, keys, kinds }: Touchpoint): boolean =>
  kinds.some((kind) => statement.cues.has(kind)) || (keys.length > 0 && keys.every((key) => (statement.weights.get(key) ?? 0) >= 1)) || folded(statement.quote).includes(folded(name))

/** Passages of the say side: what stands in one paragraph or cell is said together. */
function passagesOf(extracts: readonly Extract[]): readonly (readonly Statement[])[] {
  const passages = new Map<string, Statement[]>()
  for (const statement of extracts.flatMap(({ side, statements }) => (side === 'say' ? statements : []))) {
    const key = `${statement.file} ${statement.block}`
    const passage = passages.get(key)
    if (passage) passage.push(statement)
    else passages.set(key, [statement])
  }
  return [...passages.values()]
}

/** `promise/touchpoint-gap`: a promise made for several touchpoints of which some have not heard. */
export function checkTouchpoints(context: CheckContext): Outcome {
  const touchpoints = touchpointsOf(context.extracts)
  if (touchpoints.length < 2) return { findings: [], silences: [] }
  return { findings: passagesOf(context.extracts).flatMap((passage) => gapIn(passage, touchpoints, context)), silences: [] }
}

const HOURS: ReadonlySet<Role | undefined> = new Set(['schedule', 'opening', 'cutoff'])

/** "Shops open at nine, the chat answers until ten": the hours of one place are nothing for another to know. */
const tellsHours = ({ claims }: Statement): boolean => claims.length > 0 && claims.every(({ role }) => HOURS.has(role))

function gapIn(passage: readonly Statement[], touchpoints: readonly Touchpoint[], context: CheckContext): Finding[] {
  const places = touchpoints.filter((place) => passage.some((statement) => names(statement, place)))
  if (places.length < 2) return []
  const pairs = passage.filter((statement) => isPromise(statement) && !tellsHours(statement)).flatMap((promise) => context.matched.across.get(promise) ?? [])
  const best = places.map((place) => strongest(pairs, place, context))
  const most = Math.max(0, ...best.map((one) => one.score))
  const common = Math.max(0, ...pairs.filter((pair) => !pair.b.tags.touchpoint).map((pair) => pair.score))
  if (most < KNOWS || common >= Math.min(TOLD_TO_ALL, COMMON * most)) return []
  const knowing = best.filter((one) => one.score >= Math.max(KNOWS, SHARE * most))
  const ignorant = best.filter((one) => one.score < Math.min(IGNORANT, SHARE * most))
  const promise = knowing.find((one) => one.score === most)?.promise
  return promise && ignorant.length > 0 ? [report(promise, knowing, ignorant, context)] : []
}

interface Knowledge {
  readonly place: Touchpoint
  readonly score: number
  readonly promise?: Statement
  readonly statement?: Statement
}

/** The words of all touchpoints' names. */
const namesOf = once(({ extracts }) => new Set(extracts.flatMap((extract) => extract.touchpointKeys)))

/** The passage of the touchpoint's documents that comes nearest to one of the promises; the touchpoints' own names do not count. */
function strongest(pairs: readonly Alignment[], place: Touchpoint, context: CheckContext): Knowledge {
  const own = namesOf(context)
  const named = (pair: Alignment): number => pair.shared().filter((key) => own.has(key)).reduce((sum, key) => sum + context.matched.weight(key) * (pair.a.weights.get(key) ?? 0) * (pair.b.weights.get(key) ?? 0), 0)
  const told = pairs.filter((pair) => pair.b.tags.touchpoint === place.name)
  const [best] = told.map((pair) => ({ place, score: pair.score - named(pair), promise: pair.a, statement: pair.b })).sort((a, b) => b.score - a.score)
  return best ?? { place, score: 0 }
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
