import { bestOf } from './best.js'
import type { Numbered } from './numbered.js'
import { type Shelves, shelved } from './shelves.js'

/** A key that stands in more statements than this says nothing about any two of them. */
const TOO_COMMON = 250
/** Words that weigh less point at nothing by themselves. */
const LEAST = 0.12
/** So many of a statement's most telling words are looked up. */
const MOST_KEYS = 10
/** So many statements are compared in full. */
const CANDIDATES = 40

/** Statements by their telling words, with how near the word stands to them. */
const indexOf = (members: readonly number[], numbers: Numbered, size: number): Shelves => shelved((visit) => {
  for (const statement of members) {
    for (let i = numbers.starts[statement] as number; i < (numbers.starts[statement + 1] as number); i++) {
      if ((numbers.worth[i] as number) >= LEAST) visit(numbers.keys[i] as number, statement, numbers.near[i] as number)
    }
  }
}, size)

/**
 * Finds the statements among `members` that share most with one, by the weight of its most telling words alone, over an index.
 * So the work per statement is bounded, however large the site is. What it gives holds until it is asked again.
 */
export function candidatesAmong(members: readonly number[], numbers: Numbered, size: number): (statement: number) => Int32Array {
  const index = indexOf(members, numbers, size)
  const sums = new Float64Array(numbers.statements.length)
  const met = new Int32Array(numbers.statements.length)
  const best = bestOf(CANDIDATES)
  /** Notes those under a key, each once; gives how many are met by then. */
  const meet = (entry: number, before: number): number => {
    const key = numbers.keys[entry] as number
    const worth = numbers.worth[entry] as number
    let count = before
    for (let i = index.starts[key] as number; i < (index.starts[key + 1] as number); i++) {
      const other = index.items[i] as number
      if (sums[other] === 0) met[count++] = other
      sums[other] = (sums[other] as number) + worth * (index.values[i] as number)
    }
    return count
  }
  return (statement) => {
    let count = 0
    let used = 0
    for (const entry of byWorth(statement, numbers)) {
      const key = numbers.keys[entry] as number
      const many = (index.starts[key + 1] as number) - (index.starts[key] as number)
      if (many === 0 || many > TOO_COMMON) continue
      count = meet(entry, count)
      if (++used >= MOST_KEYS) break
    }
    const all = met.subarray(0, count)
    if (count > CANDIDATES) for (const other of all) best.offer(other, sums[other] as number)
    for (const other of all) sums[other] = 0
    return count > CANDIDATES ? best.take() : all
  }
}

/** The entries of a statement that are worth a look-up, the weightiest first. */
function byWorth(statement: number, { starts, worth }: Numbered): number[] {
  const entries: number[] = []
  for (let i = starts[statement] as number; i < (starts[statement + 1] as number); i++) if ((worth[i] as number) >= LEAST) entries.push(i)
  return entries.sort((a, b) => (worth[b] as number) - (worth[a] as number))
}
