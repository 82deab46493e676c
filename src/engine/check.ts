import type { Extract } from '../model/claim.js'
import type { Config } from '../model/config.js'
import type { Document, DocumentTags, Problem, Side } from '../model/document.js'
import type { DocumentRead, Finding, Report, Summary, Unread } from '../model/finding.js'
import type { CheckInput, Reading, SourceFile } from '../model/program.js'
import type { LedgerEntry } from '../model/ledger.js'
import { byCodeUnits, lineStarts, placeOf } from '../model/text.js'
import { checkAll } from '../check/check.js'
import { isKept, ledgerOf } from '../check/ledger.js'
import { understand } from '../check/understand.js'
import { extract } from '../extract/document.js'
import { formatFor } from '../formats/index.js'
import { match } from '../match/match.js'
import { nearest } from '../packs/nearest.js'
import { withChange } from '../settle/change.js'
import { withOwners, withPathOwners } from '../settle/owners.js'
import { settle } from '../settle/settle.js'
import { fixerFor, type FormatReader } from './fixes.js'
import { kitFor, packFor, scopesOf } from './kit.js'
import { settingsFor } from './settings.js'

/** What a check is made of once its documents have been read. */
export interface Readings extends Omit<CheckInput, 'files' | 'readings'> {
  readonly readings: readonly Reading[]
}

/** The whole of saydo in five verbs: read, extract, match, check, settle. The same input gives the same report. */
export async function check(input: CheckInput): Promise<Report> {
  return conclude({ ...input, readings: [...(await readAll(input)), ...(input.readings ?? [])] })
}

/** By path: where a document was read must not show in the report. */
const inOrder = (readings: readonly Reading[]): readonly Reading[] => readings.toSorted(({ extract: a }, { extract: b }) => byCodeUnits(a.file, b.file))

/** All that a reading can depend on; whoever adds to it adds to the key of the cache (`host/cached-check.ts`). */
export interface ReadInput extends Pick<CheckInput, 'files' | 'pack'> {
  readonly config: Pick<Config, 'terms' | 'topics'>
}

/** The first two verbs, one document at a time: no document's reading depends on another's. */
export async function readAll(input: ReadInput): Promise<readonly Reading[]> {
  const { files, config } = input
  const pack = packFor(input.pack, config)
  const kit = kitFor(pack, config)
  const fixes = fixerFor(pack, config)
  return Promise.all(files.map(async (file) => {
    const format = await readerFor(file.path)
    const document = documentOf(file, format.read(file.source))
    return { extract: fixes(extract(document, kit), document, format), problems: problemsOf(document) }
  }))
}

/** The last three verbs, over all documents, in whatever order they come. */
export function conclude(input: Readings): Report {
  const pack = packFor(input.pack, input.config)
  const readings = inOrder(input.readings)
  const extracts = withPathOwners(readings.map((reading) => reading.extract), input.owners ?? new Map())
  const matched = match(extracts, pack)
  const rules = new Map(pack.rules.map((rule) => [rule.id, rule]))
  const measures = new Map(pack.topics.flatMap((topic) => topic.measures.map((measure) => [`${topic.id}.${measure.id}`, measure] as const)))
  const settings = settingsFor(input.config)
  const context = { extracts, asked: input.asked !== undefined, matched, config: input.config, settings, rules, measures, scopes: scopesOf(pack) }
  const { findings, silences } = checkAll(context)
  const wishes = { suppressions: new Map(extracts.map(({ file, suppressions }) => [file, suppressions])), ruleIds: [...rules.keys()], nearest }
  const settled = settle(findings, wishes, settings)
  const told = withOwners(withChange(settled.findings, extracts), extracts)
  // nobody keeps a promise by asking not to hear of what stands against it
  const ledger = ledgerOf(context, [...told, ...settled.suppressed.map(({ finding }) => finding)])
  const problems = [...input.problems, ...readings.flatMap((reading) => reading.problems)]
  const understood = input.asked && understand(input.asked, { found: findings, reported: told, suppressed: settled.suppressed, silences }, context)
  return {
    documents: documentsOf(extracts), summary: summaryOf(extracts, ledger, told), ...settled, findings: told, ledger, problems, silences, unread: unreadOf(extracts),
    ...(understood ? { understood } : {}),
  }
}

const UNKNOWN: FormatReader = { read: () => ({ blocks: [], front: {}, suppressions: [], problems: [{ message: 'saydo cannot read this kind of file.' }] }) }

const readerFor = async (path: string): Promise<FormatReader> => (await formatFor(path)?.load()) ?? UNKNOWN

const documentOf = (file: SourceFile, reading: ReturnType<FormatReader['read']>): Document =>
  ({ ...reading, path: file.path, source: file.source, side: sideOf(reading.front, file.side), tags: { ...tagsOf(reading.front), ...file.tags } })

const sideOf = (front: Readonly<Record<string, string>>, side: Side): Side => (front['side'] === 'say' || front['side'] === 'do' ? front['side'] : side)

/** What a document says of itself; the configuration goes before it. */
function tagsOf(front: Readonly<Record<string, string>>): DocumentTags {
  const tags: Record<string, string> = {}
  for (const key of ['touchpoint', 'role', 'product', 'region', 'language', 'reviewed', 'owner']) if (front[key]) tags[key] = front[key]
  if (front['valid_from']) tags['validFrom'] = front['valid_from']
  if (front['valid_until']) tags['validUntil'] = front['valid_until']
  const updated = front['updated'] ?? front['last_updated'] ?? front['modified']
  if (updated) tags['updated'] = updated
  return tags
}

function problemsOf(document: Document): Problem[] {
  const starts = lineStarts(document.source)
  // its fields stand in the order in which they are read back from a cache, so that not a byte of a report tells where it came from
  return document.problems.map(({ message, span }) => {
    const place = span && placeOf(starts, span)
    return { file: document.path, message, span, line: place?.line, column: place?.column }
  })
}

function unreadOf(extracts: readonly Extract[]): Unread[] {
  const files = new Map<string, string[]>()
  for (const { file, unread } of extracts) for (const tag of unread) files.set(tag, [...(files.get(tag) ?? []), file])
  return [...files].sort(([a], [b]) => byCodeUnits(a, b)).map(([tag, names]) => ({ tag, files: names }))
}

function documentsOf(extracts: readonly Extract[]): readonly DocumentRead[] {
  return extracts.map(({ file, side, language, tags: { touchpoint, owner } }) => ({ path: file, side, language, touchpoint, owner }))
}

function summaryOf(extracts: readonly Extract[], ledger: readonly LedgerEntry[], findings: readonly Finding[]): Summary {
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length
  const docs = (side: Side): number => extracts.filter((one) => one.side === side).length
  return {
    errors: count('error'), warnings: count('warning'), infos: count('info'),
    documents: { say: docs('say'), do: docs('do') }, promises: ledger.length, kept: ledger.filter(isKept).length,
  }
}

