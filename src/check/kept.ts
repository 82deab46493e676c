import type { Finding, Spot } from '../model/finding.js'
import type { Matched } from '../model/match.js'
import { isConcrete } from './promise.js'

/** How many concrete promises the say side makes, and how many of them nothing was found against. */
export function keptPromises(matched: Matched, findings: readonly Finding[]): { readonly promises: number; readonly kept: number } {
  const promises = [...matched.across.keys()].filter(isConcrete)
  const key = ({ file, span }: Pick<Spot, 'file' | 'span'>): string => `${file}:${span.start}`
  const known = new Set(promises.map(key))
  // Where a finding stands at a promise, the other places are what it is set against; an instruction's findings trouble the promises that they name.
  const spots = findings.filter((finding) => finding.severity !== 'info').flatMap((finding) => (known.has(key(finding.at)) ? [finding.at] : finding.related))
  const troubled = new Set(spots.map(key))
  return { promises: promises.length, kept: promises.filter((promise) => !troubled.has(key(promise))).length }
}
