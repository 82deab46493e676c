import type { Finding } from '../model/finding.js'
import type { Matched } from '../model/match.js'
import { isConcrete } from './promise.js'

/** How many concrete promises the say side makes, and how many of them nothing was found against. */
export function keptPromises(matched: Matched, findings: readonly Finding[]): { readonly promises: number; readonly kept: number } {
  const promises = [...matched.across.keys()].filter(isConcrete)
  const troubled = new Set(findings.filter((finding) => finding.severity !== 'info').flatMap((finding) => [finding.at, ...finding.related]).map((spot) => `${spot.file}:${spot.span.start}`))
  return { promises: promises.length, kept: promises.filter((promise) => !troubled.has(`${promise.file}:${promise.span.start}`)).length }
}
