import { availableParallelism } from 'node:os'
import type { ReadInput } from '../engine/check.js'
import type { Report } from '../model/finding.js'
import type { CheckInput, Reading } from '../model/program.js'
import { buildId } from './build-id.js'
import { cachedCheck } from './cached-check.js'
import { openStore } from './cache-store.js'

/** How a check is to be done; none of it changes the report. */
export interface Effort {
  /** The folder of the cache; without it, everything is read anew. */
  readonly cache?: string
  /** Threads at most; as many as the machine has cores without it. */
  readonly jobs?: number
  /** Told from time to time how many documents have been read, of how many that must be. */
  readonly read?: (done: number, all: number) => void
  /** Told when all have been read and so many are set against each other. */
  readonly comparing?: (all: number) => void
}

/** What each document says, in the order of the files, read in as many threads as pay. */
export const readDocuments = async (input: ReadInput): Promise<readonly Reading[]> => (await import('./threads.js')).readInThreads(input, { most: availableParallelism() })

/** Checks with what this machine has: the cache of the last run and several threads. */
export async function runCheck(input: CheckInput, { cache, jobs, read, comparing }: Effort): Promise<Report> {
  // loaded when there is something to read: a report that stands in the cache needs no engine
  const readAll = async (of: ReadInput): Promise<readonly Reading[]> => (await import('./threads.js')).readInThreads(of, { most: jobs ?? availableParallelism(), read })
  const build = buildId()
  if (cache !== undefined && build !== undefined) return cachedCheck(input, { store: openStore(cache), build, readAll, comparing })
  const { conclude } = await import('../engine/check.js')
  const readings = [...(await readAll(input)), ...(input.readings ?? [])]
  comparing?.(readings.length)
  return conclude({ ...input, readings })
}
