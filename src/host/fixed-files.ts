import { accessSync, constants, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from '../model/program.js'
import { decode } from './decode.js'
import { UsageError } from './errors.js'
import { writeWhole } from './write-file.js'

/** The whole text of a file as it is and as it is to be, with the mark at its start that some editors write. */
export interface Rewrite {
  /** Relative to the project's folder. */
  readonly path: string
  readonly before: string
  readonly after: string
}

const MARK = Buffer.from('\uFEFF')

function rewriteOf(root: string, before: SourceFile, after: SourceFile): Rewrite {
  const path = join(root, before.path)
  const bytes = readFileSync(path)
  if (decode(bytes).text !== before.source) throw new UsageError(`"${before.path}" has changed since saydo read it, so nothing was written.`, 'Run the command again.')
  const mark = bytes.subarray(0, MARK.length).equals(MARK) ? '\uFEFF' : ''
  return { path: before.path, before: mark + before.source, after: mark + after.source }
}

/** What is to be written so that the files on the disk become what they should be. Throws a UsageError for a file that is no longer what was read. */
export function rewritesOf(root: string, before: readonly SourceFile[], after: readonly SourceFile[]): readonly Rewrite[] {
  const sources = new Map(before.map((file) => [file.path, file]))
  return after.flatMap((file) => {
    const old = sources.get(file.path)
    return old && old.source !== file.source ? [rewriteOf(root, old, file)] : []
  })
}

function needWritable(path: string): void {
  try {
    accessSync(path, constants.W_OK)
  } catch {
    throw new UsageError(`saydo cannot write "${path}": it is write-protected. Nothing was written.`)
  }
}

/** Writes each file whole or not at all. Throws a UsageError where one cannot be written, which names those that were; nothing is written where that shows beforehand. */
export async function writeAll(root: string, rewrites: readonly Rewrite[]): Promise<void> {
  for (const { path } of rewrites) needWritable(join(root, path))
  const written: string[] = []
  for (const { path, after } of rewrites) {
    try {
      await writeWhole(join(root, path), after)
    } catch (error) {
      if (written.length === 0) throw error
      throw new UsageError((error as Error).message, `Written before that: ${written.join(', ')}. All other files are unchanged.`)
    }
    written.push(path)
  }
}
