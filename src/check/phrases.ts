import type { Mark, Statement } from '../model/claim.js'
import type { Finding } from '../model/finding.js'
import type { Rule } from '../model/pack.js'
import { type CheckContext, finding, type Outcome, phrase } from './context.js'

/** `wording/*` and `playbook/talk-time-cap`: phrases that staff must not be told, and words that a customer must not be called. */
export function checkPhrases(context: CheckContext): Outcome {
  const rules = [...context.rules.values()].filter((rule) => rule.id.startsWith('wording/') || rule.id === 'playbook/talk-time-cap')
  const findings = context.extracts.flatMap((extract) => {
    const passages = byPassage(extract.statements)
    return extract.statements.flatMap((statement) => rules.filter((rule) => rule.sides.includes(extract.side)).flatMap((rule) => hits(rule, statement, passages.get(statement.passage) ?? [], context.config.business)))
  })
  return { findings, silences: [] }
}

function byPassage(statements: readonly Statement[]): Map<number, Statement[]> {
  const out = new Map<number, Statement[]>()
  for (const statement of statements) out.set(statement.passage, [...(out.get(statement.passage) ?? []), statement])
  return out
}

const marked = (statement: Statement, key: string): boolean => statement.marks.some((mark) => mark.key === key)

function hits(rule: Rule, statement: Statement, passage: readonly Statement[], business: string): Finding[] {
  if (statement.kind === 'avoided' || marked(statement, `unless:${rule.id}`)) return []
  const allowed = new Set(rule.parts.filter((part) => part.businesses.includes(business)).map((part) => part.id))
  const mark = statement.marks.find((m) => !m.forbidden && (m.key === `rule:${rule.id}` || (m.key.startsWith(`part:${rule.id}#`) && !allowed.has(m.key.split('#')[1] as string))))
  if (!mark) return []
  const after = passage.filter((other) => other.span.start >= statement.span.start)
  if (after.some((other) => marked(other, `near:${rule.id}`))) return []
  return [report(rule, statement, mark)]
}

function report(rule: Rule, statement: Statement, mark: Mark): Finding {
  return finding({
    ruleId: rule.id, severity: rule.severity, at: { file: statement.file, span: mark.span, quote: mark.text },
    what: phrase(`finding.${rule.id.replace('/', '.')}`, { words: mark.text }), why: [phrase('why.phrase', { words: mark.text })],
    identity: [mark.text.toLowerCase(), statement.quote.toLowerCase()],
  })
}
