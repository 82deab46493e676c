import type { Claim } from '../model/claim.js'
import type { Measure, Role, Topic } from '../model/pack.js'
import type { Hit } from '../model/lexicon.js'
import type { Quantity, QuantityHit } from '../model/quantity.js'
import { ROLE_FACTS } from '../model/roles.js'
import { sourceSpan } from '../model/text.js'
import type { Lexed } from './lexed.js'
import { type Setting, topicsOf } from './setting.js'
import { wordClaims } from './word-claims.js'

interface Reading {
  readonly topic: Topic
  readonly measure: Measure
  readonly score: number
  readonly own: boolean
  /** No word of the measure itself was found: it is the topic's usual one. */
  readonly usual: boolean
}

/** Two readings closer than this leave the reader in doubt. */
const CLEAR = 0.12
const CUE_BONUS = 0.6
const ABOVE_BONUS = 0.4
const FAR = 0.02
/** General words decide between two readings of the topics: "£20 off the repair" is no repair fee. */
const AGREES = 0.35

const COUNTED: readonly Quantity['dimension'][] = ['count', 'mass', 'distance', 'storage']
const kindOf = (dimension: Quantity['dimension']): string => (COUNTED.includes(dimension) ? 'count' : dimension === 'percent' ? 'money' : dimension)

/** Words that hold an amount of this kind speak of that one alone: "free over £50" says nothing of the £4.95 before it. */
function elsewhere({ clause }: Setting, { from, to }: Hit, dimension: Quantity['dimension'], at: number): boolean {
  const held = (first: number): boolean => from <= first && first < to
  return !held(at) && clause.quantities.some(({ quantity, firstToken }) => kindOf(quantity.dimension) === kindOf(dimension) && held(firstToken))
}

/** A comma parts more than a word does. */
const COMMA = 2
const COMMAS: ReadonlySet<string> = new Set([',', ';'])

/** What the commas between an amount and some words come to. */
const breaks = ({ tokens }: Lexed, first: number, { from, to }: Pick<Hit, 'from' | 'to'>): number =>
  COMMA * tokens.slice(Math.min(first, to), Math.max(first, from)).filter(({ norm }) => COMMAS.has(norm)).length

/** Of several amounts, a word speaks of the nearest: "£15 a night, £50 deposit". */
function nearest({ clause, lexed }: Setting, { from, to }: Hit, dimension: Quantity['dimension'], at: number): boolean {
  const far = (first: number): number => Math.max(0, first - to, from - first) + breaks(lexed, first, { from, to })
  return clause.quantities.every(({ quantity, firstToken }) => kindOf(quantity.dimension) !== kindOf(dimension) || far(firstToken) >= far(at))
}

/** How well the measure's own words point at this amount; undefined when its words are wanted and missing, or others forbid it. */
function fit(setting: Setting, topic: Topic, measure: Measure, dimension: Quantity['dimension'], at: number): number | undefined {
  const id = `${topic.id}.${measure.id}`
  const here = (key: string): readonly Hit[] => setting.clause.hits.filter((hit) => hit.key === key && !elsewhere(setting, hit, dimension, at))
  if (here(`not:${id}`).length > 0) return undefined
  const near = here(`measure:${id}`).filter((hit) => nearest(setting, hit, dimension, at)).map((hit) => Math.max(0, at - hit.to, hit.from - at))
  if (near.length > 0) return CUE_BONUS - FAR * Math.min(10, Math.min(...near))
  const above = Math.max(0, ...setting.trail.filter((step) => step.hits.has(`measure:${id}`)).map((step) => step.weight))
  if (above > 0) return ABOVE_BONUS * above
  return measure.cues[setting.language] === undefined ? 0 : undefined
}

/** Ten minutes are no time to send something back, and what is counted from delivery is no delivery time. */
const makesSense = ({ least, notFrom }: Measure, { dimension, high, anchor, relation }: Quantity): boolean =>
  dimension !== 'duration' || (high >= least && (relation !== 'after' || anchor === undefined || !notFrom.includes(anchor)))

function readings(setting: Setting, quantity: Quantity, at: number, general?: Role): Reading[] {
  const out: Reading[] = []
  for (const [id, weight] of topicsOf(setting)) {
    const topic = setting.kit.topics.get(id)
    for (const measure of topic?.measures ?? []) {
      if (!ROLE_FACTS[measure.role].dimensions.includes(quantity.dimension) || !makesSense(measure, quantity)) continue
      const bonus = fit(setting, topic as Topic, measure, quantity.dimension, at)
      const agrees = measure.role === general ? AGREES : 0
      if (bonus !== undefined) out.push({ topic: topic as Topic, measure, score: weight + bonus + agrees + nearTopic(setting, id, at), own: weight === 1, usual: bonus === 0 })
    }
  }
  return out.sort((a, b) => b.score - a.score)
}

