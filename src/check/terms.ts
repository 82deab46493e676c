import type { Mark, Statement } from '../model/claim.js'
import type { Finding } from '../model/finding.js'
import { type CheckContext, finding, type Outcome, phrase, spotOf } from './context.js'
import { wordsIn } from './identity.js'

const RULE = 'term/mismatch'

/** `term/mismatch`: a name that the configuration has ruled out, on either side. */
export function checkTerms(context: CheckContext): Outcome {
  const statements = context.extracts.flatMap((extract) => extract.statements)
  const uses = (index: number, side: string): Statement | undefined =>
    statements.find((s) => s.side !== side && s.marks.some((mark) => mark.key === `term:${index}`)) ?? statements.find((s) => s.marks.some((mark) => mark.key === `term:${index}`))
  const findings = statements.filter((statement) => statement.kind !== 'avoided').flatMap((statement) =>
    statement.marks.filter((mark) => mark.key.startsWith('banned:') && !mark.forbidden && context.settings(statement.file).hasTerm(termOf(mark))).map((mark) => report(statement, mark, context, uses)))
  return { findings, silences: [] }
}

/** The place in the configured terms of the one whose banned name stands here. */
const termOf = (mark: Mark): number => Number((mark.key.split(':')[1] as string).split('.')[0])

function report(statement: Statement, mark: Mark, context: CheckContext, uses: (index: number, side: string) => Statement | undefined): Finding {
  const index = termOf(mark)
  const right = context.config.terms[index]?.use ?? ''
  const other = uses(index, statement.side)
  return finding({
    ruleId: RULE, severity: 'warning', at: { file: statement.file, span: mark.span, quote: mark.text }, related: other ? [spotOf(other, phrase('note.term', { use: right }))] : [],
    what: phrase('finding.term', { wrong: mark.text, right }), identity: [wordsIn(mark.text), wordsIn(statement.quote)], alone: true,
    fix: mark.fix,
  })
}
