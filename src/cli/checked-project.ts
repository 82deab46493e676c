import { ConfigError } from '../host/errors.js'
import type { Project, ProjectFlags } from '../host/open-project.js'
import { say } from '../reporters/phrase.js'
import type { View } from '../reporters/reporter.js'
import { renderBody } from '../reporters/text.js'
import { tellTrouble, troubleView } from './config-trouble.js'
import { screen } from './deliver.js'
import type { EffortFlags } from './effort.js'
import type { VoiceFlags } from './options.js'
import { isEmptyRun } from './outcome.js'
import { checkerIn, inputOf, projectIn } from './project-in.js'
import { taken } from './taken.js'
import { viewOf } from './view.js'
import { EXIT, messagesOf, type Exit, type World } from './world.js'

/** What every command that reads a project can be told. */
export interface ReadingFlags extends ProjectFlags, EffortFlags, VoiceFlags {}

/** A project that was read and checked, and its report with the words to tell of it. */
export interface CheckedProject {
  readonly project: Project
  readonly view: View
}

/** Tells on the error stream what somebody should know who reads only a part of the report: documents that could not be read, and that there is nothing. */
function tellProblems({ project, view }: CheckedProject, world: World, color?: boolean): void {
  if (project.fromFlags) world.err(taken(project.files, view.messages))
  world.err(renderBody({ ...view, report: { ...view.report, findings: [] } }, screen({ world, root: project.root, color })))
  if (isEmptyRun(view.report)) world.err(`${say({ id: 'summary.no-promises', slots: {} }, view.messages)}\n`)
}

/**
 * Reads and checks a project and hands it to `use`. Ends with 2 where the configuration is broken or nothing could be
 * found, and with 1 where a document could not be read. Throws a UsageError as `openProject` does.
 */
export async function withProject(world: World, flags: ReadingFlags, use: (checked: CheckedProject) => Promise<void>): Promise<Exit> {
  // refuses a language before anything is read
  const messages = messagesOf(world.loadPack(), flags.locale)
  try {
    const project = await projectIn(world, flags)
    const report = await checkerIn(world, project.root, { ...flags, messages })(inputOf(project))
    const sources = new Map(project.files.map((file) => [file.path, file.source]))
    const checked = { project, view: viewOf({ report, sources }, project.pack, world, { config: project.config, locale: flags.locale }) }
    tellProblems(checked, world, flags.color)
    await use(checked)
    return isEmptyRun(report) ? EXIT.usage : report.problems.length > 0 ? EXIT.findings : EXIT.clean
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    tellTrouble(error, troubleView(error, { world, locale: flags.locale }), { world, color: flags.color })
    return EXIT.usage
  }
}
