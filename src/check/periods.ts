import type { Extract, Statement } from '../model/claim.js'
import type { Finding } from '../model/finding.js'
import type { Alignment } from '../model/match.js'
import { type CheckContext, finding, type Outcome, phrase, spotOf } from './context.js'
import { identityOf } from './identity.js'
import { numberOption } from './options.js'

const RULE = 'promise/expired'
const NEED = 0.5
const OFFER = ['offer', 'free', 'give', 'get', 'guarantee', 'immediate', 'included', 'role-until']

/** In milliseconds. */
const DAY_LENGTH = 86_400_000

/** A field that holds nothing but a date, such as `book_by: 2026-09-20`. */
const DATE_ALONE = 24

/** The ISO day so many days before another. */
const daysBefore = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_LENGTH).toISOString().slice(0, 10)

/** The last day that a statement names: "until 31 May", or a date under "last day". */
export function lastDay(statement: Statement): string | undefined {
  const dates = statement.quantities.filter((q) => q.dimension === 'date' && !q.yearless && q.to)
  const ends = dates.filter((q) => q.bound !== 'exact' || statement.cues.has('role-until') || (statement.above.has('role-until') && statement.quote.length <= DATE_ALONE))
  return ends.map((q) => q.to as string).sort().at(-1)
}

/** An end without a year is this year's, or the one of the turn of the year that is nearer; one that is longer over is likely next year's. */
const LATELY = 120

/** The day in the year in which it was last or will next be: "0000-08-31" is 31 August just gone, or to come. */
function inYear(day: string, today: string): string {
  const from = daysBefore(today, LATELY)
  const year = Number(from.slice(0, 4))
  const same = `${year}${day.slice(4)}`
  return same > from ? same : `${year + 1}${day.slice(4)}`
}

/** "Ends 31 August", said of an offer: the last day, with the year that is meant. What goes from day to day without a year comes every year. */
function lastDayOfOffer(statement: Statement, today: string): string | undefined {
  const ends = statement.quantities.filter((q) => q.dimension === 'date' && q.yearless && q.to && !q.from && (q.bound !== 'exact' || statement.cues.has('role-until')))
  return ends.map((q) => inYear(q.to as string, today)).sort().at(-1)
}

/** The first day that a statement names: "from 1 December 2025"; a date that is also an end says nothing of the beginning. */
function firstDay(statement: Statement): string | undefined {
  return statement.quantities.find((q) => q.dimension === 'date' && !q.yearless && q.from && (!q.to || q.to !== q.from))?.from
}

/** From when until when a promise holds, as ISO days, and whether it does on the day of the check. */
export interface Period {
  readonly validFrom?: string
  readonly validUntil?: string
  readonly holds: 'today' | 'over' | 'not-yet'
}

const DAY = /^\d{4}-\d{2}-\d{2}/
const dayIn = (text: string | undefined): string | undefined => text?.match(DAY)?.[0]

const passageKey = (statement: Statement): string => `${statement.file} passage ${statement.passage}`
const sectionKey = (statement: Statement): string => `${statement.file} section ${statement.section}`

/** Few statements name a day; only around these there is anything to look for. */
const isDated = ({ quantities }: Statement): boolean => quantities.some(({ dimension }) => dimension === 'date')

/** The first day that any statement of a passage, or any title of a section, names. */
type Days = ReadonlyMap<string, string>

function daysAround(extracts: readonly Extract[], dayOf: (one: Statement) => string | undefined): Days {
  const days = new Map<string, string>()
  for (const statement of extracts.flatMap((extract) => extract.statements.filter(isDated))) {
    const key = statement.title ? sectionKey(statement) : passageKey(statement)
    const day = days.has(key) ? undefined : dayOf(statement)
    if (day !== undefined) days.set(key, day)
  }
  return days
}

