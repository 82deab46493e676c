import type { Extract, Statement } from '../model/claim.js'
import type { Finding } from '../model/finding.js'
import type { Rule } from '../model/pack.js'
import { type CheckContext, finding, type Outcome, phrase } from './context.js'
import { listOption } from './options.js'

/** In the body of a document, so many passages must speak of the subject before the document is about it. */
const OFTEN = 3

/** `playbook/missing-step` and `playbook/missing-follow-up`: parts that a staff document must have. */
export function checkPlaybooks(context: CheckContext): Outcome {
  const findings: Finding[] = []
  for (const id of ['playbook/missing-step', 'playbook/missing-follow-up']) {
    const rule = context.rules.get(id)
    if (!rule) continue
    for (const extract of context.extracts) if (extract.side === 'do' && isAbout(extract, rule)) findings.push(...missing(extract, rule, listOption(context.settings(extract.file), id, 'steps')))
  }
  return { findings, silences: [] }
}

const isTitle = (extract: Extract, statement: Statement): boolean => statement.span.start === extract.title?.span.start

const namesSubject = (statement: Statement, rule: Rule): boolean => statement.marks.some((mark) => mark.key === `about:${rule.id}` || mark.key === `rule:${rule.id}`)

/** The rule's `patterns` are the words of a title or main heading that name the subject; `about` counts in the body too. */
function isAbout(extract: Extract, rule: Rule): boolean {
  const spoken = extract.statements.filter((statement) => statement.kind !== 'avoided' && statement.marks.some((mark) => mark.key === `about:${rule.id}` && !mark.forbidden))
  return extract.statements.some((statement) => isTitle(extract, statement) && namesSubject(statement, rule)) || spoken.some((statement) => statement.kind === 'heading') || new Set(spoken.map((statement) => statement.passage)).size >= OFTEN
}

/** Where the document speaks of the subject: its title, or the heading below which it does; the first words where neither names it. */
function placeOf(extract: Extract, rule: Rule): Pick<Statement, 'span' | 'quote'> | undefined {
  const names = (statement: Statement): boolean => namesSubject(statement, rule)
  const titled = extract.statements.some((statement) => isTitle(extract, statement) && names(statement))
  const heading = titled ? undefined : extract.statements.find((statement) => statement.kind === 'heading' && names(statement))
  return heading ?? extract.title ?? extract.statements[0]
}

/** `steps`: those that the configuration asks for; all of the rule's where it names none. */
function missing(extract: Extract, rule: Rule, steps: readonly string[]): Finding[] {
  const present = new Set(extract.statements.filter((s) => s.kind !== 'avoided').flatMap((s) => s.marks.filter((mark) => !mark.forbidden).map((mark) => mark.key)))
  const absent = rule.parts.filter((part) => (steps.length === 0 || steps.includes(part.id)) && !present.has(`part:${rule.id}#${part.id}`)).map((part) => part.id)
  if (absent.length === 0) return []
  const at = placeOf(extract, rule)
  if (!at) return []
  return [finding({
    ruleId: rule.id, severity: rule.severity, at: { file: extract.file, span: at.span, quote: at.quote },
    what: phrase(`finding.${rule.id.replace('/', '.')}`, { parts: absent.map((part) => `{part.${part}}`).join(', ') }), identity: [], parts: absent,
  })]
}
