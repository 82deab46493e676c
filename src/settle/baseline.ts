import type { BaselineEntry } from '../model/baseline.js'
import type { Finding } from '../model/finding.js'
import { byCodeUnits } from '../model/text.js'

/** How often each fingerprint is there. */
export type Known = ReadonlyMap<string, number>

const printsOf = ({ fingerprint, also }: Finding): readonly string[] => [fingerprint, ...(also ?? [])]

/** How often each fingerprint stands in these findings. */
export function knownOf(findings: readonly Finding[]): Known {
  const counts = new Map<string, number>()
  for (const print of findings.flatMap(printsOf)) counts.set(print, (counts.get(print) ?? 0) + 1)
  return counts
}

export interface Sifted {
  /** Findings that are not known, or of which there are more than are known: of several alike, the last ones. */
  readonly fresh: ReadonlySet<Finding>
  /** What is known and was not found again, and how often. */
  readonly gone: Known
}

/** Tells new findings from known ones. A finding that was put together of several is known only if all of them are. */
export function sift(findings: readonly Finding[], known: Known): Sifted {
  const left = new Map(known)
  const fresh = new Set<Finding>()
  for (const finding of findings) {
    for (const print of printsOf(finding)) {
      const count = left.get(print) ?? 0
      if (count === 0) fresh.add(finding)
      else left.set(print, count - 1)
    }
  }
  return { fresh, gone: new Map([...left].filter(([, count]) => count > 0)) }
}

const LONGEST = 80

function shortened(quote: string): string {
  const letters = [...quote.replace(/\s+/g, ' ').trim()]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join('')
}

const byPlace = (a: BaselineEntry, b: BaselineEntry): number => {
  const key = ({ files, rule, fingerprint }: BaselineEntry): string => [...files.slice(0, 1), rule, fingerprint].join('\0')
  return byCodeUnits(key(a), key(b))
}

/** The baseline that findings amount to: in an order that stays the same wherever they stand in their documents. */
export function baselineOf(findings: readonly Finding[]): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>()
  for (const finding of findings) {
    const files = [...new Set([finding.at, ...finding.related].map(({ file }) => file))]
    for (const fingerprint of printsOf(finding)) {
      const before = entries.get(fingerprint)
      entries.set(fingerprint, before ? { ...before, count: before.count + 1 } : { rule: finding.ruleId, files, quote: shortened(finding.at.quote), fingerprint, count: 1 })
    }
  }
  return [...entries.values()].sort(byPlace)
}

/** What a baseline knows. Where two branches have both written an entry, it is one entry. */
export function knownBy(entries: readonly BaselineEntry[]): Known {
  const counts = new Map<string, number>()
  for (const { fingerprint, count } of entries) counts.set(fingerprint, Math.max(count, counts.get(fingerprint) ?? 0))
  return counts
}

/** The entries that no longer occur, each with how many of it are gone. */
export function goneOf(entries: readonly BaselineEntry[], gone: Known): readonly BaselineEntry[] {
  const once = [...new Map(entries.map((entry) => [entry.fingerprint, entry])).values()]
  return once.flatMap((entry) => (gone.has(entry.fingerprint) ? [{ ...entry, count: gone.get(entry.fingerprint) as number }] : []))
}

/** The baseline without what no longer occurs; what cannot be told of, since a document of it could not be read, stays. */
export function pruned(entries: readonly BaselineEntry[], gone: Known, unread: ReadonlySet<string>): readonly BaselineEntry[] {
  return entries.flatMap((entry) => {
    const count = entry.files.some((file) => unread.has(file)) ? entry.count : entry.count - (gone.get(entry.fingerprint) ?? 0)
    return count > 0 ? [{ ...entry, count }] : []
  }).sort(byPlace)
}
