import { sha256 } from '@noble/hashes/sha2.js'
import type { Desk } from './desk.js'
import { filters } from './filters.js'
import { findings } from './findings.js'
import { head } from './head.js'
import { dataFor, html, trusted, type Markup } from './markup.js'
import { FIRST, matrix } from './matrix.js'
import { pairsSection } from './pairs.js'
import { remarks } from './remarks.js'
import { script } from './script.js'
import { style } from './style.js'

/** How a content security policy names a text that it lets run. */
function hashOf(text: string): string {
  const bytes = sha256(new TextEncoder().encode(text))
  return `'sha256-${btoa(String.fromCharCode(...bytes))}'`
}

/** Nothing is loaded, nothing is sent, and no script runs but saydo's own, whatever stands in a document. */
function policy(): string {
  return `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`
}

/** All forms for numbers of a text; the browser chooses among them. */
function formsOf({ view: { messages } }: Desk, id: string): Readonly<Record<string, string>> {
  const forms = Object.entries(messages).filter(([key]) => key.startsWith(`${id}.`))
  return Object.fromEntries(forms.map(([key, text]) => [key.slice(id.length + 1), text]))
}

function data(desk: Desk): Markup {
  return dataFor({
    locale: desk.locale, first: FIRST, columns: desk.board.columns.map(({ label }) => label), silent: desk.view.messages['html.silent-here'] ?? '',
    promises: formsOf(desk, 'html.shown-promises'), findings: formsOf(desk, 'html.shown-findings'),
  })
}

const dialog = (desk: Desk): Markup => html`<dialog id="detail" aria-labelledby="detail-title"><button type="button">${desk.words('html.close')}</button><h2 id="detail-title" dir="auto"></h2><div id="detail-body"></div></dialog>`

/** The whole file. */
export function page(desk: Desk): string {
  return html`<!doctype html>
<html lang="${desk.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy())}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="saydo ${desk.view.version}">
<title>${desk.words('html.title')}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#matrix">${desk.words('html.skip')}</a>
${head(desk)}
<main>
${filters(desk)}
${matrix(desk)}
${findings(desk)}
${remarks(desk)}
${pairsSection(desk)}
</main>
<footer><p>${desk.words('html.footer', { version: desk.view.version })}</p></footer>
${dialog(desk)}
<script type="application/json" id="words">${data(desk)}</script>
<script>${trusted(script)}</script>
</body>
</html>
`.markup
}
