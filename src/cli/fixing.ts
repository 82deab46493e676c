import type { Finding, Report } from '../model/finding.js'
import { compatible, type Fix, mended } from '../model/fix.js'
import type { SourceFile } from '../model/program.js'
import { lineStarts, placeOf } from '../model/text.js'
import { isIn } from './narrow.js'

/** A check of everything, and what of it the user wants to hear of. */
export interface Looked {
  readonly whole: Report
  readonly found: Report
}

/** A replacement that was made. */
export interface Made {
  readonly file: string
  readonly line: number
  readonly was: string
  readonly text: string
}

/** The documents with all that could be put right, what was replaced, and what is found in them now. */
export interface Fixed extends Looked {
  readonly files: readonly SourceFile[]
  readonly made: readonly Made[]
}

/** One fix can make room for the next; settings that want a name replaced by another and back again come to an end here. */
const MOST_ROUNDS = 10

const fixesIn = (file: SourceFile, findings: readonly Finding[]): readonly Fix[] => compatible(findings.flatMap(({ at, fix }) => (fix && at.file === file.path ? [fix] : [])))

function madeIn({ path, source }: SourceFile, fixes: readonly Fix[]): readonly Made[] {
  const starts = fixes.length > 0 ? lineStarts(source) : []
  return fixes.map(({ span, was, text }) => ({ file: path, line: placeOf(starts, span).line, was, text }))
}

/**
 * Makes the fixes of what is found in these paths (in all, where there are none), and looks again, until nothing is left
 * that can be put right. Writes nothing.
 */
export async function fixAll(files: readonly SourceFile[], paths: readonly string[], look: (files: readonly SourceFile[]) => Promise<Looked>): Promise<Fixed> {
  let now = files
  let looked = await look(now)
  const made: Made[] = []
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const findings = looked.found.findings.filter(({ at }) => paths.length === 0 || isIn(paths, at.file))
    const steps = now.map((file) => ({ file, fixes: fixesIn(file, findings) }))
    if (steps.every(({ fixes }) => fixes.length === 0)) break
    made.push(...steps.flatMap(({ file, fixes }) => madeIn(file, fixes)))
    now = steps.map(({ file, fixes }) => (fixes.length > 0 ? { ...file, source: mended(file.source, fixes) } : file))
    looked = await look(now)
  }
  return { ...looked, files: now, made }
}
