import type { Finding, Silence, Suppressed } from '../model/finding.js'
import { harmless } from './harmless.js'
import { say } from './phrase.js'
import { placesIn } from './places.js'
import type { View } from './reporter.js'

/** A line that somebody asks about, with its file as the report writes it. */
export interface Asked {
  readonly file: string
  readonly line: number
}

/** What saydo made of one line: what it reported, what it was asked not to report, and why it kept silent about the rest. */
export interface LineStory {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  readonly silences: readonly Silence[]
}

/** Everything in a report that is about one line. */
export function storyOf(view: View, asked: Asked): LineStory {
  const places = placesIn(view)
  const touches = (spot: { readonly file: string; readonly span: Finding['at']['span'] }): boolean => {
    if (spot.file !== asked.file) return false
    const { line, endLine } = places.of(spot.file, spot.span)
    return line <= asked.line && asked.line <= endLine
  }
  return {
    findings: view.report.findings.filter((finding) => [finding.at, ...finding.related].some(touches)),
    suppressed: view.report.suppressed.filter(({ finding, by }) => [finding.at, ...finding.related, by].some(touches)),
    silences: view.report.silences.filter((silence) => touches(silence) || (silence.related !== undefined && touches(silence.related))),
  }
}

/** Writes a place as people can open it. */
function writer(view: View): (spot: { readonly file: string; readonly span: Finding['at']['span'] }) => string {
  const places = placesIn(view)
  return ({ file, span }) => {
    const { line, column } = places.of(file, span)
    return `${file}:${line}:${column}`
  }
}

function suppressedLines(view: View, { finding, by }: Suppressed): readonly string[] {
  const asked = { id: by.reason === '' ? 'why-not.by-without' : 'why-not.by', slots: { place: writer(view)(by), ...(by.reason === '' ? {} : { reason: by.reason }) } }
  return [`  ${finding.ruleId}: ${say(finding.what, view.messages)}`, `    ${say(asked, view.messages)}`]
}

function silenceLines(view: View, silence: Silence): readonly string[] {
  const at = writer(view)
  const against = silence.related ? [`    ${say({ id: 'why-not.against', slots: { place: at(silence.related), quote: silence.related.quote } }, view.messages)}`] : []
  return [
    `  ${at(silence)} "${silence.quote}"`, ...against,
    `    ${say({ id: `silence.${silence.code}`, slots: silence.slots }, view.messages)} [${silence.code}]`,
  ]
}

/** The answer to `--why-not`, in words. */
export function renderStory(view: View, asked: Asked): string {
  const { findings, suppressed, silences } = storyOf(view, asked)
  const heading = (id: string): string => say({ id, slots: { place: `${asked.file}:${asked.line}` } }, view.messages)
  const lines = [
    ...(findings.length > 0 ? [heading('why-not.reported'), ...findings.flatMap((finding) => [
      `  ${finding.ruleId}: ${say(finding.what, view.messages)}`, ...finding.why.map((phrase) => `    ${say(phrase, view.messages)}`),
    ])] : []),
    ...(suppressed.length > 0 ? [heading('why-not.suppressed'), ...suppressed.flatMap((one) => suppressedLines(view, one))] : []),
    ...(silences.length > 0 ? [heading('why-not.silent'), ...silences.flatMap((silence) => silenceLines(view, silence))] : []),
    ...(findings.length + suppressed.length + silences.length === 0 ? [heading('why-not.nothing')] : []),
  ]
  return lines.map((line) => `${harmless(line)}\n`).join('')
}
