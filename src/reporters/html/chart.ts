import type { LedgerEntry } from '../../model/ledger.js'
import type { Desk } from './desk.js'
import { html, trusted, type Markup } from './markup.js'

/** The parts that all promises fall into, good news first. `known` and `untold` together are the promises kept. */
const PARTS = ['known', 'untold', 'weakened', 'condition', 'contradicted', 'unbacked', 'other'] as const
type Part = (typeof PARTS)[number]

/** Signs of the parts, the same as those of the verdicts that they hold. */
const SIGNS: Readonly<Record<Part, string>> = { known: '✓', untold: '–', weakened: '↓', condition: '✱', contradicted: '✕', unbacked: '○', other: '!' }

const WIDTH = 1000
const HEIGHT = 36
const GAP = 4

function partOf({ findings, told, verdict }: LedgerEntry): Part {
  const kept = findings.every(({ severity }) => severity === 'info')
  if (kept) return told.length > 0 ? 'known' : 'untold'
  return verdict === 'kept' || verdict === 'silent' ? 'other' : verdict
}

function bars(counts: readonly (readonly [Part, number])[], total: number): readonly Markup[] {
  let x = 0
  return counts.map(([part, n]) => {
    const width = (n / total) * WIDTH
    const bar = html`<rect class="${part}" x="${x.toFixed(1)}" y="0" width="${Math.max(GAP / 2, width - GAP).toFixed(1)}" height="${HEIGHT}" rx="3"/>`
    x += width
    return bar
  })
}

/** How all promises fare, as a bar and in words. */
export function chart(desk: Desk): Markup {
  const { ledger } = desk.view.report
  const counts = PARTS.map((part) => [part, ledger.filter((entry) => partOf(entry) === part).length] as const).filter(([, n]) => n > 0)
  if (counts.length === 0) return trusted('')
  const wordsOf = (part: Part): string => desk.words(`html.fate.${part}`)
  const told = counts.map(([part, n]) => `${n} ${wordsOf(part)}`).join('; ')
  return html`<figure class="chart"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-labelledby="chart-title chart-text"><title id="chart-title">${desk.words('html.chart')}</title><desc id="chart-text">${told}</desc>${bars(counts, ledger.length)}</svg>
<figcaption><ul class="legend">${counts.map(([part, n]) => html`<li><span class="swatch ${part}" aria-hidden="true">${SIGNS[part]}</span> <b>${n}</b> ${wordsOf(part)}</li>`)}</ul></figcaption></figure>`
}
