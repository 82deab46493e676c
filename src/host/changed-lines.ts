import { diffArrays } from 'diff'

/** Lines from `first` to `last`, both counted from 1 and both included. */
export interface Lines {
  readonly first: number
  readonly last: number
}

/** Two texts that differ in more places than this are taken as wholly different: finding out would take too long. */
const MOST_EDITS = 5000

const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/)

/** The lines of a text that another, earlier one did not have. Line ends do not count. */
export function changedLines(before: string, now: string): readonly Lines[] {
  const lines = linesOf(now)
  const parts = diffArrays(linesOf(before), lines, { maxEditLength: MOST_EDITS })
  if (!parts) return [{ first: 1, last: lines.length }]
  const changed: Lines[] = []
  let line = 1
  for (const { added, removed, value } of parts) {
    if (removed) continue
    if (added) changed.push({ first: line, last: line + value.length - 1 })
    line += value.length
  }
  return changed
}
