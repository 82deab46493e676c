import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Effort } from '../host/run-check.js'
import { wholeNumber } from './options.js'
import type { World } from './world.js'

/** How a check is to be done, in the words of the command line. */
export interface EffortFlags {
  /** False with `--no-cache`. */
  readonly cache?: boolean
  readonly cacheLocation?: string
  readonly jobs?: number
}

/** The same for every command that checks a project. */
export function addEffortOptions(command: Command): Command {
  return command
    .option('--no-cache', 'read every document anew, and keep nothing for the next check')
    .option('--cache-location <folder>', 'where to keep what was made of the documents (default: .saydo_cache beside saydo.yaml)')
    .option('--jobs <number>', 'read in so many threads at most (default: one for each core)', wholeNumber)
}

/** The folder of the cache stands beside saydo.yaml, as that of other linters does, so that CI can keep it between runs. */
export function effortOf(world: World, root: string, { cache, cacheLocation, jobs }: EffortFlags): Effort {
  const folder = cacheLocation === undefined ? join(root, '.saydo_cache') : resolve(world.cwd, cacheLocation)
  return { cache: cache === false ? undefined : folder, jobs }
}
