import type { Prose } from '../model/text.js'
import type { Kit } from './kit.js'
import { type Clause, type Lexed, split } from './lexed.js'
import type { TrailInfo } from './trail.js'

/** What a clause is read with: its words, the words above it, and the source behind it. */
export interface Setting {
  readonly prose: Prose
  readonly lexed: Lexed
  readonly clause: Clause
  readonly trail: readonly TrailInfo[]
  /** Topics of the sentences before, in the same block. */
  readonly before: ReadonlyMap<string, number>
  readonly kit: Kit
  readonly language: string
}

/** Topics that the clause is about, with how near their words stand (1 = in the clause). */
export function topicsOf(setting: Setting): Map<string, number> {
  const found = new Map<string, number>()
  const put = (key: string, weight: number): void => {
    const [kind, id] = split(key)
    if (kind === 'topic') found.set(id, Math.max(weight, found.get(id) ?? 0))
  }
  for (const hit of setting.clause.hits) put(hit.key, 1)
  for (const step of setting.trail) for (const key of step.hits) put(key, step.weight)
  for (const [topic, weight] of setting.before) found.set(topic, Math.max(weight, found.get(topic) ?? 0))
  return found
}
