import type { LedgerEntry, Told } from '../../model/ledger.js'
import type { Spot } from '../../model/spot.js'
import { harmless } from '../harmless.js'
import { jsonText } from '../json-text.js'
import { type LedgerView, placer, sentenceOf, topicTitle } from './rows.js'

/** The version of the format; it rises when a field changes its meaning or goes away. */
const FORMAT = 1

/** The ledger for programs. Fields that do not apply are left out. */
export function json(view: LedgerView): string {
  const place = placer(view)
  const spotOf = (spot: Spot): object => ({ file: spot.file, ...place(spot), quote: spot.quote })
  const toldOf = ({ spot, touchpoint, owner, verdict, finding }: Told): object => ({ verdict, touchpoint, owner, ...spotOf(spot), finding })
  const promises = view.entries.map((entry) => ({
    id: entry.id, verdict: entry.verdict, topic: entry.topic, topicTitle: entry.topic && topicTitle(entry.topic, view),
    ...spotOf(entry.spot), lead: entry.lead, page: entry.page, language: entry.language, heading: entry.title || undefined, repeats: entry.repeats,
    values: entry.values, scope: entry.scope, conditions: entry.conditions.map(spotOf),
    touchpoint: entry.touchpoint, owner: entry.owner, validFrom: entry.validFrom, validUntil: entry.validUntil, holds: entry.holds,
    told: entry.told.map(toldOf), findings: entry.findings,
  }))
  return `${jsonText({ version: FORMAT, tool: { name: 'saydo', version: view.version }, today: view.today, promises })}\n`
}

type Column = readonly [name: string, of: (entry: LedgerEntry) => string]

function columns(view: LedgerView): readonly Column[] {
  const place = placer(view)
  const at = (spot: Spot): string => `${spot.file}:${place(spot).line}`
  const told = ({ spot, touchpoint, verdict }: Told): string => `${touchpoint === undefined ? '' : `${touchpoint}: `}${at(spot)} (${verdict})`
  return [
    ['id', ({ id }) => id],
    ['verdict', ({ verdict }) => verdict],
    ['topic', ({ topic }) => topic ?? ''],
    ['promise', sentenceOf],
    ['values', ({ values }) => values.join('; ')],
    ['scope', ({ scope }) => scope.join('; ')],
    ['conditions', ({ conditions }) => conditions.map((spot) => spot.quote).join(' ')],
    ['valid_from', ({ validFrom }) => validFrom ?? ''],
    ['valid_until', ({ validUntil }) => validUntil ?? ''],
    ['holds', ({ holds }) => holds],
    ['place', ({ spot }) => at(spot)],
    ['touchpoint', ({ touchpoint }) => touchpoint ?? ''],
    ['owner', ({ owner }) => owner ?? ''],
    ['told', (entry) => entry.told.map(told).join('; ')],
  ]
}

/** What a spreadsheet takes for the beginning of a formula, in its wide forms too. */
const FORMULA = /^[=+\-@＝＋－＠]/

/** One cell by RFC 4180. An apostrophe before a would-be formula makes every spreadsheet read it as text. */
function cell(text: string): string {
  const line = harmless(text.replace(/\s+/g, ' ').trim())
  const safe = FORMULA.test(line) ? `'${line}` : line
  return /[",;']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The ledger for spreadsheets: RFC 4180, and no cell that a spreadsheet would run as a formula. */
export function csv(view: LedgerView): string {
  const all = columns(view)
  const lines = [all.map(([name]) => name), ...view.entries.map((entry) => all.map(([, of]) => of(entry)))]
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')
}
