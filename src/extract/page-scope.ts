import type { Label, Statement } from '../model/claim.js'
import type { Kit } from './kit.js'

/** A page says for whom it holds at its beginning: so many passages are looked at. */
const BEGINNING = 3

/** The country or region that a page says it is for, as a heading above all of it: "This page is for deliveries to Slovakia." */
function regionsOf(statements: readonly Statement[], kit: Kit): readonly string[] {
  const first = statements.filter((statement) => statement.kind === 'said').map((statement) => statement.passage)
  const last = [...new Set(first)][BEGINNING - 1] ?? Infinity
  const saying = statements.find((statement) => statement.passage <= last && statement.cues.has('page-scope') && statement.kind === 'said')
  return saying ? [...saying.weights].filter(([key, near]) => near >= 1 && kit.scopes.get(key) === 'region').map(([key]) => key) : []
}

/** The statements of a page with the region that the page is for among their labels. */
export function withPageScope(statements: readonly Statement[], kit: Kit): readonly Statement[] {
  const keys = regionsOf(statements, kit)
  if (keys.length === 0) return statements
  const label: Label = { kind: 'heading', keys }
  return statements.map((statement) => ({ ...statement, labels: [label, ...statement.labels] }))
}
