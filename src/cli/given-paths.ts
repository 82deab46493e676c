import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from '../host/errors.js'
import { wayTo } from '../host/ways.js'

/** A path as the user typed it, as the report writes it: from the project's folder, with forward slashes. */
export function inProject(path: string, cwd: string, root: string): string {
  return wayTo(root, resolve(cwd, path))
}

/** The given files and folders, as the report writes them. */
export function givenPaths(paths: readonly string[], cwd: string, root: string): readonly string[] {
  return paths.map((path) => {
    if (existsSync(resolve(cwd, path))) return inProject(path, cwd, root)
    throw new UsageError(`There is no file or folder "${path}".`, 'To choose what saydo reads, use --say and --do or saydo.yaml; paths only narrow what is reported.')
  })
}
