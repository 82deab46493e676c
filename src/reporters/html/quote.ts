import type { Spot } from '../../model/finding.js'
import type { Span } from '../../model/text.js'
import type { Desk } from './desk.js'
import { html, type Markup } from './markup.js'

/** Characters of a line that stand around quoted words. */
const AROUND = 90

/** A passage as it is shown, and what in it is marked. */
interface Passage {
  readonly text: string
  readonly marks: readonly Span[]
}

function marked({ text, marks }: Passage): readonly Markup[] {
  let at = 0
  const pieces: Markup[] = []
  for (const { start, end } of marks) {
    pieces.push(html`${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`)
    at = end
  }
  return [...pieces, html`${text.slice(at)}`]
}

/** Words with what stands around them in their line, since a word or two alone tell little. */
function inContext(desk: Desk, spot: Spot): Passage {
  const found = desk.lineOf(spot)
  if (!found || found.end - found.start >= found.line.trim().length) return { text: spot.quote, marks: [] }
  const { line, start, end } = found
  const from = start <= AROUND ? 0 : line.indexOf(' ', start - AROUND) + 1 || start - AROUND
  const to = end + AROUND >= line.length ? line.length : line.lastIndexOf(' ', end + AROUND) + 1 || end + AROUND
  // the mark of a list item or a heading is no context
  const lead = line.slice(from, start).replace(/^[^\p{L}\p{N}]+$/u, '')
  const before = `${from > 0 ? '… ' : ''}${lead}`
  return { text: `${before}${line.slice(start, to)}${to < line.length ? ' …' : ''}`, marks: [{ start: before.length, end: before.length + end - start }] }
}

/** Where a passage stands, and on which side. */
function caption(desk: Desk, spot: Spot): Markup {
  const document = desk.documentOf(spot)
  return html`<figcaption>${document && html`<b>${desk.words(`html.side.${document.side}`)}</b> `}<span class="place">${desk.placeOf(spot)}</span>${document?.touchpoint !== undefined && html` <span class="touchpoint">${document.touchpoint}</span>`}</figcaption>`
}

/** A passage with its place, in its own language, with the words marked that matter. */
export function quote(desk: Desk, spot: Spot, { marks, note }: {
  readonly marks?: readonly Span[]
  readonly note?: string
} = {}): Markup {
  const passage = marks ? { text: spot.quote, marks } : inContext(desk, spot)
  const side = desk.documentOf(spot)?.side ?? 'other'
  // an empty lang says that the language is not known, which is better than a wrong one
  return html`<figure class="quote ${side}">${caption(desk, spot)}<blockquote lang="${desk.languageOf(spot)}" dir="auto">${marked(passage)}</blockquote>${note !== undefined && html`<p class="note">${note}</p>`}</figure>`
}
