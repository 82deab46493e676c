import { createHash, randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Values that may be gone at any time. What is damaged counts as gone; what cannot be written is not kept. Never throws. */
export interface Store {
  /** The value as it was kept under the key; undefined where there is none. */
  get(key: string): unknown
  /** Keeps a plain JSON value. */
  put(key: string, value: unknown): void
  /** Takes old entries away when there are far more than this run asked for or wrote. */
  prune(): void
}

/** Besides what a run uses, so many entries may stay, and as many again as it uses: other branches want theirs back. */
const SPARE = 64
/** A file of a run that was killed while it wrote; no run takes an hour for one file. */
const LEFT_OVER = 3_600_000
const ENTRY = /^[0-9a-f]{64}$/

/** A name for a value: SHA-256 over the parts, each told from the next. */
export function keyOf(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex')
}

const SUM = 32
const sumOf = (key: string, body: Uint8Array): Buffer => createHash('sha256').update(key).update(body).digest()

/**
 * Every entry begins with the sum of its key and what follows, so that a file that is cut off, changed or renamed is not taken for whole.
 * Compressed, a reading takes a fourth of the room (13 KB for a page of 6 KB) and half a millisecond.
 */
function sealed(key: string, value: unknown): Buffer {
  const body = deflateRawSync(JSON.stringify(value), { level: 1 })
  return Buffer.concat([sumOf(key, body), body])
}

/** Undefined for bytes that `sealed` did not make. */
function unsealed(key: string, bytes: Buffer): unknown {
  const body = bytes.subarray(SUM)
  return sumOf(key, body).equals(bytes.subarray(0, SUM)) ? JSON.parse(inflateRawSync(body).toString()) : undefined
}

/** Runs it; undefined where that fails: a cache is a convenience, and no reason for a message. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}

/** Makes the folder, so that git leaves it out wherever it stands; false where that cannot be, or where a link leads elsewhere. */
function prepare(folder: string): boolean {
  return attempt(() => {
    mkdirSync(folder, { recursive: true })
    if (!lstatSync(folder).isDirectory()) return false
    writeFileSync(join(folder, '.gitignore'), '*\n')
    return true
  }) ?? false
}

/** A folder of files, one for each value: each is written aside and moved into place, so that runs may share the folder. */
export function openStore(folder: string): Store {
  const used = new Set<string>()
  let writable: boolean | undefined
  const pathOf = (name: string): string => join(folder, name)
  const write = (name: string, bytes: Uint8Array): boolean => {
    const aside = pathOf(`${randomBytes(8).toString('hex')}.tmp`)
    const done = attempt(() => {
      writeFileSync(aside, bytes, { flag: 'wx' })
      renameSync(aside, pathOf(name))
      return true
    })
    if (!done) attempt(() => rmSync(aside, { force: true }))
    return done ?? false
  }
  return {
    get: (key) => {
      used.add(key)
      return attempt(() => unsealed(key, readFileSync(pathOf(key))))
    },
    put: (key, value) => {
      writable ??= prepare(folder)
      used.add(key)
      if (writable) writable = write(key, sealed(key, value))
    },
    prune: () => { if (writable) prune(folder, used) },
  }
}

function prune(folder: string, used: ReadonlySet<string>): void {
  const names = attempt(() => readdirSync(folder)) ?? []
  const ageOf = (name: string): number => attempt(() => Date.now() - statSync(join(folder, name)).mtimeMs) ?? Infinity
  const remove = (name: string): void => void attempt(() => rmSync(join(folder, name), { force: true }))
  names.filter((name) => name.endsWith('.tmp') && ageOf(name) > LEFT_OVER).forEach(remove)
  const idle = names.filter((name) => ENTRY.test(name) && !used.has(name))
  const spare = used.size + SPARE
  if (idle.length <= spare) return
  const byAge = idle.map((name) => [name, ageOf(name)] as const).sort((a, b) => a[1] - b[1])
  for (const [name] of byAge.slice(spare)) remove(name)
}
