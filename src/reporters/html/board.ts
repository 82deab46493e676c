import type { Finding } from '../../model/finding.js'
import { VERDICTS, type LedgerEntry, type Told, type ToldVerdict, type Verdict } from '../../model/ledger.js'
import { grouped } from '../grouped.js'
import type { View } from '../reporter.js'
import { facet, type Facet } from './facet.js'

/** A touchpoint with all its documents, or a document for staff that has none. */
export interface Column {
  readonly label: string
  /** The label, without the folder that all paths have in common. */
  readonly short: string
  /** Empty where the label is the path. */
  readonly files: readonly string[]
}

/** What staff are told of a promise in one column. */
export interface Cell {
  /** The worst of what they are told there. */
  readonly verdict: ToldVerdict
  readonly told: readonly Told[]
}

/** A promise with its cells by the number of their column. */
export interface Row {
  readonly number: number
  readonly entry: LedgerEntry
  readonly cells: ReadonlyMap<number, Cell>
  readonly owners: readonly string[]
}

/** Promises against touchpoints, and what they can be filtered by. */
export interface Board {
  readonly columns: readonly Column[]
  /** By page, in the order of the ledger. */
  readonly pages: ReadonlyMap<string, readonly Row[]>
  readonly topics: Facet
  readonly paths: Facet
  readonly owners: Facet
  readonly verdicts: Facet
  readonly findings: ReadonlyMap<string, Finding>
  /** The owners of the documents and promises that a finding names. */
  ownersOf(finding: Finding): readonly string[]
  /** What became of the promises that a finding is about. */
  verdictsOf(finding: Finding): readonly Verdict[]
}

/** `returns` of `returns.window`. */
export const topicId = (topic: string | undefined): string | undefined => topic?.split('.')[0]

const present = (values: readonly (string | undefined)[]): readonly string[] => [...new Set(values.filter((value) => value !== undefined))]

/** Documents for staff by touchpoint; those that the report does not list, but a promise names, come last. */
function columnsOf({ report: { documents, ledger } }: View): ReadonlyMap<string, readonly string[]> {
  const listed = documents.filter(({ side }) => side === 'do').map(({ path, touchpoint }) => ({ file: path, touchpoint }))
  const named = ledger.flatMap(({ told }) => told.map(({ spot, touchpoint }) => ({ file: spot.file, touchpoint })))
  const columns = new Map<string, Set<string>>()
  for (const { file, touchpoint } of [...listed, ...named]) columns.set(touchpoint ?? file, (columns.get(touchpoint ?? file) ?? new Set()).add(file))
  return new Map([...columns].map(([label, files]) => [label, [...files]]))
}

function rowOf(entry: LedgerEntry, number: number, labels: readonly string[]): Row {
  const told = grouped(entry.told, ({ spot, touchpoint }) => labels.indexOf(touchpoint ?? spot.file))
  const worst = (all: readonly Told[]): ToldVerdict => VERDICTS.find((verdict) => all.some((one) => one.verdict === verdict)) as ToldVerdict
  return {
    number, entry, owners: present([entry.owner, ...entry.told.map(({ owner }) => owner)]),
    cells: new Map([...told].map(([column, all]) => [column, { verdict: worst(all), told: all }])),
  }
}

/** The folder that all paths are in, with its slash; empty where they share none, or are but one. */
function commonFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths
  const folders = first.split('/').slice(0, -1).map((_, index, parts) => `${parts.slice(0, index + 1).join('/')}/`)
  return others.length === 0 ? '' : folders.findLast((folder) => others.every((path) => path.startsWith(folder))) ?? ''
}

const shortened = (label: string, files: readonly string[], folder: string): string => (files.includes(label) ? label.slice(folder.length) : label)

/** Arranges a report for the page. */
export function boardOf(view: View): Board {
  const { ledger, findings, suppressed, documents } = view.report
  const columns = columnsOf(view)
  const labels = [...columns.keys()]
  const rows = ledger.map((entry, index) => rowOf(entry, index + 1, labels))
  const folder = commonFolder(labels.filter((label) => columns.get(label)?.includes(label)))
  const owners = new Map(documents.map(({ path, owner }) => [path, owner]))
  const ownersOf = (finding: Finding): readonly string[] => present([finding.at, ...finding.related].map(({ file }) => owners.get(file)))
  const troubled = grouped(ledger.flatMap(({ verdict, findings: against }) => against.map(({ fingerprint }) => ({ fingerprint, verdict }))), ({ fingerprint }) => fingerprint)
  return {
    columns: [...columns].map(([label, files]) => ({ label, short: shortened(label, files, folder), files: files.filter((file) => file !== label) })),
    pages: grouped(rows, ({ entry }) => entry.spot.file),
    topics: facet([...ledger, ...findings].map(({ topic }) => topicId(topic))),
    paths: facet([...ledger.map(({ spot }) => spot.file), ...findings.map(({ at }) => at.file)]),
    owners: facet([...rows.flatMap((row) => row.owners), ...findings.flatMap(ownersOf)]),
    verdicts: facet(VERDICTS.filter((verdict) => ledger.some((entry) => entry.verdict === verdict)), 'as given'),
    // a promise does not become a kept one because somebody asked not to hear of it
    findings: new Map([...findings, ...suppressed.map(({ finding }) => finding)].map((finding) => [finding.fingerprint, finding])),
    ownersOf,
    verdictsOf: ({ fingerprint }) => [...new Set(troubled.get(fingerprint)?.map(({ verdict }) => verdict))],
  }
}
