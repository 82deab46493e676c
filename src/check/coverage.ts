import type { Statement, Weights } from '../model/claim.js'
import { overlap } from '../model/compare.js'
import type { Finding } from '../model/finding.js'
import type { Alignment } from '../model/match.js'
import { type CheckContext, finding, type Outcome, phrase, spotOf } from './context.js'
import { identityOf } from './identity.js'
import { content, isConcrete, isSoft } from './promise.js'
import { cover, OWN, wordsOf } from './telling.js'

/** Share of a promise's telling words that staff passages must have to back it. */
export const BACKED = 0.45
/** Staff know the things a promise is about when this share of its own words stands anywhere in their documents. */
const KNOWN = 0.6
/** Below these, no staff passage comes near. */
const SURELY = 0.15
const SURELY_NEW = 0.25
const GIFT_WORDS = 4
/** Words this near count as the promise's own: the sentence itself, its row, the sentence before it; not its heading. */
const NEAR = 0.55
/** What the same measure, or the same amount, adds. */
const SAME = 0.25
/** Staff have a rule for the measure, if not in a passage with the same words. */
const ELSEWHERE = 0.15
/** Words that stand somewhere in a section, but not together, say less than words of one sentence. */
const APART = 0.75

const sameMeasure = (pair: Alignment): boolean =>
  pair.a.claims.some((claim) => claim.topic && pair.b.claims.some((told) => told.topic === claim.topic))

const sameAmount = (pair: Alignment): boolean =>
  pair.a.quantities.some((q) => q.dimension !== 'count' && pair.b.quantities.some((told) => overlap(q, told)))

/** For each statement of the staff documents, the words of all statements of its section together. */
function sections(context: Pick<CheckContext, 'extracts'>): ReadonlyMap<Statement, Weights> {
  const byStatement = new Map<Statement, Weights>()
  for (const { side, statements } of context.extracts) {
    if (side !== 'do') continue
    const bySection = new Map<number, Map<string, number>>()
    for (const statement of statements) {
      const words = bySection.get(statement.section) ?? new Map<string, number>()
      for (const [key, near] of statement.weights) words.set(key, Math.max(near, words.get(key) ?? 0))
      bySection.set(statement.section, words)
      byStatement.set(statement, words)
    }
  }
  return byStatement
}

/** How well one passage tells staff of its promise: the share of the promise's words that it has, and more for the same measure or amount. */
const passageBacking = (pair: Alignment, keys: Weights): number => cover(keys, pair.b.weights) + (sameMeasure(pair) ? SAME : 0) + (sameAmount(pair) ? SAME : 0)

/** The same for a pair by itself. */
export const backing = (pair: Alignment, weight: (key: string) => number): number => passageBacking(pair, wordsOf(pair.a, NEAR, weight))

/** How well staff are told of each promise, 0 to 1: by their best passage, or by a section as a whole. */
export function backer(context: Pick<CheckContext, 'extracts' | 'matched'>): (promise: Statement) => number {
  const parts = sections(context)
  const measures = new Set(context.extracts.flatMap((extract) => (extract.side === 'do' ? extract.statements.flatMap((s) => s.claims.flatMap((claim) => claim.topic ?? [])) : [])))
  return (promise) => {
    const keys = wordsOf(promise, NEAR, context.matched.weight)
    const pairs = context.matched.across.get(promise) ?? []
    const passages = pairs.map((pair) => passageBacking(pair, keys))
    const spoken = promise.claims.some((claim) => claim.topic && measures.has(claim.topic)) ? ELSEWHERE : 0
    return spoken + Math.max(0, ...passages, ...[...new Set(pairs.map((pair) => parts.get(pair.b)))].map((words) => APART * cover(keys, words ?? new Map())))
  }
}

/** The share of a promise's own words that stand anywhere in the staff documents. */
function familiar(context: CheckContext): (promise: Statement) => number {
  const told = new Map<string, number>()
  for (const extract of context.extracts) {
    if (extract.side === 'do') for (const statement of extract.statements) for (const [key, near] of statement.weights) if (near >= OWN) told.set(key, 1)
  }
  return (promise) => cover(wordsOf(promise, OWN, context.matched.weight), told)
}

/** Something free or guaranteed that is named, and no amount that leads elsewhere ("free over €50, otherwise €4.90"): of such promises most were right. */
const isPlainGift = (promise: Statement): boolean =>
  (promise.cues.has('free') || promise.cues.has('guarantee')) && content(promise) >= GIFT_WORDS && promise.claims.every(({ quantity }) => quantity?.dimension !== 'money' || quantity.high === 0)

/** Somebody has to hand over, do or leave out what these words promise; hours, prices and deadlines are there to be read. */
const GIVES = ['free', 'included', 'guarantee', 'give', 'get']
const gives = (promise: Statement): boolean => GIVES.some((cue) => promise.cues.has(cue)) || promise.claims.some((claim) => claim.role === 'benefit')

/** Why nobody asks whether staff know of a statement; undefined where it is asked. */
function unasked(promise: Statement): string | undefined {
  if (!isConcrete(promise)) return 'not-concrete'
  if (!gives(promise)) return 'there-to-read'
  if (promise.title) return 'heading'
  if (content(promise) === 0) return 'no-promise'
  if (isSoft(promise)) return 'aim'
  return promise.marks.some((mark) => mark.key === 'rule:promise/absolute') ? 'absolute' : undefined
}

/** Why it is not reported of a promise that staff are told of it nowhere; undefined where it may be. */
export function whyCovered(promise: Statement, context: CheckContext): string | undefined {
  const excuse = unasked(promise)
  if (excuse !== undefined) return excuse
  if (backer(context)(promise) >= BACKED) return 'backed'
  return familiar(context)(promise) >= KNOWN ? 'familiar' : undefined
}

/** `promise/unbacked`: a concrete promise that no staff document knows of. */
export function checkCoverage(context: CheckContext): Outcome {
  if (!context.extracts.some((extract) => extract.side === 'do')) return { findings: [], silences: [] }
  const backed = backer(context)
  const known = familiar(context)
  const findings: Finding[] = []
  for (const promise of context.matched.across.keys()) {
    if (unasked(promise) !== undefined) continue
    const familiarity = known(promise)
    if (familiarity >= KNOWN) continue
    const told = backed(promise)
    if (told >= BACKED) continue
    const sure = told < SURELY && familiarity < SURELY_NEW && isPlainGift(promise)
    findings.push(finding({
      ruleId: 'promise/unbacked', severity: sure ? 'warning' : 'info', at: spotOf(promise), topic: promise.claims.find((claim) => claim.topic)?.topic,
      what: phrase('finding.unbacked'), why: [phrase('why.unbacked')], identity: [identityOf(promise, context.scopes)],
    }))
  }
  return { findings, silences: [] }
}
