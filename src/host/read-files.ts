import { readFile, stat } from 'node:fs/promises'
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
/** How many files are open at once; more would run into the limits of the system in large trees. */
const LANES = 32

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'This file may not be read: permission is denied.',
  EPERM: 'This file may not be read: permission is denied.',
  EISDIR: 'This is a folder, not a file.',
  ENOENT: 'This file is no longer there, or it is a link that leads nowhere.',
}

async function readText(path: string): Promise<Decoded> {
  try {
    const { size } = await stat(path)
    if (size > LIMIT) return { message: `This file is too large to check (${Math.ceil(size / MEGABYTE)} MB; the limit is ${LIMIT / MEGABYTE} MB).` }
    return decode(await readFile(path))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    return { message: REASONS[code] ?? `This file cannot be read (${code || String(error)}).` }
  }
}

/** Reads the chosen files. What cannot be read becomes a problem; the others are read all the same. */
export async function readFiles(root: string, chosen: readonly ChosenFile[]): Promise<ReadFiles> {
  const decoded = new Array<Decoded>(chosen.length)
  let next = 0
  const lane = async (): Promise<void> => {
    for (let index = next++; index < chosen.length; index = next++) {
      decoded[index] = await readText(join(root, (chosen[index] as ChosenFile).path))
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  const files: SourceFile[] = []
  const problems: Problem[] = []
  for (const [index, file] of chosen.entries()) {
    const result = decoded[index] as Decoded
    if (result.text === undefined) problems.push({ file: file.path, ...result })
    else files.push({ ...file, source: result.text })
  }
  return { files, problems }
}
