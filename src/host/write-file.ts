import { randomBytes } from 'node:crypto'
import { appendFile, chmod, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UsageError } from './errors.js'

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk may only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a part of its path is a file, not a folder',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its path goes in a circle of links',
}

/** The file that a path leads to: a link stays a link, and what it points at is written. */
async function targetOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return path
    throw error
  }
}

async function write(path: string, text: string | Uint8Array): Promise<void> {
  const target = await targetOf(path)
  const before = await stat(target).catch(() => undefined)
  if (before && !before.isFile()) throw new UsageError(`"${path}" is not a file, so saydo cannot write to it.`, 'Name a file instead.')
  await mkdir(dirname(target), { recursive: true })
  const temporary = join(dirname(target), `.saydo-${randomBytes(8).toString('hex')}.tmp`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(text)
      // the new text must be on the disk before it takes the place of the old one
      await file.sync()
    } finally {
      await file.close()
    }
    if (before) await chmod(temporary, before.mode)
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
}

async function orInWords(path: string, writing: Promise<void>): Promise<void> {
  try {
    await writing
  } catch (error) {
    if (error instanceof UsageError) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`saydo cannot write "${path}": ${REASONS[code ?? ''] ?? (error as Error).message}.`, 'What stood there before is unchanged.')
  }
}

/**
 * Writes a file whole or not at all: whoever reads it, even after a crash, finds the old text or the new one. Folders
 * that are missing are made; links and permissions are kept. Throws a UsageError in words when it cannot be done.
 */
export async function writeWhole(path: string, text: string | Uint8Array): Promise<void> {
  await orInWords(path, write(path, text))
}

/** Adds text at the end of a file that other programs write to as well. Throws a UsageError in words when it cannot be done. */
export async function addTo(path: string, text: string): Promise<void> {
  await orInWords(path, appendFile(path, text))
}
