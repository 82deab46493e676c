import { READING_FORMAT, readingShape } from '../engine/reading-codec.js'
import type { ReadInput } from '../engine/check.js'
import type { Report } from '../model/finding.js'
import type { CheckInput, Reading } from '../model/program.js'
import { keyOf, type Store } from './cache-store.js'

/** What a check with a cache is given beside its input. */
export interface Caching {
  readonly store: Store
  /** What tells this build of the program and its rules from every other. */
  readonly build: string
  /** Reads the documents that the cache does not know, in their order. */
  readonly readAll: (input: ReadInput) => Promise<readonly Reading[]>
  /** Told when all have been read and so many are set against each other. */
  readonly comparing?: (all: number) => void
}

/** One key for each document: all that its reading can depend on. */
function readingKeys({ files, pack, config }: CheckInput, build: string): readonly string[] {
  // The words of the languages belong to the build; all else of a pack may be the user's.
  const { words: _, ...own } = pack
  const common = keyOf([build, String(READING_FORMAT), JSON.stringify(own), JSON.stringify([config.terms, config.topics])])
  return files.map(({ path, side, tags, source }) => keyOf([common, path, side, JSON.stringify(tags), source]))
}

/** A whole report hangs on everything: all documents, and the rest of the input. */
function reportKey({ files: _, pack: _pack, readings: _readings, ...rest }: CheckInput, keys: readonly string[]): string {
  // a map is {} to JSON, whatever it holds
  const whole = (_: string, value: unknown): unknown => (value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value)
  return keyOf(['report', JSON.stringify(rest, whole), ...keys])
}

function kept(store: Store, key: string): Reading | undefined {
  const value = store.get(key)
  if (value === undefined) return undefined
  try {
    return readingShape.read(value)
  } catch {
    // written by something else than this build: as good as none
    return undefined
  }
}

/** The readings of all documents, in their order: from the cache, or read now and kept for the next time. */
async function readings(input: CheckInput, keys: readonly string[], { store, readAll }: Caching): Promise<readonly Reading[]> {
  const known = keys.map((key) => kept(store, key))
  const unknown = input.files.flatMap((_, index) => (known[index] ? [] : [index]))
  const fresh = await readAll({ ...input, files: unknown.flatMap((index) => input.files[index] ?? []) })
  unknown.forEach((index, i) => {
    known[index] = fresh[i]
    store.put(keys[index] as string, readingShape.write(fresh[i] as Reading))
  })
  return known as readonly Reading[]
}

/**
 * A check that reads only the documents that changed since the last one, and nothing at all when none did. The report is
 * the same, byte for byte.
 */
export async function cachedCheck(input: CheckInput, caching: Caching): Promise<Report> {
  const { store, build } = caching
  const keys = readingKeys(input, build)
  const whole = input.readings || input.asked ? undefined : reportKey(input, keys)
  const before = whole === undefined ? undefined : store.get(whole)
  if (before !== undefined) return before as Report
  const { conclude } = await import('../engine/check.js')
  const all = [...(await readings(input, keys, caching)), ...(input.readings ?? [])]
  caching.comparing?.(all.length)
  const report = conclude({ ...input, readings: all })
  if (whole !== undefined) store.put(whole, report)
  store.prune()
  return report
}
