import type { Severity } from '../model/finding.js'
import { entriesOf, type Entry, type Other, placeText, worstFirst } from './entries.js'
import { languageOf, say } from './phrase.js'
import type { Reporter, Surface, View } from './reporter.js'
import { summaryLines } from './summary.js'

/** A comment on GitHub may have so many characters. */
const COMMENT = 65_536
/** A comment begins with this, so that a program can find it again and renew it. */
const MARK = '<!-- saydo -->'
const ICONS: Readonly<Record<Severity, string>> = { error: '🔴', warning: '🟡', info: '🔵' }
/** Kept for the line that tells how many did not fit. */
const RESERVE = 400

/** How much text there may be, and how it is counted. */
export interface Room {
  readonly limit: number
  sizeOf(text: string): number
}

/** A space that nobody sees. */
const GAP = '&#8203;'

/**
 * Text that stays text: no mark-up and no HTML. An `@`, a `#` or an address is looked for after all else has been read,
 * so that only a gap keeps it from calling somebody or leading somewhere.
 */
const escaped = (text: string): string => text
  .replace(/[&<>"'\\`*_{}[\]#|~@$]/g, (character) => `&#${character.charCodeAt(0)};${character === '@' || character === '#' ? GAP : ''}`)
  .replace(/www(?=\.)|:(?=\/\/)/gi, (start) => `${start}${GAP}`)

/** Nobody is called from code, so the names of folders that begin with an @ stay as they are; an address would still lead somewhere. */
const code = (text: string): string => `<code>${escaped(text).replace(/(?<=^|[\s/])&#64;&#8203;|&#35;&#8203;/g, (mark) => mark.slice(0, -GAP.length))}</code>`

function otherLine(other: Other): string {
  return `- ${code(placeText(other))}${other.note === '' ? '' : ` ${escaped(other.note)}`}: ${escaped(other.quote)}`
}

/** One entry: its sentence to be seen, the places and the advice to be opened. */
function details(entry: Entry, view: View): string {
  const word = (id: string): string => escaped(say({ id, slots: {} }, view.messages))
  const kind = word(entry.isProblem ? 'report.problem' : `report.${entry.severity}`)
  const head = `${ICONS[entry.severity]} <b>${kind}</b> ${code(placeText(entry))}<br>${escaped(entry.message)}`
  const places = [`- ${code(placeText(entry))}: ${escaped(entry.quote)}`, ...entry.others.map(otherLine), '']
  const advice = [entry.why && `${word('report.why')} ${escaped(entry.why)}`, entry.fix && `**${word('report.fix')}** ${escaped(entry.fix)}`, escaped(entry.change), escaped(entry.owner)].filter(Boolean)
  const body = entry.isProblem ? [] : [...places, [...advice, code(entry.id)].join('\\\n'), '']
  return [`<details><summary>${head}</summary>`, '', ...body, '</details>', ''].join('\n')
}

function headOf(view: View): string {
  const [first = '', ...others] = summaryLines(view.report, languageOf(view.messages)).map((line) => line.phrases.map((phrase) => say(phrase, view.messages)).join(', ')).map((line) => escaped(line.endsWith('.') ? line : `${line}.`))
  return [MARK, '### saydo', '', `**${first}** ${others.join(' ')}`.trim(), ''].join('\n')
}

/** The report in Markdown, worst first, as far as there is room; what does not fit is counted. */
export function markdownWithin(view: View, surface: Surface, room: Room): string {
  const entries = worstFirst(entriesOf(view, surface))
  const parts = [`${headOf(view)}\n`]
  let left = room.limit - RESERVE - room.sizeOf(parts.join(''))
  for (const entry of entries) {
    const part = `${details(entry, view)}\n`
    left -= room.sizeOf(part)
    if (left < 0) break
    parts.push(part)
  }
  const missing = entries.length - (parts.length - 1)
  const closing = missing === 0 ? '' : `${escaped(say({ id: 'markdown.more', slots: { n: String(missing) } }, view.messages))}\n`
  return parts.join('') + closing
}

/** For a comment on a pull request. */
export const markdown: Reporter = {
  id: 'markdown',
  render: (view, surface) => markdownWithin(view, surface, { limit: COMMENT, sizeOf: (text) => text.length }),
}
