import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from './errors.js'

const NAMES = ['saydo.yaml', 'saydo.yml']

/** The configuration file: the one that was named, or the first one from the folder upwards. */
export function findConfig(folder: string, named?: string): string | undefined {
  if (named !== undefined) return namedConfig(resolve(folder, named), named)
  for (let current = resolve(folder); ; current = dirname(current)) {
    const found = NAMES.map((name) => join(current, name)).find((path) => existsSync(path))
    if (found !== undefined) return found
    if (dirname(current) === current) return undefined
  }
}

function namedConfig(path: string, named: string): string {
  if (existsSync(path)) return path
  throw new UsageError(`There is no configuration file "${named}".`, 'Check the path after --config.')
}
