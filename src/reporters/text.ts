import type { Problem } from '../model/document.js'
import type { Finding, Severity, Spot } from '../model/finding.js'
import { changeText, ownerText, shownWith } from './advice.js'
import { frame, linesShown } from './frame.js'
import { grouped } from './grouped.js'
import { harmless } from './harmless.js'
import { languageOf, ruleText, say } from './phrase.js'
import { placesIn, type Places } from './places.js'
import type { Reporter, Surface, View } from './reporter.js'
import { summaryLines, type Line } from './summary.js'
import { wrap } from './wrap.js'

/** What the parts of one text report share. */
interface Desk {
  readonly view: View
  readonly surface: Surface
  readonly places: Places
}

/** Stands before a quote that has no line number. */
const QUOTED = '       │ '

const words = (desk: Desk, id: string, slots: Readonly<Record<string, string>> = {}): string => say({ id, slots }, desk.view.messages)

function colour({ paint }: Surface, severity: Severity): (text: string) => string {
  return severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.blue
}

function framed(desk: Desk, { file, span, quote }: Pick<Spot, 'file' | 'span' | 'quote'>, mark: (text: string) => string): readonly string[] {
  const place = desk.places.of(file, span)
  const lines = desk.places.lines(file, place.line, linesShown(place))
  // read elsewhere: what is known of the text is its quote
  if (lines.length === 0) return wrap(harmless(quote), desk.surface.width, QUOTED)
  return frame(lines, place, { paint: desk.surface.paint, width: desk.surface.width, mark })
}

function pathOf(desk: Desk, file: string): string {
  return harmless(desk.surface.prefix + file)
}

function relatedLines(desk: Desk, spot: Spot): readonly string[] {
  const { paint } = desk.surface
  const { line, column } = desk.places.of(spot.file, spot.span)
  const note = spot.note ? `  ${harmless(say(spot.note, desk.view.messages))}` : ''
  return [`  ${paint.cyan(`${pathOf(desk, spot.file)}:${line}:${column}`)}${note}`, ...framed(desk, spot, paint.cyan)]
}

/** The reason behind a rule and its remedy, as the rule file tells them. */
function adviceLines(desk: Desk, finding: Finding): readonly string[] {
  const rule = desk.view.rules.find((each) => each.id === finding.ruleId)
  if (!rule) return []
  const { paint, width } = desk.surface
  const lines = (id: string, text: string): readonly string[] => wrap(`${words(desk, id)} ${harmless(text.trim().replace(/\s+/g, ' '))}`, width, '  ', '      ')
  return [...lines('report.why', ruleText(rule, 'why', desk.view.messages)).map((line) => paint.dim(line)), ...lines('report.fix', ruleText(rule, 'fix', desk.view.messages))]
}

/** OSC 8: what a terminal shows as a link. */
const linked = (shown: string, url: string): string => `\u001b]8;;${url}\u001b\\${shown}\u001b]8;;\u001b\\`

function ruleName({ surface }: Desk, ruleId: string): string {
  const name = surface.paint.dim(ruleId)
  const url = surface.link?.(ruleId)
  return url === undefined ? name : linked(name, url)
}

function findingLines(desk: Desk, finding: Finding): readonly string[] {
  const { paint } = desk.surface
  const mark = colour(desk.surface, finding.severity)
  const { line, column } = desk.places.of(finding.at.file, finding.at.span)
  const path = (file: string): string => pathOf(desk, file)
  return [
    `  ${line}:${column}  ${mark(words(desk, `report.${finding.severity}`))}  ${ruleName(desk, finding.ruleId)}`,
    ...wrap(harmless(say(finding.what, desk.view.messages)), desk.surface.width, '  ').map((text) => paint.bold(text)),
    ...framed(desk, finding.at, mark),
    ...finding.related.flatMap((spot) => relatedLines(desk, spot)),
    ...adviceLines(desk, finding),
    ...(finding.fix ? wrap(harmless(say({ id: 'report.fixable', slots: { was: finding.fix.was, text: finding.fix.text } }, desk.view.messages)), desk.surface.width, '  ', '      ') : []),
    ...[changeText(finding, desk.view.messages, shownWith(desk.places, path)), ownerText(finding, desk.view.messages, path)]
      .flatMap((sentence) => (sentence === undefined ? [] : wrap(harmless(sentence), desk.surface.width, '  ', '      '))),
    '',
  ]
}

function problemLines(desk: Desk, problem: Problem): readonly string[] {
  const { paint } = desk.surface
  const place = desk.places.ofProblem(problem)
  const where = place ? `${place.line}:${place.column}  ` : ''
  const code = problem.span && desk.view.sources.has(problem.file) ? framed(desk, { file: problem.file, span: problem.span, quote: '' }, paint.red) : []
  return [`  ${where}${paint.red(words(desk, 'report.problem'))}`, `  ${paint.bold(harmless(problem.message))}`, ...code, '']
}

function sections<T>(desk: Desk, items: readonly T[], fileOf: (item: T) => string, linesOf: (desk: Desk, item: T) => readonly string[]): readonly string[] {
  return [...grouped(items, fileOf)].flatMap(([file, group]) => [
    desk.surface.paint.underline(pathOf(desk, file)), ...group.flatMap((item) => linesOf(desk, item)),
  ])
}

function summaryLine(desk: Desk, line: Line): string {
  const { paint } = desk.surface
  const text = line.phrases.map((phrase) => say(phrase, desk.view.messages)).join(', ')
  const sentence = text.endsWith('.') ? text : `${text}.`
  if (line.tone === 'plain') return sentence
  return { good: paint.green, bad: paint.red.bold, warn: paint.yellow }[line.tone](sentence)
}

/** Findings and problems, file by file, without the closing summary. */
export function renderBody(view: View, surface: Surface): string {
  const desk: Desk = { view, surface, places: placesIn(view) }
  const { findings, problems } = view.report
  const lines = [
    ...sections(desk, findings, (finding) => finding.at.file, findingLines),
    ...sections(desk, problems, (problem) => problem.file, problemLines),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** For people: what is wrong, why it matters and what to do, with both places quoted. */
export const text: Reporter = {
  id: 'text',
  render(view, surface) {
    const desk: Desk = { view, surface, places: placesIn(view) }
    const closing = summaryLines(view.report, languageOf(view.messages)).map((line) => `${summaryLine(desk, line)}\n`)
    return renderBody(view, surface) + closing.join('')
  },
}