/** Reads the period of any statement: the days that it names itself, else its passage, else its heading, else its document. */
export function periodsOf(extracts: readonly Extract[], today: string): (statement: Statement) => Period {
  const [lasts, firsts] = [daysAround(extracts, lastDay), daysAround(extracts, firstDay)]
  const around = (statement: Statement, days: Days): string | undefined => days.get(passageKey(statement)) ?? days.get(sectionKey(statement))
  return (statement) => {
    const validUntil = lastDay(statement) ?? around(statement, lasts) ?? dayIn(statement.tags.validUntil)
    const validFrom = firstDay(statement) ?? around(statement, firsts) ?? dayIn(statement.tags.validFrom)
    return { validFrom, validUntil, holds: validUntil && validUntil < today ? 'over' : validFrom && validFrom > today ? 'not-yet' : 'today' }
  }
}

const rowEnd = ({ file, passage }: Statement, end: string | undefined): string => `${file} ${passage} ${end}`

const isOffer = (statement: Statement): boolean => statement.claims.length > 0 || OFFER.some((cue) => statement.cues.has(cue) || statement.above.has(cue))

/** An offer that ended before this day is over; the configuration may leave pages some days of grace. */
function lastDayToShow({ file }: Statement, { config, settings }: CheckContext): string {
  const grace = numberOption(settings(file), RULE, 'grace_days') ?? 0
  return daysBefore(config.today, grace)
}

const isPromoted = (statement: Statement): boolean => statement.cues.has('offer') || statement.claims.some(({ role }) => role === 'benefit')

/** When offers end: a day of its own, or one that stands in the same passage as what is offered. */
function endsOf(extracts: readonly Extract[], today: string): (statement: Statement) => string | undefined {
  const passages = new Map<string, { offers: boolean; promoted: boolean }>()
  for (const { statements } of extracts) {
    const dated = new Set(statements.filter(isDated).map(({ passage }) => passage))
    for (const statement of statements.filter(({ passage }) => dated.has(passage))) {
      const known = passages.get(passageKey(statement))
      passages.set(passageKey(statement), { offers: known?.offers || isOffer(statement), promoted: known?.promoted || isPromoted(statement) })
    }
  }
  return (statement) => {
    if (!isDated(statement)) return undefined
    const around = passages.get(passageKey(statement))
    const day = around?.offers ? lastDay(statement) : undefined
    return day ?? (around?.promoted ? lastDayOfOffer(statement, today) : undefined)
  }
}

/** `promise/expired`: an offer that is over, or whose end the two sides give differently. */
export function checkPeriods(context: CheckContext): Outcome {
  const findings: Finding[] = []
  const reported = new Set<Statement>()
  const { across, back } = context.matched
  const endOf = endsOf(context.extracts, context.config.today)
  // A row may tell both when an offer ends and until when something else holds.
  const ends = new Set([...back.keys()].map((statement) => rowEnd(statement, endOf(statement))))
  for (const promise of across.keys()) {
    const end = endOf(promise)
    if (!end) continue
    const dated = (across.get(promise) ?? []).filter((pair) => pair.score >= NEED && endOf(pair.b) && pair.scope.relation !== 'disjoint')
    const over = end < lastDayToShow(promise, context)
    const other = over ? undefined : dated.find((pair) => pair === dated[0] && endOf(pair.b) !== end && !ends.has(rowEnd(pair.b, end)))
    if (!over && !other) continue
    for (const pair of dated) reported.add(pair.b)
    const others = over ? dated.filter((pair) => endOf(pair.b) === end) : [other as Alignment]
    findings.push(report({ statement: promise, end, other: others[0]?.b, otherEnd: others[0] && endOf(others[0].b), over }, context))
  }
  for (const statement of back.keys()) {
    const end = endOf(statement)
    if (end && end < lastDayToShow(statement, context) && !reported.has(statement) && statement.kind === 'said') findings.push(report({ statement, end, over: true }, context))
  }
  return { findings, silences: [] }
}

interface Over {
  readonly statement: Statement
  readonly end: string
  readonly other?: Statement
  readonly otherEnd?: string
  readonly over: boolean
}

function report({ statement, end, other, otherEnd = '', over }: Over, { scopes }: CheckContext): Finding {
  return finding({
    ruleId: RULE, severity: 'warning', at: spotOf(statement), related: other ? [spotOf(other, phrase('note.date'))] : [],
    what: over ? phrase('finding.expired.over', { end }) : phrase('finding.expired.differs', { end, other: otherEnd }),
    identity: [end, identityOf(statement, scopes), ...(over ? [] : [otherEnd])], alone: over,
  })
}
