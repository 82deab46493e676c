import type { Format, Reading } from '../model/document.js'
import type { Span } from '../model/text.js'
import { shifted } from './prose.js'

const bom = '\uFEFF'

const movedSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })

function moved(reading: Reading, by: number): Reading {
  return {
    ...reading,
    blocks: reading.blocks.map((block) => ({ ...block, prose: shifted(block.prose, by) })),
    problems: reading.problems.map((p) => (p.span ? { ...p, span: movedSpan(p.span, by) } : p)),
    suppressions: reading.suppressions.map((one) => ({
      ...one, span: movedSpan(one.span, by),
      rules: one.rules.map((rule) => ({ ...rule, span: movedSpan(rule.span, by), ...(rule.covers ? { covers: movedSpan(rule.covers, by) } : {}) })),
    })),
  }
}

/** A format out of a reader that need not know of byte order marks. */
export function format(id: string, extensions: readonly string[], read: (source: string) => Reading): Format {
  return {
    id,
    extensions,
    read: (source) => (source.startsWith(bom) ? moved(read(source.slice(bom.length)), bom.length) : read(source)),
  }
}

/** What to tell people when a file is nested more deeply than a stack can hold. */
export const tooDeep = 'This file is nested too deeply to be read in full.'

/** Runs a reader; where nesting exhausts the stack, `otherwise` gives what could be read. Other exceptions are bugs. */
export function guarded<T>(run: () => T, otherwise: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof RangeError) return otherwise()
    throw error
  }
}
