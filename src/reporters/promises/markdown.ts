import { markdownCode, markdownText } from '../markdown-text.js'
import { say } from '../phrase.js'
import { bySubject, type LedgerView, periodText, placer, type Row, rowsOf } from './rows.js'

/** A path may hold the bar that parts the cells. */
const cellCode = (text: string): string => markdownCode(text).replaceAll('|', '\\|')

/** The ledger as Markdown: one table for each topic. */
export function markdown(view: LedgerView): string {
  const rows = rowsOf(view)
  const place = placer(view)
  const word = (id: string, slots: Readonly<Record<string, string>> = {}): string => markdownText(say({ id, slots }, view.messages))
  const at = (spot: Row['entry']['spot']): string => cellCode(`${spot.file}:${place(spot).line}`)
  const line = ({ entry, text }: Row): string => `| ${[
    word(`verdict.${entry.verdict}`), markdownText(text), markdownText(entry.values.join(', ')), markdownText(periodText(entry, view.messages) ?? ''), at(entry.spot),
    entry.told.map(({ spot, touchpoint }) => `${touchpoint === undefined ? '' : `${markdownText(touchpoint)}: `}${at(spot)}`).join('<br>'),
  ].join(' | ')} |`
  const head = ['verdict', 'promise', 'values', 'period', 'place', 'told'].map((name) => word(`promises.head.${name}`))
  const tables = [...bySubject(rows)].flatMap(([subject, group]) => [
    `## ${markdownText(subject)}`, '', `| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...group.map(line), '',
  ])
  return [`# ${word('promises.title')}`, '', word('promises.shown', { n: String(rows.length) }), '', ...tables].join('\n')
}
