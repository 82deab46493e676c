import { entriesOf, type Entry, linesOf, placeText } from './entries.js'
import { grouped } from './grouped.js'
import type { Reporter } from './reporter.js'
import { element, textElement, xmlFile } from './xml.js'

/** How an entry stands in the report: a file that cannot be used is an error, a finding a failure; a suggestion fails nothing. */
function outcomeOf(entry: Entry): string {
  const lines = linesOf(entry)
  const text = [`${placeText(entry)}: ${entry.severity}`, ...lines].join('\n')
  if (entry.severity === 'info') return textElement('system-out', {}, text)
  return textElement(entry.isProblem ? 'error' : 'failure', { type: entry.severity, message: entry.message }, text)
}

function caseOf(entry: Entry): string {
  const at = entry.place ? ` (${entry.place.line}:${entry.place.column})` : ''
  return element('testcase', { name: `${entry.id}${at}`, classname: entry.file, time: 0 }, [outcomeOf(entry)])
}

interface Suite {
  readonly file: string
  readonly entries: readonly Entry[]
}

const errorsIn = (entries: readonly Entry[]): number => entries.filter((entry) => entry.isProblem).length
const failuresIn = (entries: readonly Entry[]): number => entries.filter((entry) => !entry.isProblem && entry.severity !== 'info').length

/** A document in which nothing was found is a test that passed: a report without tests is taken for a fault. */
function suiteOf({ file, entries }: Suite): string {
  const cases = entries.length > 0 ? entries.map(caseOf) : [element('testcase', { name: 'saydo', classname: file, time: 0 })]
  return element('testsuite', { name: file, tests: cases.length, failures: failuresIn(entries), errors: errorsIn(entries), skipped: 0, time: 0 }, cases)
}

/** For programs that show test results: a suite for each document, a test for each finding. */
export const junit: Reporter = {
  id: 'junit',
  render(view, surface) {
    const entries = entriesOf(view, surface)
    const found = grouped(entries, (entry) => entry.file)
    const clean = [...view.sources.keys()].map((file) => surface.prefix + file).filter((file) => !found.has(file))
    const suites: readonly Suite[] = [...[...found].map(([file, group]) => ({ file, entries: group })), ...clean.map((file) => ({ file, entries: [] }))]
    const tests = entries.length + clean.length
    return xmlFile(element('testsuites', { name: 'saydo', tests, failures: failuresIn(entries), errors: errorsIn(entries), time: 0 }, suites.map(suiteOf)))
  },
}
