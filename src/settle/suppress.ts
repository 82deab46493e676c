import type { Finding, Spot, Suppressed } from '../model/finding.js'
import type { SuppressedRule, Suppression } from '../model/suppression.js'

/** What documents ask not to hear of, and what it takes to understand them. */
export interface Wishes {
  readonly suppressions: ReadonlyMap<string, readonly Suppression[]>
  readonly ruleIds: readonly string[]
  /** The known name that was probably meant. */
  readonly nearest: (written: string, names: readonly string[]) => string | undefined
}

export interface Sifted {
  readonly kept: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  /** What silenced something. */
  readonly used: ReadonlySet<SuppressedRule>
}

/** Here the other place only shows how it is done right, so what is asked there is no word on this one. */
const SHOWS_ANOTHER: ReadonlySet<string> = new Set(['term/mismatch'])

/** The places that a finding sets against each other. Silencing one silences them all: there is nothing to mend at one alone. */
const parties = (finding: Finding): readonly Spot[] => (SHOWS_ANOTHER.has(finding.ruleId) ? [finding.at] : [finding.at, ...finding.related])

const silences = (rule: SuppressedRule, finding: Finding, { span }: Spot): boolean =>
  (rule.id === undefined || rule.id === finding.ruleId) && rule.covers !== undefined && rule.covers.start < span.end && span.start < rule.covers.end

/** Takes out the findings that a document asks not to be reported, beside any of the places that they are about. */
export function suppress(findings: readonly Finding[], { suppressions }: Pick<Wishes, 'suppressions'>): Sifted {
  const kept: Finding[] = []
  const suppressed: Suppressed[] = []
  const used = new Set<SuppressedRule>()
  for (const finding of findings) {
    let by: Suppressed['by'] | undefined
    for (const spot of parties(finding)) {
      for (const { span, reason, rules } of suppressions.get(spot.file) ?? []) {
        const rule = rules.find((each) => silences(each, finding, spot))
        if (!rule) continue
        used.add(rule)
        by ??= { file: spot.file, span, reason }
      }
    }
    if (by) suppressed.push({ finding, by })
    else kept.push(finding)
  }
  return { kept, suppressed, used }
}
