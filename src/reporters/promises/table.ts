import type { ChalkInstance } from 'chalk'
import { type Told, type Verdict, VERDICTS } from '../../model/ledger.js'
import type { Spot } from '../../model/spot.js'
import { harmless } from '../harmless.js'
import { say } from '../phrase.js'
import type { Surface } from '../reporter.js'
import { wrap } from '../wrap.js'
import { bySubject, type LedgerView, periodText, placer, type Row, rowsOf } from './rows.js'

type Paint = (text: string) => string

/** The widest that the column of amounts gets; longer ones stand in the sentence anyway. */
const VALUES = 14
/** With fewer columns for the sentence, the amounts make room. */
const LEAST = 40
/** So many places for staff are named. */
const PLACES = 3

const paintOf = (paint: ChalkInstance, verdict: Verdict): Paint =>
  ({ contradicted: paint.red, condition: paint.yellow, weakened: paint.yellow, unbacked: paint.magenta, silent: paint.dim, kept: paint.green })[verdict]

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

interface Desk {
  readonly view: LedgerView
  readonly surface: Surface
  readonly verdictWidth: number
  readonly valuesWidth: number
  word(id: string, slots?: Readonly<Record<string, string>>): string
  at(spot: Spot): string
}

function deskOf(view: LedgerView, surface: Surface, rows: readonly Row[]): Desk {
  const place = placer(view)
  const word: Desk['word'] = (id, slots = {}) => say({ id, slots }, view.messages)
  const verdictWidth = Math.max(0, ...VERDICTS.map((verdict) => word(`verdict.${verdict}`).length))
  const valuesWidth = Math.min(VALUES, Math.max(0, ...rows.map(({ entry }) => entry.values.join(', ').length)))
  const isRoomy = surface.width - verdictWidth - valuesWidth - 6 >= LEAST
  return {
    view, surface, verdictWidth, valuesWidth: isRoomy ? valuesWidth : 0, word,
    at: (spot) => harmless(`${surface.prefix}${spot.file}:${place(spot).line}`),
  }
}

/** "web shop: do/orders.md:5", in the colour of what staff are told there. */
function toldLines(desk: Desk, told: readonly Told[]): readonly string[] {
  const lines = told.slice(0, PLACES).map(({ spot, touchpoint, verdict }) =>
    paintOf(desk.surface.paint, verdict)(`→ ${touchpoint === undefined ? '' : `${harmless(touchpoint)}: `}${desk.at(spot)}`))
  return told.length > PLACES ? [...lines, desk.word('cli.took-more', { n: String(told.length - PLACES) })] : lines
}

function rowLines(desk: Desk, { entry, text }: Row): readonly string[] {
  const { paint, width } = desk.surface
  const verdict = paintOf(paint, entry.verdict)(desk.word(`verdict.${entry.verdict}`).padEnd(desk.verdictWidth))
  const values = desk.valuesWidth === 0 ? '' : `${cut(harmless(entry.values.join(', ')), desk.valuesWidth).padEnd(desk.valuesWidth)}  `
  const indent = ' '.repeat(4 + desk.verdictWidth + values.length)
  const [first = '', ...others] = wrap(harmless(text), width, indent)
  const period = periodText(entry, desk.view.messages)
  const facts = [desk.at(entry.spot), ...(entry.owner ? [harmless(entry.owner)] : [])].join(' · ')
  return [
    `  ${verdict}  ${values}${first.trimStart()}`, ...others,
    ...(period === undefined ? [] : [`${indent}${entry.holds === 'today' ? period : paint.red(period)}`]),
    `${indent}${paint.dim(facts)}`, ...toldLines(desk, entry.told).map((line) => `${indent}${line}`),
  ]
}

/** How many promises came to what, with what that means. */
function closing(desk: Desk, rows: readonly Row[]): readonly string[] {
  const count = (verdict: Verdict): number => rows.filter(({ entry }) => entry.verdict === verdict).length
  const shown = VERDICTS.filter((verdict) => count(verdict) > 0)
  const digits = Math.max(0, ...shown.map((verdict) => String(count(verdict)).length))
  return [
    desk.word('promises.shown', { n: String(rows.length) }),
    ...shown.flatMap((verdict) => {
      const head = `  ${String(count(verdict)).padStart(digits)}  ${paintOf(desk.surface.paint, verdict)(desk.word(`verdict.${verdict}`).padEnd(desk.verdictWidth))}  `
      const [first = '', ...others] = wrap(desk.word(`verdict.${verdict}.means`), desk.surface.width, ' '.repeat(6 + digits + desk.verdictWidth))
      return [`${head}${first.trimStart()}`, ...others]
    }),
  ]
}

/** The ledger for people in a terminal: by topic, with verdict, amounts, sentence, end, place, and where staff are told. */
export function table(view: LedgerView, surface: Surface): string {
  const rows = rowsOf(view)
  const desk = deskOf(view, surface, rows)
  const groups = [...bySubject(rows)].flatMap(([subject, group]) => [surface.paint.bold(harmless(subject)), ...group.flatMap((row) => rowLines(desk, row)), ''])
  return [...groups, ...closing(desk, rows)].map((line) => `${line}\n`).join('')
}
