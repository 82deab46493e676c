import type { Claim, Statement } from '../model/claim.js'
import type { Finding } from '../model/finding.js'
import { fingerprint } from '../model/fingerprint.js'
import { type LedgerEntry, type Told, type Verdict, VERDICTS } from '../model/ledger.js'
import { type Beside, besideOf } from './beside.js'
import { type CheckContext, spotOf } from './context.js'
import { type Period, periodsOf } from './periods.js'
import { isListed } from './promise.js'
import { placeKey, toldOf } from './told.js'

const amountOf = ({ quantity }: Claim): string =>
  quantity ? `${quantity.dimension} ${quantity.low}–${quantity.high} ${quantity.currency ?? ''} ${quantity.bound}` : ''

/** What a claim comes to, whatever its words. */
const normal = (claim: Claim): string =>
  [claim.topic ?? claim.role ?? '', amountOf(claim), claim.yes ?? '', ...(claim.members ?? [])].filter((part) => part !== '').join(' ').replace(/ +/g, ' ')

/** "one" of "one household" is no amount that anybody looks for. */
const isAmount = ({ quantity, topic }: Claim): boolean => quantity !== undefined && (quantity.dimension !== 'count' || topic !== undefined)

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)]

function scopeOf(promise: Statement, scopes: CheckContext['scopes']): readonly string[] {
  return distinct(promise.labels.flatMap((label) => label.keys).filter((key) => scopes.has(key)))
}

/** The worst of what staff are told; where they are told nothing, whether a finding says so. */
function verdictOf(told: readonly Told[], findings: readonly Finding[]): Verdict {
  const worst = VERDICTS.find((verdict) => told.some((one) => one.verdict === verdict))
  return worst ?? (findings.some((finding) => finding.ruleId === 'promise/unbacked') ? 'unbacked' : 'silent')
}

/** Findings by the promise that they trouble. Where one stands at a promise, the other places are what it is set against; an instruction's findings trouble the promises that they name. */
function troubles(promises: readonly Statement[], findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const known = new Set(promises.map(placeKey))
  const out = new Map<string, Finding[]>()
  for (const finding of findings) {
    const spots = known.has(placeKey(finding.at)) ? [finding.at] : finding.related
    for (const key of new Set(spots.map(placeKey))) out.set(key, [...(out.get(key) ?? []), finding])
  }
  return out
}

/** The topic that the promise says most plainly: in its own words, and in one way. */
function topicOf({ claims }: Statement): string | undefined {
  const known = claims.filter((claim) => claim.topic)
  return (known.find((claim) => claim.evidence === 'own' && !claim.ambiguous) ?? known[0])?.topic
}

interface Around {
  readonly findings: readonly Finding[]
  readonly period: Period
  readonly beside?: Beside
}

type Draft = Omit<LedgerEntry, 'id' | 'repeats'>

function draftOf(promise: Statement, { findings, period, beside }: Around, context: CheckContext): Draft {
  const told = toldOf(promise, findings, context)
  return {
    topic: topicOf(promise), spot: spotOf(promise), title: promise.title, page: beside?.page, lead: promise.lead ?? beside?.before?.quote, language: promise.language,
    values: distinct(promise.claims.filter(isAmount).map((claim) => claim.text)),
    claims: distinct(promise.claims.map(normal)),
    scope: scopeOf(promise, context.scopes), conditions: (beside?.limits ?? []).map((limit) => spotOf(limit)),
    touchpoint: promise.tags.touchpoint, owner: promise.tags.owner, ...period,
    verdict: verdictOf(told, findings), told,
    findings: findings.map(({ ruleId, severity, fingerprint: print }) => ({ ruleId, severity, fingerprint: print })),
  }
}

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** What is promised, where and to whom; the wording only where nothing is measured. */
function identityOf({ spot, claims, scope }: Draft): readonly string[] {
  return [spot.file, ...(claims.length > 0 ? [...claims, ...scope].toSorted() : [folded(spot.quote)])]
}

/** Ids for each; where a document says the same twice, its second place counts. */
function idsOf(drafts: readonly Draft[]): readonly string[] {
  const seen = new Map<string, number>()
  return drafts.map((draft) => {
    const parts = identityOf(draft)
    const nth = (seen.get(parts.join()) ?? 0) + 1
    seen.set(parts.join(), nth)
    return fingerprint(nth > 1 ? [...parts, String(nth)] : parts)
  })
}

/** Every promise of the say side that customers can count on or come by, with what became of it, in reading order. `findings` are those that are reported, and those that a document asks not to be. */
export function ledgerOf(context: CheckContext, findings: readonly Finding[]): LedgerEntry[] {
  const promises = [...context.matched.across.keys()].filter(isListed)
  const against = troubles(promises, findings)
  const beside = besideOf(context.extracts, new Set(promises))
  const periodOf = periodsOf(context.extracts, context.config.today)
  const drafts = promises.map((promise) => draftOf(promise, { findings: against.get(placeKey(promise)) ?? [], beside: beside.get(promise), period: periodOf(promise) }, context))
  const ids = idsOf(drafts)
  const order = new Map(promises.map((promise, index) => [promise, index]))
  return drafts.map((draft, index) => {
    const below = beside.get(promises[index] as Statement)?.below
    return { id: ids[index] as string, ...draft, repeats: below && ids[order.get(below) as number] }
  })
}

/** Nothing worse than a suggestion was found against it. */
export const isKept = ({ findings }: LedgerEntry): boolean => findings.every((finding) => finding.severity === 'info')
