import { entriesOf, type Entry, linesOf } from './entries.js'
import { grouped } from './grouped.js'
import type { Reporter } from './reporter.js'
import { element, xmlFile } from './xml.js'

/** The version of Checkstyle whose reports other programs know how to read. */
const VERSION = '4.3'

const errorOf = (entry: Entry): string => element('error', {
  line: entry.place?.line ?? 1, column: entry.place?.column, severity: entry.severity, message: linesOf(entry).join('\n'), source: `saydo.${entry.id}`,
})

/** For Jenkins and other programs that read what Checkstyle writes. */
export const checkstyle: Reporter = {
  id: 'checkstyle',
  render(view, surface) {
    const files = [...grouped(entriesOf(view, surface), (entry) => entry.file)].map(([name, entries]) => element('file', { name }, entries.map(errorOf)))
    return xmlFile(element('checkstyle', { version: VERSION }, files))
  },
}
