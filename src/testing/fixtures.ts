import type { Finding, Report } from '../model/finding.js'
import type { SourceFile } from '../model/program.js'
import { lineStarts, placeOf } from '../model/text.js'

/** A line that must be reported, and by which rule. */
export interface Marker {
  readonly file: string
  /** Counts from 1. */
  readonly line: number
  readonly ruleId: string
}

/** A document as the engine is to read it, without its markers. */
export interface Unmarked {
  readonly file: SourceFile
  readonly markers: readonly Marker[]
}

/** Each kind of file has a comment of its own: Markdown and HTML, YAML, plain text, JSON. */
const MARKER = /[ \t]*(?:<!--[ \t]*expect:([^>]*?)-->|#[ \t]*expect:(.*)|\{\{expect:([^}]*)\}\}|\/\/[ \t]*expect:(.*?))[ \t]*$/

/** Takes the markers out of a document; its lines keep their numbers. A marker on a line of its own is about the text above it. */
export function unmark(file: SourceFile): Unmarked {
  const markers: Marker[] = []
  let last = 1
  const lines = file.source.split('\n').map((line, index) => {
    const found = MARKER.exec(line)
    const text = found ? line.slice(0, found.index) : line
    if (text.trim() !== '') last = index + 1
    const ids = found?.slice(1).find((group) => group !== undefined)?.split(',') ?? []
    markers.push(...ids.map((id) => ({ file: file.path, line: last, ruleId: id.trim() })))
    return text
  })
  return { file: { ...file, source: lines.join('\n') }, markers }
}

interface Placed {
  readonly finding: Finding
  readonly line: number
  readonly endLine: number
}

function placed(findings: readonly Finding[], sources: ReadonlyMap<string, string>): readonly Placed[] {
  const starts = new Map([...sources].map(([path, source]) => [path, lineStarts(source)]))
  return findings.map((finding) => ({ finding, ...placeOf(starts.get(finding.at.file) ?? [0], finding.at.span) }))
}

const covers = ({ finding, line, endLine }: Placed, marker: Marker): boolean =>
  finding.ruleId === marker.ruleId && finding.at.file === marker.file && line <= marker.line && marker.line <= endLine

/** What of a report is not as the markers want it, in sentences; empty when all is well. */
export function compareWithMarkers(report: Report, documents: readonly Unmarked[]): readonly string[] {
  const sources = new Map(documents.map(({ file }) => [file.path, file.source]))
  const markers = documents.flatMap((document) => document.markers)
  const findings = placed(report.findings, sources)
  const lineOf = ({ file, line }: Marker): string => sources.get(file)?.split('\n')[line - 1]?.trim() ?? ''
  const missed = markers.filter((marker) => !findings.some((one) => covers(one, marker)))
  const extra = findings.filter((one) => one.finding.severity !== 'info' && !markers.some((marker) => covers(one, marker)))
  return [
    ...missed.map((marker) => `${marker.file}:${marker.line} should be reported by ${marker.ruleId}, but is not: "${lineOf(marker)}"`),
    ...extra.map(({ finding, line }) => `${finding.at.file}:${line} is reported by ${finding.ruleId}, but no marker expects it: "${finding.at.quote}"`),
    ...report.problems.map(({ file, line, message }) => `${file}:${line ?? 1} cannot be read: ${message}`),
  ]
}
