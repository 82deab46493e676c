import type { Finding, Spot } from '../model/finding.js'
import { say, type Messages } from './phrase.js'
import type { Places } from './places.js'

/** How a place is written. */
type Shown = (spot: Spot) => string

/** Which of a finding's places should probably change. */
export const toChange = (finding: Finding): Spot | undefined =>
  finding.change && (finding.change.where === 'at' ? finding.at : finding.related[0])

/** Which place should probably change, and why, in two sentences; undefined where nothing speaks for one. */
export function changeText(finding: Finding, messages: Messages, shown: Shown): string | undefined {
  const spot = toChange(finding)
  if (!finding.change || !spot) return undefined
  return `${say({ id: 'report.change', slots: { place: shown(spot) } }, messages)} ${say(finding.change.because, messages)}`
}

/** Whom the finding's places belong to: a name, or a name for each document where they differ; undefined where nobody is known. */
export function ownerText(finding: Finding, messages: Messages, shown: (file: string) => string): string | undefined {
  const owners = new Map([finding.at, ...finding.related].map(({ file, owner }) => [file, owner] as const))
  const names = [...new Set(owners.values())]
  const known = [...owners].flatMap(([file, owner]) => (owner === undefined ? [] : [`${owner} (${shown(file)})`]))
  if (known.length === 0) return undefined
  return say({ id: 'report.owner', slots: { owner: names.length === 1 ? names[0] as string : known.join(', ') } }, messages)
}

/** `do/refunds.md:3:22`. */
export function shownWith(places: Places, path: (file: string) => string): Shown {
  return ({ file, span }) => {
    const { line, column } = places.of(file, span)
    return `${path(file)}:${line}:${column}`
  }
}
