import { isWord, TOPIC, UNKNOWN } from '../model/keys.js'
import type { Amount, LineUnderstood, Near, Reason, Sign, Understood } from '../model/understood.js'
import { harmless } from './harmless.js'
import { languageName, languageOf, say } from './phrase.js'
import { topicTitle } from './promises/rows.js'
import type { Surface, View } from './reporter.js'
import { wrap } from './wrap.js'

/** So many words in common are named. */
const WORDS = 5

type Slots = Readonly<Record<string, string>>

/** A key as a word: topics by their name, words that no list knows as they stand in one of the texts, where they do. */
function keyText(key: string, view: View, ...texts: readonly string[]): string {
  if (key.startsWith(TOPIC)) return topicTitle(key.slice(TOPIC.length), view)
  if (!key.startsWith(UNKNOWN)) return key.replaceAll('-', ' ')
  const stem = key.slice(UNKNOWN.length)
  const words = texts.flatMap((text) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
  return words.find((word) => word.toLowerCase().startsWith(stem)) ?? stem
}

/** Names of keys, each once: "Delivery" says nothing beside "deliver". */
function namesOf(keys: readonly string[], view: View, ...texts: readonly string[]): readonly string[] {
  // words that were made unrecognisable tell nobody anything
  const names = keys.filter((key) => (isWord(key) || key.startsWith(TOPIC)) && !key.startsWith(`${UNKNOWN}*`)).map((key) => keyText(key, view, ...texts))
  return names.filter((name, i) => !names.some((other, j) => name.toLowerCase().startsWith(other.toLowerCase()) && (other.length < name.length || j < i)))
}

/** Words that two passages have in common. */
export const sharedNames = ({ shared, spot }: Near, view: View, quote: string): readonly string[] =>
  namesOf(shared, view, quote, spot.quote, view.sources.get(spot.file) ?? '').slice(0, WORDS)

/** What a statement is limited to. */
export const scopeNames = ({ scope }: Understood, view: View): readonly string[] => namesOf(scope, view)

/** What a statement is about: each topic once. */
const topicNames = ({ topics }: Understood, view: View): readonly string[] => [...new Set(topics.map((topic) => topicTitle(topic, view)))]

const TAKEN: ReadonlySet<string> = new Set(['promise', 'general', 'told'])

/** What a statement is taken for, in words. */
export const takenText = ({ taken }: Understood, view: View): string => say({ id: TAKEN.has(taken) ? `taken.${taken}` : `silence.${taken}`, slots: {} }, view.messages)

/** A reason in words. */
export function reasonText({ code, slots }: Reason, view: View): string {
  const named = Object.fromEntries(Object.entries(slots).map(([name, value]) => [name, value === '' ? value : value.split(' ').map((key) => keyText(key, view)).join(' ')]))
  return say({ id: `silence.${code}`, slots: code === 'scope-apart' ? named : slots }, view.messages)
}

/** What an amount or an answer is for the customer, in words. */
export function roleText({ role, yes }: Amount, { messages }: View): string {
  const name = role === 'yes' && yes === false ? 'no' : role ?? 'none'
  return say({ id: `role.${name}`, slots: {} }, messages)
}

/** The words of a sign as they stand in the text, each once; none where the source is not here. */
export function signWords({ spans }: Sign, file: string, { sources }: View): readonly string[] {
  const source = sources.get(file)
  return source === undefined ? [] : [...new Set(spans.map(({ start, end }) => source.slice(start, end).replace(/\s+/g, ' ')))]
}

/** Why a line gave no statement, in words. */
export function nothingText({ nothing, languages }: LineUnderstood, view: View): string | undefined {
  const names = languages.map((tag) => languageName(tag, languageOf(view.messages))).join(', ')
  return nothing && say({ id: `understood.${nothing}`, slots: { language: names } }, view.messages)
}

interface Page {
  readonly view: View
  readonly surface: Surface
  readonly at: (spot: Understood['spot']) => string
}

const word = (page: Page, id: string, slots: Slots = {}): string => say({ id, slots }, page.view.messages)

/** Lines of one sentence, so far from the edge. */
const lines = (page: Page, text: string, indent: number): readonly string[] => wrap(harmless(text), page.surface.width, ' '.repeat(indent), ' '.repeat(indent + 2))

function nearLines(page: Page, near: Near, quote: string): readonly string[] {
  const words = sharedNames(near, page.view, quote).join(', ')
  return [
    ...lines(page, `${page.at(near.spot)} "${near.spot.quote}"`, 6),
    ...(words === '' ? [] : lines(page, word(page, 'understood.words', { words }), 8)),
    ...lines(page, `${reasonText(near.reason, page.view)} [${near.reason.code}]`, 8),
  ]
}

/** What comes near a statement on the other side. */
function otherSide(page: Page, { spot, side, near }: Understood): readonly string[] {
  if (near === undefined) return []
  const { documents } = page.view.report.summary
  if (side === 'say' && documents.do === 0) return lines(page, word(page, 'summary.no-do-side'), 4)
  if (side === 'do' && documents.say === 0) return lines(page, word(page, 'summary.no-say-side'), 4)
  const other = side === 'say' ? 'staff' : 'customers'
  return [...lines(page, word(page, `understood.${near.length > 0 ? 'near' : 'none'}-${other}`), 4), ...near.flatMap((one) => nearLines(page, one, spot.quote))]
}

/** A sign with its words, where they are known. */
function signText(page: Page, sign: Sign, file: string): string {
  const meaning = word(page, `cue.${sign.cue}`)
  const words = signWords(sign, file, page.view)
  return words.length === 0 ? meaning : `"${words.join('", "')}": ${meaning}`
}

function statementLines(page: Page, one: Understood): readonly string[] {
  const topics = topicNames(one, page.view).join(', ')
  const scope = scopeNames(one, page.view).join(', ')
  const list = (id: string, items: readonly string[]): readonly string[] => (items.length === 0 ? [] : [...lines(page, word(page, id), 4), ...items.flatMap((item) => lines(page, item, 6))])
  return [
    ...lines(page, `"${one.spot.quote}"`, 2), ...lines(page, takenText(one, page.view), 4),
    ...(topics === '' ? [] : lines(page, word(page, 'understood.about', { topics }), 4)),
    ...list('understood.amounts', one.amounts.map((amount) => `"${amount.text}": ${roleText(amount, page.view)}`)),
    ...list('understood.signs', one.signs.map((sign) => signText(page, sign, one.spot.file))),
    ...(scope === '' ? [] : lines(page, word(page, 'understood.scope', { names: scope }), 4)),
    ...(one.untold ? lines(page, `${reasonText(one.untold, page.view)} [${one.untold.code}]`, 4) : []),
    ...otherSide(page, one),
  ]
}

/** What was made of a line, for people in a terminal; the lines are harmless. */
export function understoodLines(understood: LineUnderstood, page: Page): readonly string[] {
  const nothing = nothingText(understood, page.view)
  return nothing === undefined ? understood.statements.flatMap((one) => statementLines(page, one)) : lines(page, nothing, 2)
}
