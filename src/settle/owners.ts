import type { Extract } from '../model/claim.js'
import type { Finding } from '../model/finding.js'
import type { Spot } from '../model/spot.js'

/** Documents with the owner that their path gives them; those that have one already keep it. */
export function withPathOwners(extracts: readonly Extract[], owners: ReadonlyMap<string, string>): readonly Extract[] {
  return extracts.map((extract) => {
    const owner = owners.get(extract.file)
    if (owner === undefined || extract.tags.owner !== undefined) return extract
    const tags = { ...extract.tags, owner }
    return { ...extract, tags, statements: extract.statements.map((statement) => ({ ...statement, tags })) }
  })
}

/** Findings whose places tell whom they belong to. */
export function withOwners(findings: readonly Finding[], extracts: readonly Extract[]): Finding[] {
  const owners = new Map(extracts.flatMap(({ file, tags }) => (tags.owner === undefined ? [] : [[file, tags.owner] as const])))
  const owned = (spot: Spot): Spot => (owners.has(spot.file) ? { ...spot, owner: owners.get(spot.file) } : spot)
  return findings.map((finding) => ({ ...finding, at: owned(finding.at), related: finding.related.map(owned) }))
}
