import type { Block, FrontMatter, Problem, Reading } from '../model/document.js'
import type { Suppression } from '../model/suppression.js'
import { sourceSpan, type Span } from '../model/text.js'
import { directives } from './directives.js'
import { tooDeep } from './format.js'
import { slice } from './prose.js'

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

/** Characters. Longer than any paragraph, so that a file without a blank line costs no more than one with them. */
const LONGEST = 50_000
const MOST_BLOCKS = 50_000
/** Headings, keys and items within one another. */
const DEEPEST = 100

/** What keeps a block from being taken as it is, for people; undefined for one that is like those of other files. */
function excess({ prose, trail }: Block, count: number): string | undefined {
  if (count >= MOST_BLOCKS) return `This file holds more than ${MOST_BLOCKS} texts. From here on it was not read; split it.`
  if (prose.text.length > LONGEST) return `This text goes on for ${prose.text.length} characters, of which only the first ${LONGEST} were read. Break it into paragraphs.`
  return trail.length > DEEPEST ? tooDeep : undefined
}

function trimmed(block: Block): Block {
  const { prose, trail } = block
  return { ...block, prose: prose.text.length > LONGEST ? slice(prose, 0, LONGEST) : prose, trail: trail.slice(-DEEPEST) }
}

/** An empty sheet. */
export function sheet(): Sheet {
  const blocks: Block[] = []
  const problems: Sheet['problems'] = []
  const told = new Set<string>()
  let groups = 0
  let rows = 0
  return {
    blocks,
    problems,
    comments: [],
    suppressions: [],
    // Keys come from the file, so `__proto__` must be a key like any other.
    front: Object.create(null) as Record<string, string>,
    group: () => ++groups,
    row: () => ++rows,
    add: (block) => {
      if (block.prose.text.trim() === '') return
      const message = excess(block, blocks.length)
      if (message === undefined) return void blocks.push(block)
      if (!told.has(message)) {
        told.add(message)
        problems.push({ message, span: sourceSpan(block.prose, { start: 0, end: 1 }) })
      }
      if (blocks.length < MOST_BLOCKS) blocks.push(trimmed(block))
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
