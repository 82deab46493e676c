import { openProject, type Project, type ProjectFlags } from '../host/open-project.js'
import type { Report } from '../model/finding.js'
import type { CheckInput } from '../model/program.js'
import type { Messages } from '../reporters/phrase.js'
import { effortOf, type EffortFlags } from './effort.js'
import { progressOf } from './progress.js'
import type { World } from './world.js'

/** The project that the user stands in, or that the flags name. Throws a ConfigError or a UsageError when something must be changed first. */
export function projectIn(world: World, flags: ProjectFlags): Promise<Project> {
  return openProject({ cwd: world.cwd, flags, today: world.today, pack: world.loadPack(), extensions: world.extensions })
}

/** All of a project, for a check. */
export const inputOf = ({ files, config, pack, problems, owners }: Project): CheckInput => ({ files, config, pack, problems, owners })

/** How a check is to be done, and told of. */
export interface Checking extends EffortFlags {
  readonly quiet?: boolean
  readonly messages: Messages
}

/** A check with the cache and the threads that were asked for, which says on a terminal how far it is. */
export function checkerIn(world: World, root: string, { quiet, messages, ...flags }: Checking): (input: CheckInput) => Promise<Report> {
  const effort = effortOf(world, root, flags)
  return (input) => {
    const { clear, ...told } = progressOf(world, quiet, messages)
    return world.check(input, { ...effort, ...told }).finally(clear)
  }
}
