import type { LedgerEntry } from '../../model/ledger.js'
import type { Spot } from '../../model/spot.js'
import type { Place } from '../../model/text.js'
import { languageOf, type Messages, say } from '../phrase.js'
import { placesIn } from '../places.js'
import type { View } from '../reporter.js'

/** A ledger, or a part of it, and the words to tell it with. */
export interface LedgerView extends Pick<View, 'sources' | 'messages' | 'topics' | 'version' | 'today'> {
  readonly entries: readonly LedgerEntry[]
}

/** A promise with what a reader sees of it. */
export interface Row {
  readonly entry: LedgerEntry
  /** What the promise is about: its topic by name, or the page that it stands on. */
  readonly subject: string
  /** The sentence, with what must be read before it. */
  readonly text: string
}

/** What the topic of a claim (`returns.window`) is called in the language of the messages. */
export function topicTitle(topic: string, { topics, messages }: Pick<LedgerView, 'topics' | 'messages'>): string {
  const id = topic.replace(/\..*$/, '')
  return messages[`topic.${id}`] ?? topics.find((one) => one.id === id)?.title ?? id
}

const ENDED = /[.!?…:,;]["'”’)]?$/

/** The sentence of a promise with what must be read before it: "Standard: Free from €40", "Lost your card? Call us." */
export const sentenceOf = ({ lead, spot }: LedgerEntry): string => (lead === undefined ? spot.quote : `${lead}${ENDED.test(lead) ? '' : ':'} ${spot.quote}`)

/** The rows of a ledger by what they are about, named topics first, each in reading order. Headings are left out where the text below them says the same. */
export function rowsOf(view: LedgerView): readonly Row[] {
  const other = say({ id: 'promises.else', slots: {} }, view.messages)
  const named = (entry: LedgerEntry): boolean => entry.topic !== undefined
  const collator = new Intl.Collator(languageOf(view.messages))
  const rows = view.entries.filter((entry) => entry.repeats === undefined).map((entry): Row => ({
    entry, text: sentenceOf(entry), subject: entry.topic === undefined ? entry.page?.replace(/[\s:.]+$/, '') ?? other : topicTitle(entry.topic, view),
  }))
  return rows.toSorted((a, b) => Number(named(b.entry)) - Number(named(a.entry)) || collator.compare(a.subject, b.subject))
}

/** Rows under what they are about. */
export function bySubject(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.subject, [...(groups.get(row.subject) ?? []), row])
  return groups
}

/** Finds the lines and columns of a ledger's places. */
export function placer({ sources }: Pick<LedgerView, 'sources'>): (spot: Spot) => Place {
  const places = placesIn({ sources })
  return (spot) => places.of(spot.file, spot.span)
}

/** An ISO day as people of a language write it: "31 October 2025". */
export function dayText(day: string, messages: Messages): string {
  return new Intl.DateTimeFormat(languageOf(messages), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** When a promise ends or begins, in words: "until 31 October 2025"; undefined where it has no end and has begun. */
export function periodText({ holds, validFrom, validUntil }: LedgerEntry, messages: Messages): string | undefined {
  const tell = (id: string, day: string): string => say({ id, slots: { day: dayText(day, messages) } }, messages)
  if (holds === 'over' && validUntil) return tell('promises.ended', validUntil)
  if (holds === 'not-yet' && validFrom) return tell('promises.from', validFrom)
  return validUntil && tell('promises.until', validUntil)
}
