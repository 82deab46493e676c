import { ruleText, say } from '../phrase.js'
import type { Row } from './board.js'
import type { Desk } from './desk.js'
import { differenceOf } from './difference.js'
import { change } from './findings.js'
import { html, type Markup } from './markup.js'
import { quote } from './quote.js'
import { verdict } from './verdict.js'

/** Tells, in the reader's words, what of a promise and of what staff are told differs. */
function pair(desk: Desk, { entry }: Row, told: Row['entry']['told'][number], column: number): Markup {
  const finding = told.finding === undefined ? undefined : desk.board.findings.get(told.finding)
  const rule = finding && desk.view.rules.find(({ id }) => id === finding.ruleId)
  const difference = told.verdict === 'kept' ? { said: [], told: [] } : differenceOf(entry.spot.quote, told.spot.quote, finding)
  return html`<div class="told" data-column="${column}"><p class="what">${verdict(desk, told.verdict)}${finding && html` ${say(finding.what, desk.view.messages)}`}</p>
<div class="pair">${quote(desk, entry.spot, { marks: difference.said })}${quote(desk, told.spot, { marks: difference.told })}</div>${rule && html`<p class="fix"><b>${desk.words('report.fix')}</b> ${ruleText(rule, 'fix', desk.view.messages)}</p>`}${finding && change(desk, finding)}</div>
`
}

function promise(desk: Desk, row: Row): Markup {
  const { entry } = row
  const pairs = [...row.cells].flatMap(([column, { told }]) => told.map((one) => pair(desk, row, one, column)))
  const alone = html`<p class="what">${verdict(desk, entry.verdict)} ${desk.words('html.told-nowhere')}</p>${quote(desk, entry.spot, { marks: [] })}`
  return html`<article id="p-${entry.id}"><h3 lang="${entry.language}" dir="auto">${entry.spot.quote}</h3>
${pairs.length > 0 ? pairs : alone}</article>
`
}

/** Every promise with all that staff are told of it: what a cell of the matrix opens, and what a printer prints. */
export function pairsSection(desk: Desk): Markup {
  const rows = [...desk.board.pages.values()].flat()
  if (rows.length === 0) return html``
  return html`<section id="pairs" aria-labelledby="pairs-title"><h2 id="pairs-title">${desk.words('html.pairs')}</h2>
${rows.map((row) => promise(desk, row))}</section>`
}
