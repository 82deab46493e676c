import { languageName } from '../phrase.js'
import { placesIn } from '../places.js'
import type { Desk } from './desk.js'
import { html, type Markup } from './markup.js'

/** What could not be read: broken documents, and languages that no rules are for. */
export function remarks(desk: Desk): Markup {
  const { report } = desk.view
  if (report.problems.length + report.unread.length === 0) return html``
  const places = placesIn(desk.view)
  const problems = report.problems.map((problem) => {
    const place = places.ofProblem(problem)
    return html`<li><span class="place">${problem.file}${place && `:${place.line}`}</span> ${problem.message}</li>`
  })
  const languages = report.unread.map(({ tag, files }) => html`<li>${desk.words('html.unread', { language: languageName(tag, desk.locale) })}<ul>${files.map((file) => html`<li class="place">${file}</li>`)}</ul></li>`)
  return html`<section id="remarks" aria-labelledby="remarks-title"><h2 id="remarks-title">${desk.words('html.remarks')}</h2><ul>${problems}${languages}</ul></section>`
}
