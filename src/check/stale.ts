import type { Extract, Statement } from '../model/claim.js'
import type { Finding } from '../model/finding.js'
import type { Alignment } from '../model/match.js'
import type { Rule } from '../model/pack.js'
import { type CheckContext, finding, type Outcome, phrase, spotOf } from './context.js'
import { numberOption } from './options.js'

const RULE = 'playbook/stale'
/** An instruction backs a promise when they share so much, and a measure. */
const NEED = 1

/** `playbook/stale`: staff documents that nobody has read again since the promise they back was last changed. One finding per document. */
export function checkStale(context: CheckContext): Outcome {
  const rule = context.rules.get(RULE)
  if (!rule) return { findings: [], silences: [] }
  const oldest = new Map<string, Alignment>()
  const { across } = context.matched
  for (const said of across.keys()) {
    if (said.tags.updated === undefined || said.claims.length === 0) continue
    const pair = across.get(said)?.find((one) => one.score >= NEED && shareMeasure(one))
    if (!pair || !isOlder(pair.b, pair.a)) continue
    const known = oldest.get(pair.b.file)
    if (!known || pair.score > known.score) oldest.set(pair.b.file, pair)
  }
  const findings = [...oldest.values()].map((pair): Finding => finding({
    ruleId: RULE, severity: rule.severity, at: spotOf(pair.b), related: [spotOf(pair.a)], topic: pair.b.claims.find((claim) => claim.topic)?.topic,
    what: phrase('finding.playbook.stale', { reviewed: pair.b.tags.reviewed ?? '', changed: pair.a.tags.updated ?? '' }), identity: [pair.b.tags.reviewed ?? ''], alone: true,
  }))
  const told = new Set(oldest.keys())
  return { findings: [...findings, ...context.extracts.filter(({ file, side }) => side === 'do' && !told.has(file)).flatMap((extract) => unreviewed(extract, rule, context))], silences: [] }
}

/** The day so many months before; at the end of a shorter month, the last day of it. */
function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const end = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, end))).toISOString().slice(0, 10)
}

/** With the option `months`: a document that nobody has gone through for so long, whatever was promised since. */
function unreviewed({ file, tags, title, statements }: Extract, { severity }: Rule, { settings, config }: CheckContext): readonly Finding[] {
  const months = numberOption(settings(file), RULE, 'months')
  const reviewed = tags.reviewed?.match(DATE)?.[0]
  const at = title ?? statements[0]
  if (months === undefined || reviewed === undefined || !at || reviewed >= monthsBefore(config.today, months)) return []
  return [finding({
    ruleId: RULE, severity, at: { file, span: at.span, quote: at.quote }, identity: [reviewed], alone: true,
    what: phrase('finding.playbook.stale.months', { reviewed, months: String(months) }),
  })]
}

const shareMeasure = ({ a, b }: Alignment): boolean => a.claims.some((claim) => claim.topic !== undefined && b.claims.some((other) => other.topic === claim.topic))

const DATE = /^\d{4}-\d{2}-\d{2}/

/** ISO dates are in the order of their letters. */
function isOlder(told: Statement, said: Statement): boolean {
  const reviewed = told.tags.reviewed?.match(DATE)?.[0]
  const updated = said.tags.updated?.match(DATE)?.[0]
  return reviewed !== undefined && updated !== undefined && reviewed < updated
}
