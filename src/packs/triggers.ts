import type { CompiledLists } from '../model/pack.js'
import { NONE } from './follow.js'
import { type Row, rowOf } from './sieve.js'

const MOST_KNOWN_WORDS = 50_000

/** Which patterns wait for what. */
export interface Triggers {
  /** The patterns that wait for an amount or a list. */
  readonly by: (trigger: string) => Row
  /** The patterns that a word gives a chance. */
  readonly byWord: (norm: string) => Row
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const made = make(key)
    if (known.size < MOST_KNOWN_WORDS) known.set(key, made)
    return made
  }
}

/** The patterns of several compiled lists, numbered one after another; texts repeat their words, so what they give a chance is remembered. */
export function triggersOf(parts: readonly CompiledLists[]): Triggers {
  const offsets = parts.map((_, i) => parts.slice(0, i).reduce((sum, part) => sum + part.patterns.length, 0))
  const all = parts.flatMap((part) => part.needs)
  const needs = (id: number): readonly number[] => all[id] || NONE
  const ids = (trigger: string): readonly number[] => {
    const found = parts.flatMap((part, i) => (part.anchors[trigger] ?? NONE).map((id) => id + (offsets[i] as number)))
    return found.length === 0 ? NONE : found
  }
  return {
    by: remembered((trigger) => rowOf(ids(trigger), needs)),
    byWord: remembered((norm) => {
      const found = [...ids(`w:${norm}`)]
      for (let length = norm.length; length > 0; length--) found.push(...ids(`p:${norm.slice(0, length)}`))
      return rowOf(found, needs)
    }),
  }
}
