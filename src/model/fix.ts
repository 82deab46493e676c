import type { Span } from './text.js'

/** A replacement that mends a finding, in the finding's own document. Only offered where it changes nothing but these words. */
export interface Fix {
  readonly span: Span
  /** What stands there now, letter for letter. */
  readonly was: string
  readonly text: string
  /** The language of the sentence that it stands in. */
  readonly language: string
}

/** Those of the fixes of one document that can be made at once, in reading order: of two that overlap, the first. */
export function compatible(fixes: readonly Fix[]): readonly Fix[] {
  const out: Fix[] = []
  for (const fix of fixes.toSorted((a, b) => a.span.start - b.span.start)) {
    if (fix.span.start >= (out.at(-1)?.span.end ?? 0)) out.push(fix)
  }
  return out
}

/** A source with some compatible fixes made. */
export function mended(source: string, fixes: readonly Fix[]): string {
  return fixes.toReversed().reduce((text, { span, text: instead }) => text.slice(0, span.start) + instead + text.slice(span.end), source)
}