/** A topic word next to the amount outweighs one at the other end of the sentence. */
function nearTopic(setting: Setting, topic: string, at: number): number {
  const hits = setting.clause.hits.filter((hit) => hit.key === `topic:${topic}`)
  if (hits.length === 0) return 0
  return -FAR * Math.min(12, Math.min(...hits.map((hit) => Math.max(0, at - hit.to, hit.from - at))))
}

const HAS_TIME: ReadonlySet<string> = new Set(['purchase', 'delivery', 'collection'])

/** Roles told by general words alone: "{money} off" is a benefit whatever the topic. Lists are `cues/role-*.yaml`. */
const GENERAL: readonly Role[] = ['threshold', 'deposit', 'benefit', 'fee', 'term', 'advance', 'notice', 'window', 'deadline', 'cutoff', 'opening', 'rate']

const ROLE_CUES: readonly (readonly [Role, string])[] = GENERAL.map((role) => [role, `cue:role-${role}`])

function generalRole(setting: Setting, hit: QuantityHit): Role | undefined {
  const { quantity } = hit
  if (quantity.dimension === 'schedule') return 'schedule'
  if (quantity.dimension === 'age') return 'age'
  if (quantity.unitless) return undefined
  if (COUNTED.includes(quantity.dimension)) return 'count'
  if (quantity.dimension === 'money' && standsAlone(setting) && isFreeFrom(setting)) return 'threshold'
  let best: { role: Role; distance: number } | undefined
  for (const [role, key] of ROLE_CUES) {
    if (!ROLE_FACTS[role].dimensions.includes(quantity.dimension)) continue
    for (const cue of setting.clause.hits) {
      if (cue.key !== key) continue
      const distance = Math.max(0, hit.firstToken - cue.to, cue.from - hit.lastToken)
      if ((!best || distance < best.distance) && !elsewhere(setting, cue, quantity.dimension, hit.firstToken)) best = { role, distance }
    }
  }
  if (best && best.distance <= 8) return best.role
  const above = GENERAL.find((role) => ROLE_FACTS[role].dimensions.includes(quantity.dimension) && setting.trail.some((step) => step.weight >= 0.5 && step.hits.has(`cue:role-${role}`)))
  if (above) return above
  if (quantity.dimension === 'clock') return quantity.bound === 'from' ? 'opening' : quantity.bound === 'until' || quantity.bound === 'atMost' ? 'cutoff' : undefined
  if (quantity.dimension === 'duration' && quantity.relation === 'before') return 'notice'
  // Counted from what the customer did or got, and nobody is said to do anything by then: time that the customer has.
  if (quantity.dimension === 'duration' && quantity.relation === 'after' && quantity.anchor !== undefined && HAS_TIME.has(quantity.anchor)) return 'window'
  // "the same day", "overnight": said of what the company does.
  if (quantity.dimension === 'duration' && quantity.unit === 'day' && quantity.high <= 1 && quantity.bound === 'exact') return 'deadline'
  if (quantity.dimension === 'money' && !quantity.ambiguous && standsAlone(setting)) return quantity.bound === 'from' ? 'threshold' : 'fee'
  return undefined
}

/** A column "Free from", a field `waived_over`: its amounts are those from which on nothing is paid. */
function isFreeFrom({ trail }: Setting): boolean {
  const name = trail.findLast(({ kind }) => kind === 'column' || kind === 'key')
  return name !== undefined && name.hits.has('cue:unit-from') && name.hits.has('cue:free')
}

/** A cell or field that holds nothing but an amount. */
const standsAlone = ({ clause, lexed }: Setting): boolean =>
  clause.quantities.length === 1 && lexed.tokens.every((token, i) => i < clause.from || i >= clause.to || token.kind === 'mark' || clause.quantities.some((hit) => hit.firstToken <= i && i < hit.lastToken))

/** "for the whole stay", "once": counted by the stay, if by no shorter time. */
function counted(setting: Setting, { quantity }: QuantityHit): Quantity {
  const once = quantity.dimension === 'money' && setting.clause.hits.some((hit) => hit.key === 'cue:once')
  return once && !quantity.per?.some((unit) => ['hour', 'day', 'night', 'week', 'month', 'year'].includes(unit)) ? { ...quantity, per: [...(quantity.per ?? []), 'stay'] } : quantity
}

/** General words of the clause itself, not of its headings, name another role. */
function saysOtherwise(setting: Setting, hit: QuantityHit, role: Role): boolean {
  const own = generalRole({ ...setting, trail: [] }, hit)
  return own !== undefined && own !== role
}

function amountClaim(setting: Setting, hit: QuantityHit): Claim {
  return { ...measured(setting, hit), span: sourceSpan(setting.prose, hit) }
}

