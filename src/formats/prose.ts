import { proseBuilder, type Prose, type ProseBuilder, type Run } from '../model/text.js'

/**
 * Text that replaces a piece of source. A run of equal lengths counts as identical, so a replacement that happens
 * to be as long as its source is cut in two.
 */
export function replace(builder: ProseBuilder, text: string, source: number, sourceLength: number): void {
  if (text.length > 1 && text.length === sourceLength) {
    builder.instead(text.slice(0, 1), source, sourceLength)
    builder.instead(text.slice(1), source, sourceLength)
  } else builder.instead(text, source, sourceLength)
}

function addPart(builder: ProseBuilder, piece: string, run: Run, from: number): void {
  if (run.length === run.sourceLength) builder.same(piece, run.source + from)
  else replace(builder, piece, run.source, run.sourceLength)
}

/** The part of a prose between two offsets of its text. */
export const slice = (prose: Prose, start: number, end: number): Prose => slices(prose, [[start, end]])[0] as Prose

/** The pieces of a prose between ascending offsets, in one pass. */
export function slices(prose: Prose, ranges: readonly (readonly [number, number])[]): readonly Prose[] {
  const { runs, text } = prose
  let first = 0
  return ranges.map(([start, end]) => {
    const builder = proseBuilder()
    while (first < runs.length && (runs[first] as Run).at + (runs[first] as Run).length <= start) first++
    for (let i = first; i < runs.length && (runs[i] as Run).at < end; i++) {
      const run = runs[i] as Run
      const from = Math.max(start, run.at)
      const to = Math.min(end, run.at + run.length)
      if (from < to) addPart(builder, text.slice(from, to), run, from - run.at)
    }
    return builder.build()
  })
}

/** Puts prose at the end of what a builder holds. */
export function append(builder: ProseBuilder, prose: Prose): void {
  for (const run of prose.runs) addPart(builder, prose.text.slice(run.at, run.at + run.length), run, 0)
}

function addSpace(builder: ProseBuilder, gap: Prose): void {
  const first = gap.runs[0] as Run
  const last = gap.runs.at(-1) as Run
  const end = Math.max(first.source + first.sourceLength, last.source + last.sourceLength)
  builder.instead(' ', first.source, end - first.source)
}

// Words with one space between them are as they should be.
const stretch = /[^ \t\r\n\f]+(?: [^ \t\r\n\f]+)*|[ \t\r\n\f]+/g

/** Every stretch of white space becomes one space; none is left at the ends. No-break spaces stay: they are said. */
export function tidy(prose: Prose): Prose {
  const ranges = [...prose.text.matchAll(stretch)].map((m) => [m.index, m.index + m[0].length] as const)
  const pieces = slices(prose, ranges)
  const builder = proseBuilder()
  pieces.forEach((piece, i) => {
    if (!/^[ \t\r\n\f]/.test(piece.text)) append(builder, piece)
    else if (i > 0 && i < pieces.length - 1) addSpace(builder, piece)
  })
  return builder.build()
}

/** Prose that stands in the source letter by letter. */
export function verbatim(source: string, start: number, end: number): Prose {
  const builder = proseBuilder()
  builder.same(source.slice(start, end), start)
  return builder.build()
}

/** The same prose for a source that has `by` more units before it. */
export function shifted(prose: Prose, by: number): Prose {
  return by === 0 ? prose : { text: prose.text, runs: prose.runs.map((run) => ({ ...run, source: run.source + by })) }
}
