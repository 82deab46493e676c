import type { Claim, Extract, Statement } from '../model/claim.js'
import type { Finding } from '../model/finding.js'
import { fingerprint } from '../model/fingerprint.js'
import { type LedgerEntry, type Told, type Verdict, VERDICTS } from '../model/ledger.js'
import { type CheckContext, spotOf } from './context.js'
import { type Period, periodsOf } from './periods.js'
import { isConcrete } from './promise.js'
import { placeKey, toldOf } from './told.js'

/** Sentences beside a promise that limit it. */
const LIMITS = ['only-for', 'except', 'proof', 'refuse', 'deny', 'limit'] as const

const amountOf = ({ quantity }: Claim): string =>
  quantity ? `${quantity.dimension} ${quantity.low}–${quantity.high} ${quantity.currency ?? ''} ${quantity.bound}` : ''

/** What a claim comes to, whatever its words. */
const normal = (claim: Claim): string =>
  [claim.topic ?? claim.role ?? '', amountOf(claim), claim.yes ?? '', ...(claim.members ?? [])].filter((part) => part !== '').join(' ').replace(/ +/g, ' ')

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

/** Sentences behind a promise in its block that limit it, up to the next promise. */
function limitsOf(extracts: readonly Extract[], isListed: (statement: Statement) => boolean): ReadonlyMap<Statement, readonly Statement[]> {
  const out = new Map<Statement, Statement[]>()
  for (const { side, statements } of extracts) {
    let promise: Statement | undefined
    for (const statement of side === 'say' ? statements : []) {
      if (isListed(statement)) promise = statement
      else if (promise?.block !== statement.block) promise = undefined
      else if (statement.kind === 'said' && LIMITS.some((cue) => statement.cues.has(cue))) out.set(promise, [...(out.get(promise) ?? []), statement])
    }
  }
  return out
}

interface Beside {
  readonly findings: readonly Finding[]
  readonly limits: readonly Statement[]
  readonly period: Period
}

function entryOf(promise: Statement, { findings, limits, period }: Beside, context: CheckContext): Omit<LedgerEntry, 'id'> {
  const told = toldOf(promise, findings, context)
  return {
    topic: promise.claims.find((claim) => claim.topic)?.topic,
    spot: spotOf(promise), title: promise.title, lead: promise.lead, language: promise.language,
    values: distinct(promise.claims.filter((claim) => claim.quantity).map((claim) => claim.text)),
    claims: distinct(promise.claims.map(normal)),
    scope: scopeOf(promise, context.scopes), conditions: limits.map((limit) => spotOf(limit)),
    touchpoint: promise.tags.touchpoint, owner: promise.tags.owner, ...period,
    verdict: verdictOf(told, findings), told,
    findings: findings.map(({ ruleId, severity, fingerprint: print }) => ({ ruleId, severity, fingerprint: print })),
  }
}

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** What is promised, where and to whom; the wording only where nothing is measured. Its second place in one document counts. */
function withIds(entries: readonly Omit<LedgerEntry, 'id'>[]): LedgerEntry[] {
  const seen = new Map<string, number>()
  return entries.map((entry) => {
    const what = entry.claims.length > 0 ? [...entry.claims, ...entry.scope].toSorted() : [folded(entry.spot.quote)]
    const parts = [entry.spot.file, ...what]
    const nth = (seen.get(parts.join()) ?? 0) + 1
    seen.set(parts.join(), nth)
    return { id: fingerprint(nth > 1 ? [...parts, String(nth)] : parts), ...entry }
  })
}

/** Every concrete promise of the say side with what became of it, in reading order. `findings` are those that are reported, and those that a document asks not to be. */
export function ledgerOf(context: CheckContext, findings: readonly Finding[]): LedgerEntry[] {
  const promises = [...context.matched.across.keys()].filter(isConcrete)
  const listed = new Set(promises)
  const against = troubles(promises, findings)
  const limits = limitsOf(context.extracts, (statement) => listed.has(statement))
  const periodOf = periodsOf(context.extracts, context.config.today)
  return withIds(promises.map((promise) => entryOf(promise, { findings: against.get(placeKey(promise)) ?? [], limits: limits.get(promise) ?? [], period: periodOf(promise) }, context)))
}

/** Nothing worse than a suggestion was found against it. */
export const isKept = ({ findings }: LedgerEntry): boolean => findings.every((finding) => finding.severity === 'info')
