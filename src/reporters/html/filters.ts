import type { Facet } from './facet.js'
import type { Desk } from './desk.js'
import { html, type Markup } from './markup.js'
import { topicName } from './topic.js'

interface Choice {
  readonly id: 'verdict' | 'topic' | 'page' | 'owner'
  readonly facet: Facet
  label(value: string): string
}

function select(desk: Desk, { id, facet, label }: Choice): Markup {
  if (facet.values.length === 0) return html``
  return html`<label>${desk.words(`html.filter.${id}`)} <select name="${id}"><option value="">${desk.words('html.filter.all')}</option>${facet.values.map((value) => html`<option value="${value}">${label(value)}</option>`)}</select></label>`
}

/** What narrows the page down; of no use on paper or without its script, and hidden there. */
export function filters(desk: Desk): Markup {
  const { verdicts, topics, paths, owners } = desk.board
  const choices: readonly Choice[] = [
    { id: 'verdict', facet: verdicts, label: (value) => desk.words(`verdict.${value}`) },
    { id: 'topic', facet: topics, label: (value) => topicName(desk, value) },
    { id: 'page', facet: paths, label: (value) => value },
    { id: 'owner', facet: owners, label: (value) => value },
  ]
  return html`<form id="filters" role="search" aria-label="${desk.words('html.filters')}">
<label class="text">${desk.words('html.filter.text')} <input type="search" name="text" autocomplete="off" spellcheck="false"></label>
${choices.map((choice) => select(desk, choice))}
<button type="reset">${desk.words('html.filter.reset')}</button>
<p id="shown" role="status" aria-live="polite"></p>
</form>`
}
