import type { LedgerEntry, ToldVerdict } from '../../model/ledger.js'
import type { Spot } from '../../model/spot.js'
import { markdownCode, markdownText } from '../markdown-text.js'
import { languageOf, say } from '../phrase.js'
import { bySubject, dayText, type LedgerView, periodText, placer, rowsOf, sentenceOf } from '../promises/rows.js'
import { changesOf } from './changes.js'
import { type Item, itemsOf } from './items.js'
import { type Section, sectionsOf } from './sections.js'

/** A ledger, for whom it is, and what was before. */
export interface BriefView extends LedgerView {
  /** Undefined for all of them. */
  readonly touchpoint?: string
  /** What was promised at an earlier state, and what that state is called. */
  readonly before?: { readonly ref: string; readonly entries: readonly LedgerEntry[] }
}

interface Desk {
  readonly view: BriefView
  word(id: string, slots?: Readonly<Record<string, string>>): string
  at(spot: Spot): string
}

const BROKEN: readonly ToldVerdict[] = ['contradicted', 'condition', 'weakened']
/** A promise that ten pages make is found on three of them. */
const PLACES = 3

/** Ranges of the amounts in a sentence, in order, none over another. */
function amountsIn(quote: string, values: readonly string[]): readonly (readonly [number, number])[] {
  const found = values.map((value) => [quote.indexOf(value), value.length] as const).filter(([at]) => at >= 0).map(([at, length]) => [at, at + length] as const)
  return found.toSorted((a, b) => a[0] - b[0] || b[1] - a[1]).filter(([from], i, all) => all.slice(0, i).every(([, to]) => to <= from))
}

/** The sentence with its amounts in bold. */
function bold({ spot, lead, values, ...rest }: LedgerEntry): string {
  const before = sentenceOf({ ...rest, spot: { ...spot, quote: '' }, lead, values }).trim()
  let text = before === '' ? '' : `${markdownText(before)} `
  let last = 0
  // the pieces are escaped one by one, so white space at their ends is put back
  const piece = (from: number, to: number): string => spot.quote.slice(from, to).replace(/\S(?:.*\S)?/s, (words) => markdownText(words))
  for (const [from, to] of amountsIn(spot.quote, values)) {
    text += `${piece(last, from)}**${piece(from, to)}**`
    last = to
  }
  return text + piece(last, spot.quote.length)
}

function placesText(desk: Desk, spots: readonly Spot[]): string {
  const shown = spots.slice(0, PLACES).map((spot) => desk.at(spot))
  return [...shown, ...(spots.length > PLACES ? [desk.word('cli.took-more', { n: String(spots.length - PLACES) })] : [])].join(', ')
}

/** What staff should know beside the sentence itself. */
function notes(desk: Desk, item: Item): readonly string[] {
  const worse = item.told.filter((told) => BROKEN.includes(told.verdict))
  const kept = item.told.filter((told) => told.verdict === 'kept').map((told) => told.spot)
  return [
    ...item.conditions.map((spot) => markdownText(spot.quote)),
    ...worse.map(({ verdict, spot }) => `**${desk.word(`brief.${verdict}`)}** ${markdownText(spot.quote)} (${desk.at(spot)})`),
    ...(item.verdict === 'unbacked' ? [`**${desk.word('brief.unbacked')}**`] : []),
    [desk.word('brief.read', { places: placesText(desk, item.places) }), ...(kept.length > 0 ? [desk.word('brief.told', { places: placesText(desk, kept) })] : [])].join(' · '),
  ]
}

function itemLines(desk: Desk, item: Item): readonly string[] {
  const period = periodText(item, desk.view.messages)
  return [`- ${bold(item)}${period === undefined ? '' : ` *(${markdownText(period)})*`}`, ...notes(desk, item).map((note) => `  - ${note}`)]
}

