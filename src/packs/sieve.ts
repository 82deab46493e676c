import type { Sentence, Token } from '../model/token.js'
import type { Node } from './pattern.js'

/** How many slots there are for words; different words seldom share one. */
const SLOTS = 8192
/** A prefix has the slot of its first three letters, or two. */
const HEAD = 3

function slotOf(text: string, from: number, length: number): number {
  let hash = from
  for (let i = 0; i < length; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0
  return (hash ^ (hash >>> 13)) & (SLOTS - 1)
}

const wordSlot = (word: string): number => slotOf(word, 1, word.length)
const headSlot = (word: string, length: number): number => slotOf(word, length + 1, length)

/** The slots of which one must be taken if a text is to hold an element; undefined where it may be missing, or be no word. */
function needOf(node: Node): readonly number[] | undefined {
  if (node.type === 'word') return [wordSlot(node.norm)]
  if (node.type === 'prefix') return node.norm.length < 2 ? undefined : [headSlot(node.norm, Math.min(HEAD, node.norm.length))]
  if (node.type !== 'either' || node.optional) return undefined
  const options = node.options.map((option) => option.map(needOf).find((need) => need !== undefined))
  return options.every((need) => need !== undefined) ? [...new Set(options.flat())] : undefined
}

/** What a text must hold for a pattern to have a chance: slots of which one must be taken, after their number, several times over; the strictest first. */
export const needsOf = (nodes: readonly Node[]): readonly number[] =>
  nodes.flatMap((node) => [needOf(node) ?? []]).filter((need) => need.length > 0).sort((a, b) => a.length - b.length).flatMap((need) => [need.length, ...need])

/** Patterns in one row of numbers: for each its own number, how long the rest is, and its needs, each after its length. */
export type Row = Int32Array

/** Writes patterns into a row. */
export function rowOf(ids: readonly number[], needs: (id: number) => readonly number[]): Row {
  return Int32Array.from(ids.flatMap((id) => [id, needs(id).length, ...needs(id)]))
}

/**
 * The words of one sentence. Most patterns that a sentence meets by their rarest word need another that it does not hold; the sieve
 * tells so by a few numbers, and the pattern itself, somewhere in memory, is never looked at.
 */
export interface Sieve {
  read(tokens: readonly Token[], sentence: Sentence): void
  /** Visits the patterns of a row that the sentence gives a chance. */
  pass(row: Row, visit: (id: number) => void): void
}

export function sieve(): Sieve {
  // Sentence number in which a slot was last taken.
  const taken = new Int32Array(SLOTS)
  let sentence = 0
  const holds = (row: Row, from: number, to: number): boolean => {
    for (let at = from; at < to;) {
      const end = at + 1 + (row[at] as number)
      let found = false
      for (at++; at < end; at++) found ||= taken[row[at] as number] === sentence
      if (!found) return false
    }
    return true
  }
  return {
    read(tokens, { from, to }) {
      sentence++
      for (let i = from; i < to; i++) {
        const { norm } = tokens[i] as Token
        taken[wordSlot(norm)] = sentence
        for (let length = 2; length <= HEAD && length <= norm.length; length++) taken[headSlot(norm, length)] = sentence
      }
    },
    pass(row, visit) {
      for (let at = 0; at < row.length;) {
        const end = at + 2 + (row[at + 1] as number)
        if (holds(row, at + 2, end)) visit(row[at] as number)
        at = end
      }
    },
  }
}
