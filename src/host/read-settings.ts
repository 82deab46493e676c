import { basename } from 'node:path'
import type { Config } from '../model/config.js'
import type { Pack } from '../model/pack.js'
import { UsageError } from './errors.js'
import { findConfig } from './find-config.js'
import { problemPlace } from './problem-place.js'
import { readConfig, type ReadOptions } from './read-config.js'

/** The configuration of a folder without its documents. */
export interface Settings {
  /** The name of the configuration file. */
  readonly name: string
  readonly config: Config
  /** The rules of saydo with those of the packs that the configuration names. */
  readonly pack: Pack
}

/**
 * What the configuration of a folder says, for commands that read no documents; undefined where there is none.
 * Throws a UsageError with the first thing that is wrong with it.
 */
export async function readSettings(cwd: string, named: string | undefined, options: ReadOptions): Promise<Settings | undefined> {
  const path = findConfig(cwd, named)
  if (path === undefined) return undefined
  const { config, pack, problems, sources } = await readConfig(path, options)
  const [first] = problems
  if (!first) return { name: basename(path), config, pack }
  throw new UsageError(`${problemPlace(first, sources)}  ${first.message}`, 'saydo check shows all that is wrong with it.')
}
