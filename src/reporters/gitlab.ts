import { entriesOf, type Entry, placeText } from './entries.js'
import { jsonText } from './json-text.js'
import type { Reporter } from './reporter.js'

const SEVERITIES = { error: 'major', warning: 'minor', info: 'info' } as const

/** GitLab shows one line for each issue, so the other places go behind the sentence. */
const descriptionOf = (entry: Entry): string => [entry.message, ...entry.others.map((other) => `(${[placeText(other), other.note].filter(Boolean).join(': ')})`)].join(' ')

function issueOf(entry: Entry): object {
  const begin = entry.place?.line ?? 1
  return {
    type: 'issue',
    check_name: `saydo/${entry.id}`,
    description: descriptionOf(entry),
    severity: entry.isProblem ? 'critical' : SEVERITIES[entry.severity],
    fingerprint: entry.fingerprint,
    categories: ['Style'],
    location: { path: entry.file, lines: { begin, end: entry.place?.endLine ?? begin } },
  }
}

/** GitLab's Code Quality report. */
export const gitlab: Reporter = {
  id: 'gitlab',
  render: (view, surface) => `${jsonText(entriesOf(view, surface).map(issueOf))}\n`,
}
