import type { Claim, Statement } from '../model/claim.js'
import { compare, type Money, sameAmount } from '../model/compare.js'
import type { Finding } from '../model/finding.js'
import type { Role } from '../model/pack.js'
import { ROLE_FACTS } from '../model/roles.js'
import { type CheckContext, finding, lowered, MOST_PLACES, moneyOf, type Outcome, phrase, spotOf } from './context.js'
import { identityOf, pairOf } from './identity.js'
import { type Version, versionsOf } from './versions.js'

/** A claim at its place in one version. */
interface Place {
  readonly statement: Statement
  readonly claim: Claim
  /** Which section of the text it stands in, and which passage of that section. */
  readonly section: number
  readonly passage: number
}

/** What speaks for two claims being translations of one another. */
const WORTH = { address: 3, section: 0.6, passage: 0.5, topic: 0.6, role: 0.3, value: 1, words: 1.5 }
/** Below this, the value left aside, they are two different claims. */
const NEED = 1.5

function placesOf(version: Version): Place[] {
  const sections = [...new Set(version.statements.map(({ section }) => section))]
  const first = new Map<number, number>()
  for (const { section, passage } of version.statements) if (!first.has(section)) first.set(section, passage)
  return version.statements.filter(({ kind }) => kind === 'said').flatMap((statement) => statement.claims.filter((claim) => claim.quantity && !claim.ambiguous).map((claim) => ({
    statement, claim, section: sections.indexOf(statement.section), passage: statement.passage - (first.get(statement.section) ?? 0),
  })))
}

const roleOf = (a: Claim, b: Claim): Role | undefined => (a.role && b.role && a.role !== b.role && a.topic !== b.topic ? undefined : (a.role ?? b.role))

/** Regions that the two pages state for themselves; a page for another country may promise otherwise. */
const regions = (statement: Statement, scopes: CheckContext['scopes']): string =>
  [...new Set(statement.labels.flatMap((label) => label.keys).filter((key) => scopes.get(key) === 'region'))].sort().join(' ')

const sameValue = (a: Place, b: Place): boolean => a.claim.quantity !== undefined && b.claim.quantity !== undefined && sameAmount(a.claim.quantity, b.claim.quantity)

function likeness(a: Place, b: Place, { matched, scopes }: CheckContext): number {
  if (a.claim.quantity?.dimension !== b.claim.quantity?.dimension || roleOf(a.claim, b.claim) === undefined || regions(a.statement, scopes) !== regions(b.statement, scopes)) return 0
  let words = 0
  for (const [key, near] of a.statement.weights) {
    const other = key.startsWith('~') ? undefined : b.statement.weights.get(key)
    if (other !== undefined) words += matched.weight(key) * near * other
  }
  const address = a.statement.address !== undefined && a.statement.address === b.statement.address
  return (address ? WORTH.address : 0) + (a.section === b.section ? WORTH.section + (a.passage === b.passage ? WORTH.passage : 0) : 0)
    + (a.claim.topic && a.claim.topic === b.claim.topic ? WORTH.topic : 0) + (a.claim.role === b.claim.role ? WORTH.role : 0) + (sameValue(a, b) ? WORTH.value : 0) + Math.min(WORTH.words, words)
}

/** The claim of the other version that is the likeliest translation, if it in turn has no likelier one. */
function counterparts(from: readonly Place[], to: readonly Place[], context: CheckContext): Map<Place, Place> {
  const key = ({ statement, claim }: Place): string => statement.address ?? `? ${claim.quantity?.dimension}`
  const byKey = new Map<string, Place[]>()
  for (const place of to) byKey.set(key(place), [...(byKey.get(key(place)) ?? []), place])
  const pairs = from.flatMap((a) => (byKey.get(key(a)) ?? []).map((b) => [a, b, likeness(a, b, context)] as const)).filter(([a, b, score]) => score - (sameValue(a, b) ? WORTH.value : 0) >= NEED).sort((x, y) => y[2] - x[2])
  const found = new Map<Place, Place>()
  const taken = new Set<Place>()
  for (const [a, b] of pairs) {
    if (found.has(a) || taken.has(b)) continue
    found.set(a, b)
    taken.add(b)
  }
  return found
}

/** `same`, `other`, or undefined where the two cannot be compared, such as two currencies. */
function verdict(a: Claim, b: Claim, money: Money): 'same' | 'other' | undefined {
  const role = roleOf(a, b)
  if (!role || !a.quantity || !b.quantity || !ROLE_FACTS[role].dimensions.includes(a.quantity.dimension)) return undefined
  const noun = (quantity: NonNullable<Claim['quantity']>): typeof quantity => ({ ...quantity, noun: undefined })
  const [there, back] = [compare(role, noun(a.quantity), noun(b.quantity), money), compare(role, noun(b.quantity), noun(a.quantity), money)]
  if ([there, back].some(({ verdict: v }) => v === 'incomparable' || v === 'unsure')) return undefined
  return there.verdict === 'worse' || back.verdict === 'worse' ? 'other' : 'same'
}

/** The claims of all versions that translate one, in groups that say the same; the largest first. */
function groupsOf(places: readonly Place[], money: Money): Place[][] {
  const groups: Place[][] = []
  for (const place of places) {
    const answers = groups.map((group) => verdict((group[0] as Place).claim, place.claim, money))
    if (answers.includes(undefined)) continue
    const own = groups[answers.indexOf('same')]
    if (own) own.push(place)
    else groups.push([place])
  }
  return groups.sort((a, b) => b.length - a.length)
}

/** `promise/inconsistent` and `instruction/inconsistent` between the translations of one text: the odd one out is reported. */
export function checkTranslations(context: CheckContext): Outcome {
  const money = moneyOf(context)
  const findings = versionsOf(context.extracts).flatMap((versions) => {
    const all = versions.map(placesOf)
    const base = all.reduce((most, places) => (places.length > most.length ? places : most), [])
    const others = all.filter((places) => places !== base).map((places) => counterparts(base, places, context))
    return base.flatMap((place) => {
      const [first = [], ...odd] = groupsOf([place, ...others.flatMap((found) => found.get(place) ?? [])], money)
      return odd.flatMap((group) => group.map((one) => report(one, first, context)))
    })
  })
  return { findings, silences: [] }
}

function report(odd: Place, others: readonly Place[], { scopes }: CheckContext): Finding {
  const side = odd.statement.side === 'say' ? 'promise' : 'instruction'
  const other = others[0] as Place
  return finding({
    ruleId: `${side}/inconsistent`, severity: lowered('error', odd.claim.topic && odd.claim.topic === other.claim.topic ? 0 : 1), topic: odd.claim.topic ?? other.claim.topic,
    at: spotOf(odd.statement), related: others.slice(0, MOST_PLACES).map((place) => spotOf(place.statement, phrase('note.other'))),
    what: phrase('finding.translation', { one: odd.claim.text, other: other.claim.text }), why: [phrase('why.translation')],
    identity: pairOf(identityOf(odd.statement, scopes, odd.claim), identityOf(other.statement, scopes, other.claim)),
  })
}
