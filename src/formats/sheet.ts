import type { Block, FrontMatter, Problem, Reading } from '../model/document.js'
import type { Suppression } from '../model/suppression.js'
import type { Span } from '../model/text.js'
import { directives } from './directives.js'

/** What a reader fills while it walks through a file. */
export interface Sheet {
  readonly blocks: Block[]
  readonly problems: Omit<Problem, 'file'>[]
  readonly front: Record<string, string>
  /** The inside of each comment that may ask for something not to be reported. */
  readonly comments: Span[]
  /** What was asked for without a comment. */
  readonly suppressions: Suppression[]
  /** A new number for a list, table or map. */
  group(): number
  /** A new number for a row of a table or a record. */
  row(): number
  /** Adds a block, unless it has no text. */
  add(block: Block): void
}

/** An empty sheet. */
export function sheet(): Sheet {
  const blocks: Block[] = []
  let groups = 0
  let rows = 0
  return {
    blocks,
    problems: [],
    comments: [],
    suppressions: [],
    // Keys come from the file, so `__proto__` must be a key like any other.
    front: Object.create(null) as Record<string, string>,
    group: () => ++groups,
    row: () => ++rows,
    add: (block) => {
      if (block.prose.text.trim() !== '') blocks.push(block)
    },
  }
}

/** The reading of a source that a filled sheet amounts to. */
export function reading(filled: Sheet, source: string, language?: string): Reading {
  const front: FrontMatter = Object.fromEntries(Object.entries(filled.front))
  const found = language ?? filled.front['language'] ?? filled.front['lang']
  const asked = directives(filled.comments, filled.blocks, source)
  return {
    blocks: filled.blocks, front, problems: [...filled.problems, ...asked.problems],
    suppressions: [...filled.suppressions, ...asked.suppressions], ...(found ? { language: found } : {}),
  }
}
