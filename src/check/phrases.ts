import type { Mark, Statement } from '../model/claim.js'
import type { FileSettings } from '../model/config.js'
import type { Finding, Severity } from '../model/finding.js'
import type { Rule } from '../model/pack.js'
import { type CheckContext, finding, type Outcome, phrase } from './context.js'
import { wordsIn } from './identity.js'
import { isAllowed, numberOption } from './options.js'

/** `wording/*` and `playbook/talk-time-cap`: phrases that staff must not be told, and words that a customer must not be called. */
export function checkPhrases(context: CheckContext): Outcome {
  const rules = [...context.rules.values()].filter((rule) => rule.own || rule.id.startsWith('wording/') || rule.id === 'playbook/talk-time-cap')
  const findings = context.extracts.flatMap((extract) => {
    const asked = rules.filter((rule) => rule.sides.includes(extract.side))
    return extract.statements.flatMap((statement, i) => (statement.marks.length === 0 ? [] : gravest(asked.flatMap((rule) => hits(rule, statement, () => onwards(extract.statements, i), context.settings(extract.file))))))
  })
  return { findings, silences: [] }
}

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 }

/** One fault, one finding: where rules find overlapping words in a sentence, the gravest speaks, then the one that saw most. */
function gravest(findings: readonly Finding[]): Finding[] {
  const weight = ({ severity, at }: Finding): number => RANK[severity] * 10_000 + at.span.end - at.span.start
  const sorted = [...findings].sort((a, b) => weight(b) - weight(a))
  return sorted.filter((one, i) => !sorted.slice(0, i).some((other) => other.at.span.start < one.at.span.end && one.at.span.start < other.at.span.end))
}

/** So many blocks further on, a text under the same heading still belongs to the passage. */
const NEXT = 1

/** What stands with a statement: the whole block or row, the list items after it, the next paragraph. */
function onwards(statements: readonly Statement[], at: number): readonly Statement[] {
  const first = statements[at] as Statement
  const inTable = first.labels.some((label) => label.kind === 'row' || label.kind === 'column')
  return statements.filter((other, i) => {
    if (other.passage === first.passage) return true
    if (i < at) return false
    if (inTable || other.section !== first.section) return false
    return other.block - first.block <= NEXT || (first.group !== undefined && other.group === first.group)
  })
}

const marked = (statement: Statement, key: string): boolean => statement.marks.some((mark) => mark.key === key)

const MINUTES_A_DAY = 24 * 60

const ABOUT_PEOPLE: ReadonlySet<string> = new Set(['wording/customer-term', 'wording/complaint-hostile'])

function hits(rule: Rule, statement: Statement, passage: () => readonly Statement[], settings: FileSettings): Finding[] {
  // A heading names what staff will hear ("Questions that aren't ours"); only what customers are called counts there too.
  if (statement.title && !ABOUT_PEOPLE.has(rule.id)) return []
  if (statement.kind === 'avoided' || marked(statement, `unless:${rule.id}`)) return []
  const allowed = new Set(rule.parts.filter((part) => part.businesses.includes(settings.business)).map((part) => part.id))
  const spared = isSpared(rule, statement, settings)
  const found = statement.marks.filter((m) => !m.forbidden && !spared(m) && (m.key === `rule:${rule.id}` || (m.key.startsWith(`part:${rule.id}#`) && !allowed.has(m.key.split('#')[1] as string))))
  if (found.length === 0 || passage().some((other) => marked(other, `near:${rule.id}`))) return []
  // The longest words show best what is meant.
  return [report(rule, statement, found.reduce((best, mark) => (mark.text.length > best.text.length ? mark : best)))]
}

/** What the configuration lets pass: words that it allows, and for limits on talking time those that are long enough. */
function isSpared(rule: Rule, statement: Statement, settings: FileSettings): (mark: Mark) => boolean {
  const allowed = isAllowed(settings, rule)
  const minutes = numberOption(settings, rule.id, 'from_minutes')
  const isLong = minutes !== undefined && statement.quantities.some(({ dimension, high }) => dimension === 'duration' && high * MINUTES_A_DAY >= minutes)
  return (mark) => isLong || allowed(mark)
}

function report(rule: Rule, statement: Statement, mark: Mark): Finding {
  return finding({
    ruleId: rule.id, severity: rule.severity, at: { file: statement.file, span: mark.span, quote: mark.text },
    what: rule.own ? phrase('finding.own', { words: mark.text, title: rule.title }) : phrase(`finding.${rule.id.replace('/', '.')}`, { words: mark.text }), why: [phrase('why.phrase', { words: mark.text })],
    identity: [wordsIn(mark.text), wordsIn(statement.quote)], fix: mark.fix,
  })
}
