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

/** The last day that a statement names: "until 31 May", or a date under "last day". */
export function lastDay(statement: Statement): string | undefined {
  const dates = statement.quantities.filter((q) => q.dimension === 'date' && !q.yearless && q.to)
  const ends = dates.filter((q) => q.bound !== 'exact' || statement.cues.has('role-until') || (statement.above.has('role-until') && statement.quote.length <= DATE_ALONE))
  return ends.map((q) => q.to as string).sort().at(-1)
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

/** The first day that any statement of a passage, or any title of a section, names. */
type Days = ReadonlyMap<string, string>

function daysAround(extracts: readonly Extract[], dayOf: (one: Statement) => string | undefined): Days {
  const days = new Map<string, string>()
  for (const statement of extracts.flatMap((extract) => extract.statements)) {
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
  return grace === 0 ? config.today : new Date(Date.parse(`${config.today}T00:00:00Z`) - grace * DAY_LENGTH).toISOString().slice(0, 10)
}

/** `promise/expired`: an offer that is over, or whose end the two sides give differently. */
export function checkPeriods(context: CheckContext): Outcome {
  const findings: Finding[] = []
  const reported = new Set<Statement>()
  // A row may tell both when an offer ends and until when something else holds.
  const ends = new Set([...context.matched.back.keys()].map((statement) => rowEnd(statement, lastDay(statement))))
  const { across } = context.matched
  for (const promise of across.keys()) {
    const end = lastDay(promise)
    if (!end || !isOffer(promise)) continue
    const dated = (across.get(promise) ?? []).filter((pair) => pair.score >= NEED && lastDay(pair.b) && pair.scope.relation !== 'disjoint')
    const over = end < lastDayToShow(promise, context)
    const other = over ? undefined : dated.find((pair) => pair === dated[0] && lastDay(pair.b) !== end && !ends.has(rowEnd(pair.b, end)))
    if (!over && !other) continue
    for (const pair of dated) reported.add(pair.b)
    findings.push(report(promise, over ? dated.filter((pair) => lastDay(pair.b) === end) : [other as Alignment], over, context))
  }
  for (const statement of context.matched.back.keys()) {
    const end = lastDay(statement)
    if (end && end < lastDayToShow(statement, context) && isOffer(statement) && !reported.has(statement) && statement.kind === 'said') findings.push(report(statement, [], true, context))
  }
  return { findings, silences: [] }
}

function report(statement: Statement, others: readonly Alignment[], over: boolean, { scopes }: CheckContext): Finding {
  const other = others[0]?.b
  const [end = '', otherEnd = ''] = [lastDay(statement), other && lastDay(other)]
  return finding({
    ruleId: RULE, severity: 'warning', at: spotOf(statement), related: other ? [spotOf(other, phrase('note.date'))] : [],
    what: over ? phrase('finding.expired.over', { end }) : phrase('finding.expired.differs', { end, other: otherEnd }),
    identity: [end, identityOf(statement, scopes), ...(over ? [] : [otherEnd])], alone: over,
  })
}
