import { type LedgerEntry, type Told, VERDICTS } from '../../model/ledger.js'
import type { Spot } from '../../model/spot.js'

/** A promise as staff are to read it: once, however many pages make it. */
export interface Item extends LedgerEntry {
  /** Every place where customers read it. */
  readonly places: readonly Spot[]
}

/** Share of their words that two sentences with the same amounts have in common when they make one promise. */
const SAME = 0.6

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

/** The share of their words that two promises have in common, from 0 to 1. */
export function likeness(a: LedgerEntry, b: LedgerEntry): number {
  const [one, other] = [wordsOf(`${a.lead ?? ''} ${a.spot.quote}`), wordsOf(`${b.lead ?? ''} ${b.spot.quote}`)]
  const shared = [...one].filter((word) => other.has(word)).length
  return shared / Math.max(1, one.size + other.size - shared)
}

/** The path of a page without its language: the versions of one page have the same. */
const pageOf = ({ spot, language }: LedgerEntry): string => spot.file.split(/([/._-])/).filter((part) => part.toLowerCase() !== language.toLowerCase()).join('')

/** Said in the same words or, on another language's version of the page, with the same amounts. */
export function isSame(a: LedgerEntry, b: LedgerEntry): boolean {
  if (a.claims.join() !== b.claims.join()) return false
  return a.language === b.language ? likeness(a, b) >= SAME : a.claims.length > 0 && pageOf(a) === pageOf(b)
}

const placeKey = ({ file, span }: Spot): string => `${file}:${span.start}`

function merged(entries: readonly [LedgerEntry, ...LedgerEntry[]], locale: string): Item {
  const [first, ...others] = entries.toSorted((a, b) => Number(b.language === locale) - Number(a.language === locale) || Number(a.title) - Number(b.title)) as [LedgerEntry, ...LedgerEntry[]]
  const told = new Map<string, Told>([first, ...others].flatMap((entry) => entry.told.map((one) => [placeKey(one.spot), one] as const)))
  return {
    ...first, told: [...told.values()], places: [first, ...others].map((entry) => entry.spot),
    verdict: VERDICTS.find((verdict) => verdict !== 'unbacked' && verdict !== 'silent' && entries.some((entry) => entry.verdict === verdict)) ?? first.verdict,
  }
}

/** "We do whatever it takes, every time": nothing that staff could look up or do. */
const isPuffery = ({ topic, values, findings }: LedgerEntry): boolean =>
  topic === undefined && values.length === 0 && findings.some((finding) => finding.ruleId === 'promise/absolute')

/** The promises of a ledger, each once, in the reader's language where a page has it, in reading order. */
export function itemsOf(entries: readonly LedgerEntry[], locale: string): readonly Item[] {
  const groups: [LedgerEntry, ...LedgerEntry[]][] = []
  const byClaims = new Map<string, [LedgerEntry, ...LedgerEntry[]][]>()
  for (const entry of entries) {
    if (entry.repeats !== undefined || isPuffery(entry)) continue
    const key = entry.claims.join()
    const known = byClaims.get(key)?.find(([first]) => first.holds === entry.holds && isSame(first, entry))
    if (known) { known.push(entry); continue }
    const group: [LedgerEntry, ...LedgerEntry[]] = [entry]
    groups.push(group)
    byClaims.set(key, [...(byClaims.get(key) ?? []), group])
  }
  return groups.map((group) => merged(group, locale))
}
