import { join } from 'node:path'
import type { DocumentTags, Problem, Side } from '../model/document.js'
import type { SourceFile } from '../model/program.js'
import { readSource, withinLines } from './read-source.js'

/** A file that the configuration or the flags chose, not yet read. */
export interface ChosenFile {
  readonly path: string
  readonly side: Side
  readonly tags: DocumentTags
}

export interface ReadFiles {
  readonly files: readonly SourceFile[]
  readonly problems: readonly Problem[]
}

/**
 * Reads the chosen files. What cannot be read becomes a problem; the others are read all the same. One after the other:
 * measured on 1,000 pages, that takes 28 ms of CPU time, and 32 at a time took 104.
 */
export function readFiles(root: string, chosen: readonly ChosenFile[]): ReadFiles {
  const files: SourceFile[] = []
  const problems: Problem[] = []
  for (const file of chosen) {
    const result = withinLines(readSource(join(root, file.path)))
    if (result.text === undefined) problems.push({ file: file.path, ...result })
    else files.push({ ...file, source: result.text })
  }
  return { files, problems }
}