/** What an amount measures. */
function measured(setting: Setting, hit: QuantityHit): Omit<Claim, 'span'> {
  const general = generalRole(setting, hit)
  const [best, next] = hit.quantity.unitless ? [] : readings(setting, hit.quantity, hit.firstToken, general)
  const base = { quantity: counted(setting, hit), text: setting.lexed.text.slice(hit.start, hit.end) }
  // "The money hits the card in three days" under "Returns": general words that say otherwise outweigh a topic's usual measure.
  if (!best || (best.usual && !best.own && saysOtherwise(setting, hit, best.measure.role))) return { ...base, role: general, evidence: 'general', ambiguous: false }
  // "at least 24 hours before your show" is notice, whatever the topic's usual duration is.
  const early = hit.quantity.relation === 'before' && (best.measure.role === 'window' || best.measure.role === 'deadline')
  const rival = next !== undefined && best.score - next.score < CLEAR && next.measure.role !== best.measure.role
  return { ...base, topic: `${best.topic.id}.${early ? 'notice' : best.measure.id}`, role: early ? 'notice' : best.measure.role, evidence: best.own ? 'own' : 'trail', ambiguous: rival }
}

/** "not included" costs something; "no notice, no leaving fee" does not. */
const denies = ({ lexed }: Setting, not: Hit, free: Hit): boolean =>
  not.key === 'cue:negation' && not.to <= free.from && free.from - not.to <= 2 && !lexed.tokens.slice(not.to, free.from).some((token) => token.kind === 'mark')

/** "We pay the courier £4" tells what it costs us; "it costs us £30, but you pay nothing" what it costs the customer as well. */
const isOurCost = ({ clause }: Setting, cost: Hit, free: Hit): boolean =>
  cost.key === 'cue:cost-to-us' && !clause.hits.some((hit) => hit.key === 'cue:turn' && cost.from < hit.from && hit.from < free.from)

const ZERO: Quantity = { dimension: 'money', low: 0, high: 0, bound: 'exact', unit: 'money', amount: [0, 0] }

/** "free", "at no charge": a fee of nothing, for the topic that has a fee. */
function freeClaim(setting: Setting): Claim[] {
  const free = setting.clause.hits.find((hit) => hit.key === 'cue:free')
  if (!free || setting.clause.hits.some((hit) => isOurCost(setting, hit, free) || denies(setting, hit, free))) return []
  const [first, last] = [setting.lexed.tokens[free.from], setting.lexed.tokens[free.to - 1]]
  if (!first || !last) return []
  const best = readings(setting, ZERO, free.from).find((reading) => reading.measure.role === 'fee' || reading.measure.role === 'price')
  const base = { role: 'fee' as Role, quantity: ZERO, span: sourceSpan(setting.prose, { start: first.start, end: last.end }), text: setting.lexed.text.slice(first.start, last.end), ambiguous: false }
  return [best ? { ...base, topic: `${best.topic.id}.${best.measure.id}`, evidence: best.own ? 'own' : 'trail' } : { ...base, evidence: 'general' }]
}

/** Amounts that promise nothing: "every 30 minutes" says how often, "costs us £30" what we pay. */
const NO_CLAIM = new Set(['cue:rhythm', 'cue:cost-to-us', 'cue:role-none'])

/** A measure that asks for a rhythm ("backups every 6 hours") takes the word and its amount back. */
const claimsNothing = ({ clause }: Setting, hit: QuantityHit, { topic }: Claim): boolean =>
  clause.hits.some((cue) => NO_CLAIM.has(cue.key) && cue.from <= hit.lastToken && cue.to >= hit.firstToken && !clause.hits.some(({ key, from, to }) => key === `measure:${topic}` && from <= cue.from && to >= cue.to))

/** `inside_48h: 15.00`: the time in the name of a field is told to staff like its sum. It stands where the field stands. */
function namedClaims(setting: Setting): Claim[] {
  const name = setting.trail.findLast(({ kind }) => kind === 'key')
  if (!name) return []
  const span = sourceSpan(setting.prose, { start: setting.lexed.tokens[setting.clause.from]?.start ?? 0, end: setting.lexed.tokens[setting.clause.to - 1]?.end ?? 0 })
  return name.lexed.clauses.flatMap((clause) => clause.quantities.filter(({ quantity }) => quantity.dimension === 'duration')
    .map((hit) => ({ ...measured({ ...setting, lexed: name.lexed, clause, trail: [] }, hit), span })))
}

const CONDITIONAL: ReadonlySet<Role> = new Set(['threshold', 'notice', 'cutoff'])

/** All claims of a clause. */
export function claimsOf(setting: Setting): Claim[] {
  const amounts = setting.clause.quantities.filter((hit) => hit.quantity.dimension !== 'date').map((hit) => [hit, amountClaim(setting, hit)] as const).filter(([hit, claim]) => !claimsNothing(setting, hit, claim)).map(([, claim]) => claim)
  // "£16 a month, check-up included" prices another thing; "free over £50", "free until 24 hours before" are free on a condition alone.
  const priced = amounts.some(({ role, quantity }) => (role === undefined ? quantity?.dimension === 'money' : CONDITIONAL.has(role) || (quantity?.dimension === 'money' && role !== 'benefit')))
  return [...amounts, ...(priced ? [] : freeClaim(setting)), ...namedClaims(setting), ...wordClaims(setting)]
}
