import type { Phrase, Report } from '../model/finding.js'
import { harmless } from './harmless.js'
import { languageName } from './phrase.js'

/** Something that the summary says; bad news is shown in colour. */
export interface Line {
  readonly tone: 'good' | 'bad' | 'warn' | 'plain'
  readonly phrases: readonly Phrase[]
}

const phrase = (id: string, n: number): Phrase => ({ id, slots: { n: String(n) } })

/** How much was found; undefined where finding nothing would say nothing. */
function counts({ summary, problems, narrowed }: Report): Line | undefined {
  const phrases = [
    ...(summary.errors > 0 ? [phrase('summary.errors', summary.errors)] : []),
    ...(summary.warnings > 0 ? [phrase('summary.warnings', summary.warnings)] : []),
    ...(summary.infos > 0 ? [phrase('summary.infos', summary.infos)] : []),
    ...(problems.length > 0 ? [phrase('summary.problems', problems.length)] : []),
  ]
  const compared = summary.documents.say > 0 && summary.documents.do > 0 && summary.promises > 0
  if (phrases.length === 0 && !compared) return undefined
  if (phrases.length === 0) return { tone: 'good', phrases: [{ id: narrowed ? 'summary.clean-here' : 'summary.clean', slots: {} }] }
  return { tone: summary.errors > 0 || problems.length > 0 ? 'bad' : 'warn', phrases }
}

/** How much of it needs nobody to think. */
function fixableLines({ findings }: Report): readonly Line[] {
  const fixable = findings.filter(({ fix }) => fix !== undefined).length
  return fixable > 0 ? [{ tone: 'plain', phrases: [phrase('summary.fixable', fixable)] }] : []
}

/** Each language that was passed over, said once. */
function unreadLines({ unread }: Report, locale: string): readonly Line[] {
  return unread.map(({ tag, files }) => ({
    tone: 'warn', phrases: [{ id: 'summary.unread', slots: { n: String(files.length), language: languageName(tag, locale), file: harmless(files[0] as string) } }],
  }))
}

/** Why the figures may not mean what they seem to. */
function caveats({ summary: { documents, promises } }: Report): readonly Line[] {
  const warn = (id: string): Line => ({ tone: 'warn', phrases: [{ id, slots: {} }] })
  if (documents.say + documents.do === 0) return [warn('summary.no-documents')]
  const lines: Line[] = []
  if (documents.do === 0) lines.push(warn('summary.no-do-side'))
  if (documents.say === 0) lines.push(warn('summary.no-say-side'))
  else if (promises === 0) lines.push(warn('summary.no-promises'))
  return lines
}

/** What the baseline has to do with it; a note, since nothing of it is wrong. */
function baselineLines({ baseline }: Report): readonly Line[] {
  if (!baseline) return []
  const { file, known, gone } = baseline
  const line = (id: string, n: number): Line => ({ tone: 'plain', phrases: [{ id, slots: { n: String(n), file: harmless(file) } }] })
  const lost = gone.reduce((sum, { count }) => sum + count, 0)
  return [line('summary.known', known), ...(lost > 0 ? [line('summary.gone', lost)] : [])]
}

/** The closing lines of a report, still without words. */
export function summaryLines(report: Report, locale: string): readonly Line[] {
  const { documents, promises, kept } = report.summary
  const found = counts(report)
  // without a do side nobody can tell what becomes of a promise
  const fates = [phrase('summary.kept', kept), ...(report.narrowed ? [] : [phrase('summary.troubled', promises - kept)])]
  return [
    ...(found ? [found] : []), ...fixableLines(report),
    { tone: 'plain', phrases: [phrase('summary.promises', promises), ...(documents.do > 0 ? fates : [])] },
    { tone: 'plain', phrases: [phrase('summary.say-documents', documents.say), phrase('summary.do-documents', documents.do)] },
    ...baselineLines(report),
    ...(report.suppressed.length > 0 ? [{ tone: 'plain', phrases: [phrase('summary.suppressed', report.suppressed.length)] } as const] : []),
    ...unreadLines(report, locale),
    ...caveats(report),
  ]
}
