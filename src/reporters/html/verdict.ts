import type { Verdict } from '../../model/ledger.js'
import type { Desk } from './desk.js'
import { html, type Markup } from './markup.js'

/** A sign for each verdict that differs in shape, for those who do not see colours. */
const SIGNS: Readonly<Record<Verdict, string>> = {
  kept: '✓', contradicted: '✕', condition: '✱', weakened: '↓', unbacked: '○', silent: '–',
}

/** The sign alone; its word stands beside it or is hidden for the eye. */
export const sign = (verdict: Verdict): Markup => html`<span class="sign" aria-hidden="true">${SIGNS[verdict]}</span>`

/** A verdict as sign and word. */
export const verdict = (desk: Desk, id: Verdict): Markup => html`<span class="verdict ${id}">${sign(id)} ${desk.words(`verdict.${id}`)}</span>`
