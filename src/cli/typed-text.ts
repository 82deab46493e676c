import { UsageError } from '../host/errors.js'
import type { Project } from '../host/open-project.js'
import { inProject } from './given-paths.js'
import type { WorkFlags } from './work.js'
import type { World } from './world.js'

/** A document whose text comes from standard input. */
export interface StdinFlags {
  readonly stdin?: boolean
  readonly stdinFilename?: string
}

const EXAMPLE = 'For example: saydo check --stdin --stdin-filename site/returns.md < draft.md'

/** The project with the text from standard input in it, and the path that this stands under, where that was asked for. */
export async function withStdin(project: Project, { stdin, stdinFilename, since, staged }: StdinFlags & WorkFlags, world: World): Promise<{ readonly project: Project; readonly paths: readonly string[] }> {
  if (!stdin && stdinFilename === undefined) return { project, paths: [] }
  if (since !== undefined || staged) throw new UsageError('--stdin looks at a text that is in no file yet; --since and --staged look at what git has of the files.', 'Leave one of them out, or save the text first.')
  if (stdinFilename === undefined) throw new UsageError('saydo must know which document the text from standard input is.', EXAMPLE)
  if (!world.stdin) throw new UsageError('Nothing comes in on standard input: it is the keyboard of this terminal.', EXAMPLE)
  const path = inProject(stdinFilename, world.cwd, project.root)
  const { withText } = await import('../host/with-text.js')
  return { project: withText(project, path, await world.stdin()), paths: [path] }
}
