import { summaryLines } from '../summary.js'
import { say } from '../phrase.js'
import { chart } from './chart.js'
import type { Desk } from './desk.js'
import { html, type Markup } from './markup.js'

/** A day such as `2025-11-22` in the reader's way of writing it. */
function day(desk: Desk): string {
  const date = new Date(`${desk.view.today}T00:00:00Z`)
  return new Intl.DateTimeFormat(desk.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}

/** The figure that a manager looks for; none where nothing could be kept. */
function share(desk: Desk): Markup | undefined {
  const { promises, kept } = desk.view.report.summary
  if (promises === 0 || desk.view.report.summary.documents.do === 0) return undefined
  const percent = new Intl.NumberFormat(desk.locale, { style: 'percent', maximumFractionDigits: 0 }).format(Math.floor((kept / promises) * 100) / 100)
  return html`<p class="share"><b>${percent}</b> <span>${desk.counted('html.share', promises, { kept: String(kept) })}</span></p>`
}

/** The top of the page: the share of promises kept, the counts, the day, and what was read. */
export function head(desk: Desk): Markup {
  const lines = summaryLines(desk.view.report, desk.locale)
  const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)
  return html`<header class="head">
<div class="bar"><p class="brand">saydo</p><p class="day"><time datetime="${desk.view.today}">${day(desk)}</time></p><button type="button" id="theme" hidden aria-pressed="false">${desk.words('html.dark')}</button></div>
<h1>${desk.words('html.title')}</h1>
<div class="news">${share(desk)}${chart(desk)}</div>
<ul class="counts">${lines.map((line) => html`<li class="${line.tone}">${sentence(line.phrases.map((phrase) => say(phrase, desk.view.messages)).join(', '))}</li>`)}</ul>
</header>`
}
