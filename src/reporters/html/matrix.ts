import { topicId, type Board, type Cell, type Column, type Row } from './board.js'
import type { Desk } from './desk.js'
import { html, trusted, type Markup } from './markup.js'
import { topicName } from './topic.js'
import { sign, verdict } from './verdict.js'

/** Promises that are laid out at first; a browser takes long for more, and nobody reads them in one go. */
export const FIRST = 100
/** Beyond this many columns there is no room for words, and their names stand upright. */
const ROOMY = 6

/** A cell without words: the browser ends it by itself, and there may be a hundred thousand of them. */
const SILENCE = trusted('<td>')

function columnHead({ label, short, files }: Column): Markup {
  return html`<th scope="col" title="${label}"><span>${short}${files.length > 0 && html` <small>${files.join(', ')}</small>`}</span></th>`
}

function cell(desk: Desk, row: Row, told: Cell | undefined): Markup {
  if (!told) return SILENCE
  return html`<td class="${told.verdict}"><a href="#p-${row.entry.id}">${sign(told.verdict)} <span class="word">${desk.words(`verdict.${told.verdict}`)}</span></a>`
}

/** What is known of a promise beside its words. */
function facts(desk: Desk, { entry, owners }: Row): Markup {
  const topic = topicId(entry.topic)
  const parts = [desk.placeOf(entry.spot), ...(topic === undefined ? [] : [topicName(desk, topic)]), ...owners]
  return html`<span class="facts">${verdict(desk, entry.verdict)} ${parts.map((part) => html`<span>${part}</span> `)}</span>`
}

function attributes({ topics, paths, owners, verdicts }: Board, row: Row): Markup {
  const { entry } = row
  return html`data-topic="${topics.numbers([topicId(entry.topic)])}" data-page="${paths.numbers([entry.spot.file])}" data-owner="${owners.numbers(row.owners)}" data-verdict="${verdicts.numbers([entry.verdict])}"`
}

function promiseRow(desk: Desk, row: Row): Markup {
  const { entry, number, cells } = row
  const lead = entry.lead === undefined ? undefined : html`<small>${entry.lead}</small> `
  return html`<tr class="promise" ${attributes(desk.board, row)}${number > FIRST && html` hidden`}><th scope="row"><a href="#p-${entry.id}" lang="${entry.language}" dir="auto">${lead}${entry.spot.quote}</a>${facts(desk, row)}</th>${desk.board.columns.map((_, index) => cell(desk, row, cells.get(index)))}</tr>
`
}

function page(desk: Desk, path: string, rows: readonly Row[]): Markup {
  const isLate = (rows[0] as Row).number > FIRST
  return html`<tbody><tr class="page"${isLate && html` hidden`}><th scope="rowgroup" colspan="${desk.board.columns.length + 1}"><span>${path}</span></th></tr>
${rows.map((row) => promiseRow(desk, row))}</tbody>
`
}

function legend(desk: Desk): Markup {
  const told = ['kept', 'contradicted', 'condition', 'weakened'] as const
  return html`<ul class="key">${told.map((id) => html`<li>${verdict(desk, id)} ${desk.words(`html.means.${id}`)}</li>`)}<li>${verdict(desk, 'silent')} ${desk.words('html.means.silent')}</li></ul>`
}

/** The promise matrix: each promise against each touchpoint, or document for staff. */
export function matrix(desk: Desk): Markup {
  const { columns, pages } = desk.board
  if (pages.size === 0) return html``
  return html`<section id="matrix" aria-labelledby="matrix-title"><h2 id="matrix-title">${desk.words('html.matrix')}</h2>
<p class="hint">${desk.words('html.matrix.hint')}</p>${legend(desk)}
<div class="scroll" tabindex="0" role="group" aria-labelledby="matrix-title"><table class="${columns.length > ROOMY ? 'dense' : 'roomy'}">
<thead><tr><th scope="col">${desk.words('html.promise')}</th>${columns.map(columnHead)}</tr></thead>
${[...pages].map(([path, rows]) => page(desk, path, rows))}</table></div>
<p class="more"><button type="button" id="more" hidden>${desk.words('html.more')}</button></p>
</section>`
}
