import type { Anchor, Bound, Quantity } from '../model/quantity.js'
import type { Lexicon } from './lexicon.js'
import type { Scan } from './vocabulary.js'

/** What the words before an amount say of it. */
export interface Lead {
  readonly bound?: Bound
  readonly approximate: boolean
  /** The first token of those words. */
  readonly from: number
}

const MAX_LEADS = 4

/** Reads backwards over "up to", "no more than", "about", "the" … */
export function leadOf({ tokens, words }: Scan, index: number, bounds: Lexicon<Bound>): Lead {
  let from = index
  let bound: Bound | undefined
  let approximate = false
  for (let i = 0; i < MAX_LEADS; i++) {
    const hit = bounds.before(tokens, from)
    const about = hit ? undefined : words.bound.approximate.before(tokens, from)
    const step = hit ?? about ?? words.bound.fillers.before(tokens, from)
    if (!step) break
    if (hit && bound) break
    bound ??= hit?.value
    approximate ||= about !== undefined
    from = step.from
  }
  return { bound, approximate, from }
}

/** Reads "or less", "at most", "and up" after an amount. */
export function tailBound({ tokens, words }: Scan, index: number): { bound?: Bound; to: number } {
  const comma = tokens[index]?.norm === ',' ? index + 1 : index
  const hit = words.bound.after.at(tokens, comma)
  return hit ? { bound: hit.value, to: hit.to } : { to: index }
}

/** The bound of an amount from what stands before and after it; a range has its own. */
export function boundOf(lead: Lead, tail: Bound | undefined, range: boolean): Bound {
  const given = tail ?? lead.bound
  if (range && (given === undefined || given === 'from')) return 'range'
  return given ?? 'exact'
}

function eventAt({ tokens, words }: Scan, index: number): Anchor | undefined {
  let at = index
  for (let i = 0; i < 6; i++) {
    const event = words.anchor.events.at(tokens, at)
    if (event) return event.value
    const filler = words.anchor.fillers.at(tokens, at)
    if (!filler) return undefined
    at = filler.to
  }
  return undefined
}

/** "from delivery", "before arrival", "of the day you order" after a duration. */
export function anchorAt(scan: Scan, index: number): Pick<Quantity, 'anchor' | 'relation'> {
  const { tokens, words } = scan
  const before = words.anchor.before.at(tokens, index)
  if (before) return { relation: 'before', ...optional('anchor', eventAt(scan, before.to)) }
  const { relation } = words.anchor
  if (relation.before.at(tokens, index)) return { relation: 'before' }
  const after = words.anchor.after.at(tokens, index)
  const event = after && eventAt(scan, after.to)
  if (event) return { anchor: event, relation: 'after' }
  return relation.after.at(tokens, index) ? { relation: 'after' } : {}
}

/** An object with the key when there is a value for it; without, an empty one. */
export function optional<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: T })
}

function perAt({ tokens, words }: Scan, index: number): { value: string; to: number } | undefined {
  const { per } = words
  const word = per.words.at(tokens, index)
  const noun = per.nouns.at(tokens, word?.to ?? per.articles.at(tokens, index)?.to ?? -1)
  if (noun) return noun
  const other = word && tokens[word.to]
  if (word && other?.kind === 'word' && !words.count.notNouns.at(tokens, word.to)) return { value: other.norm, to: word.to + 1 }
  return per.alone.at(tokens, index)
}

/** "per person per night", "a month", "each": what an amount is counted by, and the token after. */
export function perOf(scan: Scan, index: number): { readonly per?: readonly string[]; readonly to: number } {
  const found: string[] = []
  let to = index
  for (let next = perAt(scan, to); next; next = perAt(scan, to)) {
    found.push(next.value)
    to = next.to
  }
  return found.length > 0 ? { per: found, to } : { to }
}
