import type { Problem } from '../model/document.js'
import type { Finding, Severity, Spot, Suppressed } from '../model/finding.js'
import type { Place } from '../model/text.js'
import { changeText, ownerText, shownWith } from './advice.js'
import { harmless } from './harmless.js'
import { ruleText, say } from './phrase.js'
import { placesIn, type Places } from './places.js'
import type { Surface, View } from './reporter.js'

/** Another place that an entry names. */
export interface Other {
  readonly file: string
  readonly place: Place
  readonly quote: string
  /** What stands there; empty when nothing is to be said of it. */
  readonly note: string
}

/** A finding, or a file that could not be used, as the formats for other programs tell it: in words, with lines and columns. */
export interface Entry {
  /** The rule's id, or `problem`. */
  readonly id: string
  readonly severity: Severity
  readonly isProblem: boolean
  /** With the prefix, so that it can be opened from where the user stands. */
  readonly file: string
  /** Absent when the file as a whole is meant. */
  readonly place?: Place
  readonly quote: string
  readonly message: string
  readonly others: readonly Other[]
  readonly why: string
  readonly fix: string
  /** Which place should probably change, and why; whom the places belong to. Empty where nothing is known. */
  readonly change: string
  readonly owner: string
  /** What can be put in, and in the place of what. */
  readonly replacement?: { readonly place: Place; readonly text: string }
  /** No two entries of a report have the same. */
  readonly fingerprint: string
  /** For a finding that a document asks not to hear of: where it asks, and why; the reason is empty where none is given. */
  readonly silenced?: { readonly file: string; readonly place: Place; readonly reason: string }
}

const PROBLEM = 'problem'
const LOUD: readonly Severity[] = ['error', 'warning', 'info']

/** Half of a character that takes two units: no program can write it in UTF-8. */
const HALF = /\p{Surrogate}/gu

/** A path as other programs are to find it: as it is, but for what cannot be written. */
const pathOf = (surface: Surface, file: string): string => (surface.prefix + file).replace(HALF, '\ufffd')

/** One line of words, out of documents as well, that moves no cursor and turns no text around. */
const words = (text: string): string => harmless(text.trim().replace(/\s+/g, ' ').replace(HALF, '\ufffd'))

/** A quote shows what is meant; whoever wants all of a long sentence opens the file. */
const QUOTE = 400

function quoted(text: string): string {
  const line = words(text)
  return line.length <= QUOTE ? line : `${line.slice(0, QUOTE).replace(HALF, '')}…`
}

interface Desk {
  readonly view: View
  readonly surface: Surface
  readonly places: Places
}

function otherOf({ view, surface, places }: Desk, spot: Spot): Other {
  return { file: pathOf(surface, spot.file), place: places.of(spot.file, spot.span), quote: quoted(spot.quote), note: spot.note ? words(say(spot.note, view.messages)) : '' }
}

function entryOf(desk: Desk, finding: Finding): Entry {
  const { view, surface, places } = desk
  const rule = view.rules.find((each) => each.id === finding.ruleId)
  const advice = (part: 'why' | 'fix'): string => (rule ? words(ruleText(rule, part, view.messages)) : '')
  const path = (file: string): string => pathOf(surface, file)
  return {
    id: finding.ruleId, severity: finding.severity, isProblem: false,
    file: pathOf(surface, finding.at.file), place: places.of(finding.at.file, finding.at.span), quote: quoted(finding.at.quote),
    message: words(say(finding.what, view.messages)), others: finding.related.map((spot) => otherOf(desk, spot)),
    why: advice('why'), fix: advice('fix'), change: words(changeText(finding, view.messages, shownWith(places, path)) ?? ''), owner: words(ownerText(finding, view.messages, path) ?? ''),
    ...(finding.fix ? { replacement: { place: places.of(finding.at.file, finding.fix.span), text: finding.fix.text } } : {}),
    fingerprint: finding.fingerprint,
  }
}

function problemEntryOf({ surface, places }: Desk, problem: Problem): Entry {
  const place = places.ofProblem(problem)
  return {
    id: PROBLEM, severity: 'error', isProblem: true,
    file: pathOf(surface, problem.file), place: place && { endLine: place.line, endColumn: place.column, ...place }, quote: '',
    message: words(problem.message), others: [], why: '', fix: '', change: '', owner: '', fingerprint: `${PROBLEM}:${problem.file}`,
  }
}

function silencedEntryOf(desk: Desk, { finding, by: { file, span, reason } }: Suppressed): Entry {
  return { ...entryOf(desk, finding), silenced: { file: pathOf(desk.surface, file), place: desk.places.of(file, span), reason: words(reason) } }
}

/** Programs take entries with one fingerprint for one entry. */
function withOwnFingerprints(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Map<string, number>()
  return entries.map((entry) => {
    const before = seen.get(entry.fingerprint) ?? 0
    seen.set(entry.fingerprint, before + 1)
    return before === 0 ? entry : { ...entry, fingerprint: `${entry.fingerprint}-${before + 1}` }
  })
}

/** All findings in reading order, then all problems; where they are asked for, then the findings that documents ask not to hear of. */
export function entriesOf(view: View, surface: Surface, { silenced = false } = {}): readonly Entry[] {
  const desk: Desk = { view, surface, places: placesIn(view) }
  const { findings, problems, suppressed } = view.report
  return withOwnFingerprints([
    ...findings.map((finding) => entryOf(desk, finding)),
    ...problems.map((problem) => problemEntryOf(desk, problem)),
    ...(silenced ? suppressed : []).map((one) => silencedEntryOf(desk, one)),
  ])
}

/** Errors before warnings before suggestions, each in reading order. */
export const worstFirst = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((a, b) => LOUD.indexOf(a.severity) - LOUD.indexOf(b.severity))

/** `do/refunds.md:3:22`, or the file alone. */
export const placeText = ({ file, place }: Pick<Entry, 'file' | 'place'>): string => harmless(place ? `${file}:${place.line}:${place.column}` : file)

/** What is wrong, what the other places say, what to do, which place should probably change and whom they belong to: one line each. */
export function linesOf(entry: Entry): readonly string[] {
  const others = entry.others.map((other) => `${placeText(other)}${other.note === '' ? '' : ` (${other.note})`}: ${other.quote}`)
  return [entry.message, ...others, entry.fix, entry.change, entry.owner].filter((line) => line !== '')
}
