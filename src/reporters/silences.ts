import type { Finding, Silence, Suppressed } from '../model/finding.js'
import type { Asked } from '../model/understood.js'
import { harmless } from './harmless.js'
import { say } from './phrase.js'
import { placesIn } from './places.js'
import type { Surface, View } from './reporter.js'
import { understoodLines } from './understood.js'

type Place = Pick<Finding['at'], 'file' | 'span'>

/** What saydo reported of one line, what it was asked not to report, and why it kept silent about the rest. */
export interface LineStory {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  readonly silences: readonly Silence[]
}

/** Everything in a report that is about one line. */
export function storyOf(view: View, asked: Pick<Asked, 'file' | 'line'>): LineStory {
  const places = placesIn(view)
  const touches = (spot: Place): boolean => {
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

type Writer = (place: Place) => string

/** Writes a place as people can open it. */
function writer(view: View, { prefix }: Surface): Writer {
  const places = placesIn(view)
  return ({ file, span }) => {
    const { line, column } = places.of(file, span)
    return `${prefix}${file}:${line}:${column}`
  }
}

function suppressedLines(view: View, at: Writer, { finding, by }: Suppressed): readonly string[] {
  const asked = { id: by.reason === '' ? 'why-not.by-without' : 'why-not.by', slots: { place: at(by), ...(by.reason === '' ? {} : { reason: by.reason }) } }
  return [`  ${finding.ruleId}: ${say(finding.what, view.messages)}`, `    ${say(asked, view.messages)}`]
}

function silenceLines(view: View, at: Writer, silence: Silence): readonly string[] {
  const against = silence.related ? [`    ${say({ id: 'why-not.against', slots: { place: at(silence.related), quote: silence.related.quote } }, view.messages)}`] : []
  return [
    `  ${at(silence)} "${silence.quote}"`, ...against,
    `    ${say({ id: `silence.${silence.code}`, slots: silence.slots }, view.messages)} [${silence.code}]`,
  ]
}

const samePlace = (a: Place, b: Place): boolean => a.file === b.file && a.span.start === b.span.start

/** Silences about pairs that are not told of already, with what was made of the line. */
function others({ silences }: LineStory, { report: { understood } }: View): readonly Silence[] {
  const isTold = ({ related, ...place }: Silence): boolean => (understood?.statements ?? []).some(({ spot, near = [] }) => {
    const other = samePlace(spot, place) ? related : place
    return near.some((one) => other !== undefined && samePlace(one.spot, other))
  })
  return silences.filter((silence) => !isTold(silence))
}

/** The answer to `--why-not`, in words: what was reported, what was made of the line, and what else it was compared with. */
export function renderStory(view: View, asked: Pick<Asked, 'file' | 'line'>, surface: Surface): string {
  const story = storyOf(view, asked)
  const { findings, suppressed } = story
  const silences = others(story, view)
  const { understood } = view.report
  const at = writer(view, surface)
  const heading = (id: string): string => surface.paint.bold(harmless(say({ id, slots: { place: `${surface.prefix}${asked.file}:${asked.line}` } }, view.messages)))
  const section = (id: string, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : [[heading(id), ...lines].map((line) => `${line}\n`).join('')])
  return [
    ...section('why-not.reported', findings.flatMap((finding) => [
      `  ${finding.ruleId}: ${say(finding.what, view.messages)}`, ...finding.why.map((phrase) => `    ${say(phrase, view.messages)}`),
    ]).map(harmless)),
    ...section('why-not.suppressed', suppressed.flatMap((one) => suppressedLines(view, at, one)).map(harmless)),
    ...section('why-not.understood', understood ? understoodLines(understood, { view, surface, at }) : []),
    ...section('why-not.silent', silences.flatMap((silence) => silenceLines(view, at, silence)).map(harmless)),
  ].join('\n')
}
