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
 * Keeps the best of what it is given, best first; of equals, the earlier first. Sorting all that a statement meets, a few
 * thousand at times, to take forty of them was a sixth of the time of matching.
 */
interface Best {
  offer(number: number, worth: number): void
  /** Gives what it kept, and forgets it. */
  take(): readonly number[]
}

function bestOf(most: number): Best {
  const [numbers, worths] = [new Int32Array(most), new Float64Array(most)]
  let count = 0
  return {
    offer(number, worth) {
      if (count === most && worth <= (worths[most - 1] as number)) return
      let at = count < most ? count++ : most - 1
      for (; at > 0 && (worths[at - 1] as number) < worth; at--) {
        numbers[at] = numbers[at - 1] as number
        worths[at] = worths[at - 1] as number
      }
      numbers[at] = number
      worths[at] = worth
    },
    take() {
      const taken = Array.from(numbers.subarray(0, count))
      count = 0
      return taken
    },
  }
}

/**
 * Finds the statements among `members` that share most with one, by the weight of its most telling words alone, over an index.
 * So the work per statement is bounded, however large the site is.
 */
export function candidatesAmong(members: readonly number[], numbers: Numbered, size: number): (statement: number) => readonly number[] {
  const index = indexOf(members, numbers, size)
  const sums = new Float64Array(numbers.statements.length)
  const best = bestOf(CANDIDATES)
  return (statement) => {
    const met: number[] = []
    let used = 0
    for (const entry of byWorth(statement, numbers)) {
      const key = numbers.keys[entry] as number
      const [from, to] = [index.starts[key] as number, index.starts[key + 1] as number]
      if (from === to || to - from > TOO_COMMON) continue
      for (let i = from; i < to; i++) {
        const other = index.items[i] as number
        if (sums[other] === 0) met.push(other)
        sums[other] = (sums[other] as number) + (numbers.worth[entry] as number) * (index.values[i] as number)
      }
      if (++used >= MOST_KEYS) break
    }
    if (met.length > CANDIDATES) for (const other of met) best.offer(other, sums[other] as number)
    for (const other of met) sums[other] = 0
    return met.length > CANDIDATES ? best.take() : met
  }
}

/** The entries of a statement that are worth a look-up, the weightiest first. */
function byWorth(statement: number, { starts, worth }: Numbered): number[] {
  const entries: number[] = []
  for (let i = starts[statement] as number; i < (starts[statement + 1] as number); i++) if ((worth[i] as number) >= LEAST) entries.push(i)
  return entries.sort((a, b) => (worth[b] as number) - (worth[a] as number))
}