function grouped(desk: Desk, items: readonly Item[], level: string): readonly string[] {
  const known = new Map<LedgerEntry, Item>(items.map((item) => [item, item]))
  return [...bySubject(rowsOf({ ...desk.view, entries: items }))].flatMap(([subject, rows]) => [
    `${level} ${markdownText(subject)}`, '', ...rows.flatMap(({ entry }) => itemLines(desk, known.get(entry) as Item)), '',
  ])
}

const upper = (name: string, locale: string): string => name.slice(0, 1).toLocaleUpperCase(locale) + name.slice(1)

function headingOf(desk: Desk, { kind, touchpoint = '' }: Section): string {
  if (kind === 'touchpoint' && desk.view.touchpoint === undefined) return markdownText(upper(touchpoint, languageOf(desk.view.messages)))
  return markdownText(desk.word(`brief.${kind}`, { touchpoint }))
}

/** One line for each: what customers may still ask for, and what they may ask for too early. */
function aside(desk: Desk, id: string, items: readonly Item[]): readonly string[] {
  if (items.length === 0) return []
  return [`## ${desk.word(id)}`, '', ...items.map((item) => `- ${bold(item)} *(${markdownText(periodText(item, desk.view.messages) ?? '')})* ${placesText(desk, item.places)}`), '']
}

/** What is new, what is another than before and what is over, since an earlier state. */
function changeLines(desk: Desk): readonly string[] {
  const { entries, before, messages } = desk.view
  if (!before) return []
  const { added, altered, withdrawn } = changesOf(before.entries, entries, languageOf(messages))
  const period = (item: Item): string => {
    const text = periodText(item, messages)
    return text === undefined ? '' : ` *(${markdownText(text)})*`
  }
  const line = (id: string, item: Item, places: string): string => `- **${desk.word(id)}** ${bold(item)}${period(item)} ${places}`
  const lines = [
    ...added.map((item) => line('brief.new', item, placesText(desk, item.places))),
    ...altered.flatMap(({ before: old, now }) => [line('brief.altered', now, placesText(desk, now.places)), `  - ${desk.word('brief.was')} ${bold(old)}${period(old)}`]),
    // where it stood may not be there any more
    ...withdrawn.map((item) => line('brief.withdrawn', item, markdownCode(item.spot.file))),
  ]
  return [`## ${desk.word('brief.since', { ref: markdownText(before.ref) })}`, '', ...(lines.length > 0 ? lines : [desk.word('brief.unchanged')]), '']
}

/** The staff briefing: what is promised today, by touchpoint and topic, with sources and end dates, in Markdown. */
export function brief(view: BriefView): string {
  const place = placer(view)
  const desk: Desk = {
    view, word: (id, slots = {}) => say({ id, slots }, view.messages),
    at: (spot) => markdownCode(`${spot.file}:${place(spot).line}`),
  }
  const items = itemsOf(view.entries, languageOf(view.messages))
  const holding = items.filter((item) => item.holds === 'today')
  const unbacked = holding.filter((item) => item.verdict === 'unbacked').length
  const sections = sectionsOf(holding, view.touchpoint)
  const isFlat = sections.length === 1 && sections[0]?.kind === 'everywhere'
  return [
    `# ${desk.word('brief.title')}`, '',
    [desk.word('brief.intro', { day: dayText(view.today, view.messages) }), desk.word('brief.count', { n: String(holding.length) }), ...(unbacked > 0 ? [desk.word('brief.count-unbacked', { n: String(unbacked) })] : [])].map(markdownText).join(' '), '',
    ...changeLines(desk),
    ...sections.flatMap((section) => (isFlat ? grouped(desk, section.items, '##') : [`## ${headingOf(desk, section)}`, '', ...grouped(desk, section.items, '###')])),
    ...aside(desk, 'brief.over', items.filter((item) => item.holds === 'over')),
    ...aside(desk, 'brief.coming', items.filter((item) => item.holds === 'not-yet')),
  ].join('\n')
}
