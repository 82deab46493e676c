import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { decode, type Decoded } from './decode.js'

const MEGABYTE = 1 << 20
/** What people write by hand is far smaller. A file of these sizes takes seconds; one ten times as large would take all memory. */
const LARGEST = 5 * MEGABYTE
const MOST_LINES = 100_000
/** A file that somebody is writing is read again, but not for ever. */
const TRIES = 3

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'This file may not be read: permission is denied.',
  EPERM: 'This file may not be read: permission is denied.',
  EISDIR: 'This is a folder, not a file.',
  ENOENT: 'This file is no longer there, or it is a link that leads nowhere.',
  ELOOP: 'This is a link that leads in a circle.',
}
const DEVICE = 'This is no file, but a device or a pipe, so it is not read. Put a file in its place, or leave it out with "ignore" in saydo.yaml.'
const CHANGING = 'This file changed again and again while it was read. Run saydo again when the program that writes it is done.'

const tooLarge = (size: number, limit: number): string =>
  `This file is too large to check (${Math.ceil(size / MEGABYTE)} MB; the limit is ${Math.round(limit / MEGABYTE)} MB). Split it, or leave it out with "ignore" in saydo.yaml.`

const isSame = (a: Stats, b: Stats): boolean => a.size === b.size && a.mtimeMs === b.mtimeMs

/** The bytes of an open file, as many as it had when it was opened; undefined where it changed meanwhile. */
function bytesOf(file: number, before: Stats): Uint8Array | undefined {
  const bytes = new Uint8Array(before.size)
  let length = 0
  for (let read = -1; read !== 0 && length < bytes.length; length += read) read = readSync(file, bytes, length, bytes.length - length, length)
  return length === bytes.length && isSame(before, fstatSync(file)) ? bytes : undefined
}

function readOpen(file: number, limit: number): Decoded {
  for (let tries = 0; tries < TRIES; tries++) {
    const stats = fstatSync(file)
    if (!stats.isFile()) return { message: stats.isDirectory() ? REASONS['EISDIR'] as string : DEVICE }
    if (stats.size > limit) return { message: tooLarge(stats.size, limit) }
    const bytes = bytesOf(file, stats)
    if (bytes) return decode(bytes)
  }
  return { message: CHANGING }
}

/**
 * The text of a file that somebody else wrote, or a sentence why there is none. Devices and pipes are not read, for they may
 * never end, and no more is read than `limit` bytes. Never throws.
 */
export function readSource(path: string, limit = LARGEST): Decoded {
  try {
    // without O_NONBLOCK, opening a pipe waits until somebody writes into it
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      return readOpen(file, limit)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    return { message: REASONS[code] ?? `This file cannot be read (${code || String(error)}).` }
  }
}

/** Documents also have only so many lines: each may be a text of its own. */
export function withinLines(decoded: Decoded): Decoded {
  if (decoded.text === undefined) return decoded
  let lines = 1
  for (let at = decoded.text.indexOf('\n'); at >= 0; at = decoded.text.indexOf('\n', at + 1)) lines++
  return lines <= MOST_LINES ? decoded : { message: `This file has too many lines to check (${lines}; the limit is ${MOST_LINES}). Split it, or leave it out with "ignore" in saydo.yaml.` }
}
