import type { Finding, Spot } from '../../model/finding.js'
import { changeText } from '../advice.js'
import { grouped } from '../grouped.js'
import { ruleText, say } from '../phrase.js'
import { topicId } from './board.js'
import type { Desk } from './desk.js'
import { differenceOf } from './difference.js'
import { html, type Markup } from './markup.js'
import { quote } from './quote.js'

/** So many findings that a browser should lay out only those in sight. */
const MANY = 100

function quotes(desk: Desk, finding: Finding): readonly Markup[] {
  const { at, related: [first, ...others] } = finding
  const note = (spot: Spot): string | undefined => spot.note && say(spot.note, desk.view.messages)
  if (!first) return [quote(desk, at)]
  const difference = differenceOf(at.quote, first.quote, finding)
  return [
    quote(desk, at, { marks: difference.said }),
    quote(desk, first, { marks: difference.told, note: note(first) }),
    ...others.map((spot) => quote(desk, spot, { note: note(spot) })),
  ]
}

/** The reason behind a rule and its remedy, as the rule file tells them. */
function advice(desk: Desk, finding: Finding): Markup {
  const rule = desk.view.rules.find(({ id }) => id === finding.ruleId)
  const owners = desk.board.ownersOf(finding)
  const line = (label: string, text: string): Markup => html`<div><dt>${label}</dt><dd>${text}</dd></div>`
  return html`<dl>${rule && line(desk.words('report.why'), ruleText(rule, 'why', desk.view.messages))}${rule && line(desk.words('report.fix'), ruleText(rule, 'fix', desk.view.messages))}${owners.length > 0 && line(desk.words('html.owner'), owners.join(', '))}<div class="rule"><dt>${desk.words('html.rule')}</dt><dd><code>${finding.ruleId}</code></dd></div></dl>`
}

/** Which side should probably change, and why. */
export function change(desk: Desk, finding: Finding): Markup {
  const text = changeText(finding, desk.view.messages, desk.placeOf)
  return text === undefined ? html`` : html`<p class="change">${text}</p>`
}

/** The steps that led to it, for whoever doubts it. */
function steps(desk: Desk, { why }: Finding): Markup {
  if (why.length === 0) return html``
  return html`<details><summary>${desk.words('html.steps')}</summary><ul>${why.map((phrase) => html`<li>${say(phrase, desk.view.messages)}</li>`)}</ul></details>`
}

/** Numbers of what a finding can be filtered by; its verdict is that of the promise that it is about. */
function attributes({ board }: Desk, finding: Finding): Markup {
  const files = [finding.at, ...finding.related].map(({ file }) => file)
  return html`data-topic="${board.topics.numbers([topicId(finding.topic)])}" data-page="${board.paths.numbers(files)}" data-owner="${board.owners.numbers(board.ownersOf(finding))}" data-verdict="${board.verdicts.numbers(board.verdictsOf(finding))}"`
}

function item(desk: Desk, finding: Finding): Markup {
  return html`<article class="finding ${finding.severity}" ${attributes(desk, finding)}>
<h4><span class="severity">${desk.words(`report.${finding.severity}`)}</span> ${say(finding.what, desk.view.messages)}</h4>
<div class="${finding.related.length > 0 ? 'pair' : 'single'}">${quotes(desk, finding)}</div>
${change(desk, finding)}${advice(desk, finding)}${steps(desk, finding)}</article>
`
}

/** What is wrong, page by page. */
export function findings(desk: Desk): Markup {
  const pages = grouped(desk.view.report.findings, ({ at }) => at.file)
  if (pages.size === 0) return html``
  return html`<section id="findings"${desk.view.report.findings.length > MANY && html` class="many"`} aria-labelledby="findings-title"><h2 id="findings-title">${desk.words('html.findings')}</h2>
${[...pages].map(([path, some]) => html`<section class="page"><h3>${path}</h3>
${some.map((finding) => item(desk, finding))}</section>
`)}</section>`
}
