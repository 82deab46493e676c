import type { Severity } from '../model/finding.js'
import { entriesOf, type Entry, linesOf, placeText, worstFirst } from './entries.js'
import { grouped } from './grouped.js'
import { harmless } from './harmless.js'
import { markdownWithin } from './markdown.js'
import { languageOf, say } from './phrase.js'
import type { Reporter, View } from './reporter.js'
import { summaryLines } from './summary.js'

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }
/** So many annotations of each kind does GitHub show for one step; it drops the others without a word. */
const MOST = 10
/** A step's summary may have 1 MiB; a little is left for what other programs add to it. */
const SUMMARY_BYTES = 1_000_000

const CODES: Readonly<Record<string, string>> = { '%': '%25', '\r': '%0D', '\n': '%0A', ':': '%3A', ',': '%2C' }
const escapeData = (text: string): string => text.replace(/[%\r\n]/g, (character) => CODES[character] as string)
const escapeProperty = (text: string): string => text.replace(/[%\r\n:,]/g, (character) => CODES[character] as string)

/** A line of the log that the runner does not take for a command. */
const logLine = (text: string): string => `  ${text.replaceAll('##[', '## [').replace(/^\s*::/, ': :')}`

/** GitHub refuses columns of places that reach over several lines. */
function propertiesOf({ id, file, place }: Entry): string {
  const columns = place && place.line === place.endLine ? { col: place.column, endColumn: place.endColumn } : {}
  const lines = place ? { line: place.line, endLine: place.endLine } : {}
  return Object.entries({ file: harmless(file), ...lines, ...columns, title: `saydo ${id}` }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',')
}

const annotation = (entry: Entry): string => `::${COMMANDS[entry.severity]} ${propertiesOf(entry)}::${escapeData(linesOf(entry).join('\n'))}`

/** What GitHub would not show as annotations stands in the log, folded. */
function foldedLines(rest: readonly Entry[], view: View): readonly string[] {
  if (rest.length === 0) return []
  const title = say({ id: 'github.more', slots: { n: String(rest.length) } }, view.messages)
  return [`::group::${escapeData(title)}`, ...rest.map((entry) => logLine(`${placeText(entry)} ${entry.severity} ${entry.id}: ${entry.message}`)), '::endgroup::']
}

/** Workflow commands of GitHub Actions: annotations for the worst findings; the step's summary has them all. */
export const github: Reporter = {
  id: 'github',
  render(view, surface) {
    const kinds = grouped(worstFirst(entriesOf(view, surface)), (entry) => entry.severity)
    const shown = [...kinds.values()].flatMap((kind) => kind.slice(0, MOST))
    const rest = [...kinds.values()].flatMap((kind) => kind.slice(MOST))
    const closing = summaryLines(view.report, languageOf(view.messages)).map((line) => logLine(line.phrases.map((phrase) => harmless(say(phrase, view.messages))).join(', ')))
    return [...shown.map(annotation), ...foldedLines(rest, view), ...closing].map((line) => `${line}\n`).join('')
  },
  summary: (view, surface) => markdownWithin(view, surface, { limit: SUMMARY_BYTES, sizeOf: (text) => new TextEncoder().encode(text).length }),
}
