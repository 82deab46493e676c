import { existsSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { UsageError } from '../host/errors.js'
import type { Asked } from '../reporters/silences.js'

/** A path as the user typed it, as the report writes it: from the project's folder, with forward slashes. */
export function inProject(path: string, cwd: string, root: string): string {
  return relative(root, resolve(cwd, path)).split(sep).join('/')
}

/** The given files and folders, as the report writes them. */
export function givenPaths(paths: readonly string[], cwd: string, root: string): readonly string[] {
  return paths.map((path) => {
    if (existsSync(resolve(cwd, path))) return inProject(path, cwd, root)
    throw new UsageError(`There is no file or folder "${path}".`, 'To choose what saydo reads, use --say and --do or saydo.yaml; paths only narrow what is reported.')
  })
}

/** Reads FILE:LINE; a column after it is allowed, since reports print one, and is not looked at. */
export function askedLine(text: string, cwd: string, root: string, known: ReadonlyMap<string, string>): Asked {
  const match = /^(.+?):(\d+)(?::\d+)?$/.exec(text)
  if (!match) throw new UsageError(`--why-not takes a file and a line, but it was given "${text}".`, 'For example: saydo check --why-not site/returns.md:12')
  const [, path, line] = match as unknown as [string, string, string]
  const file = inProject(path, cwd, root)
  const written = known.has(file) ? file : path
  if (known.has(written)) return { file: written, line: Number(line) }
  throw new UsageError(`"${path}" is not among the documents that saydo reads.`, 'Only documents of the say side and the do side can be asked about.')
}
