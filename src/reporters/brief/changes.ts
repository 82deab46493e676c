import type { LedgerEntry } from '../../model/ledger.js'
import { isSame, type Item, itemsOf, likeness } from './items.js'

/** A promise that says another thing than before. */
export interface Altered {
  readonly before: Item
  readonly now: Item
}

/** What became of the promises in between. */
export interface Changes {
  readonly added: readonly Item[]
  readonly altered: readonly Altered[]
  readonly withdrawn: readonly Item[]
}

/** Share of their words that two sentences must have in common to be one promise with another value: much, or little on one page under one topic. */
const ALIKE = 0.5
const ALIKE_ON_PAGE = 0.2

const isOnPage = (a: Item, b: Item): boolean => a.topic !== undefined && a.topic === b.topic && a.places.some(({ file }) => b.places.some((other) => other.file === file))

/** How surely the second is what became of the first; 0 where it is another promise. */
function kinship(before: Item, now: Item): number {
  if (before.topic !== now.topic || before.language !== now.language) return 0
  const shared = likeness(before, now)
  return shared >= (isOnPage(before, now) ? ALIKE_ON_PAGE : ALIKE) ? shared : 0
}

/** Pairs each promise with one of the others at most, the surest pairs first. */
function paired(before: readonly Item[], now: readonly Item[], rate: (a: Item, b: Item) => number): readonly Altered[] {
  const pairs = before.flatMap((a) => now.map((b) => ({ before: a, now: b, rate: rate(a, b) }))).filter((pair) => pair.rate > 0).toSorted((a, b) => b.rate - a.rate)
  const taken = new Set<Item>()
  return pairs.filter((pair) => {
    if (taken.has(pair.before) || taken.has(pair.now)) return false
    taken.add(pair.before).add(pair.now)
    return true
  })
}

/** Whether customers may still count on it, today or later. */
const counts = ({ holds }: Item): boolean => holds !== 'over'

/** What is new, what says another thing than before, and what is no longer promised. Other words for the same are no change. */
export function changesOf(before: readonly LedgerEntry[], now: readonly LedgerEntry[], locale: string): Changes {
  const [old, fresh] = [itemsOf(before, locale).filter(counts), itemsOf(now, locale).filter(counts)]
  const same = paired(old, fresh, (a, b) => (isSame(a, b) ? 1 + likeness(a, b) : 0))
  const known = new Set(same.flatMap((pair) => [pair.before, pair.now]))
  const [gone, come] = [old.filter((item) => !known.has(item)), fresh.filter((item) => !known.has(item))]
  const other = paired(gone, come, kinship)
  const used = new Set(other.flatMap((pair) => [pair.before, pair.now]))
  const moved = same.filter((pair) => pair.before.validUntil !== pair.now.validUntil || pair.before.validFrom !== pair.now.validFrom)
  const order = new Map(fresh.map((item, index) => [item, index]))
  return {
    added: come.filter((item) => !used.has(item)), withdrawn: gone.filter((item) => !used.has(item)),
    altered: [...moved, ...other].toSorted((a, b) => (order.get(a.now) ?? 0) - (order.get(b.now) ?? 0)),
  }
}
