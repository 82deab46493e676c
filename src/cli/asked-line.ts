import { UsageError } from '../host/errors.js'
import { bareLine } from '../formats/bare-line.js'
import { lineStarts } from '../model/text.js'
import type { Asked } from '../model/understood.js'
import { inProject } from './given-paths.js'

/** Where a line is looked for. */
interface Project {
  readonly cwd: string
  readonly root: string
  /** The documents that are read, by their path from the root. */
  readonly sources: ReadonlyMap<string, string>
}

/** The document that a user means: by its path from where they stand, or as reports write it. */
function documentOf(path: string, { cwd, root, sources }: Project): readonly [string, string] {
  const written = [inProject(path, cwd, root), path].find((one) => sources.has(one))
  if (written !== undefined) return [written, sources.get(written) as string]
  throw new UsageError(`"${path}" is not among the documents that saydo reads.`, 'Only documents of the say side and the do side can be asked about.')
}

/** Reads FILE:LINE; a column after it is allowed, since reports print one, and is not looked at. Throws a UsageError for a line that is not there. */
export async function askedLine(text: string, project: Project): Promise<Asked> {
  const match = /^(.+?):(\d+)(?::\d+)?$/.exec(text)
  if (!match) throw new UsageError(`--why-not takes a file and a line, but it was given "${text}".`, 'For example: saydo check --why-not site/returns.md:12')
  const [file, source] = documentOf(match[1] as string, project)
  const line = Number(match[2])
  const starts = lineStarts(source)
  const start = starts[line - 1]
  if (start === undefined) throw new UsageError(`"${file}" has no line ${line}; its last line is ${starts.length}.`)
  const span = { start, end: starts[line] ?? source.length }
  return { file, line, span, bare: await bareLine(file, source, span) }
}
