import type { Command } from 'commander'
import { baselinePath, readBaseline, shownPath, writeBaseline } from '../../host/baseline-file.js'
import type { ProjectFlags } from '../../host/open-project.js'
import { harmless } from '../../reporters/harmless.js'
import { say } from '../../reporters/phrase.js'
import { baselineOf, knownBy, pruned, sift } from '../../settle/baseline.js'
import { addEffortOptions, type EffortFlags } from '../effort.js'
import { isEmptyRun } from '../outcome.js'
import { checkerIn, inputOf, projectIn } from '../project-in.js'
import { EXIT, localeOption, messagesOf, type Exit, type Finish, type World } from '../world.js'
import { addProjectOptions } from './check-options.js'

const EXAMPLES = `
Examples:
  saydo baseline                         note all that is found today, in saydo-baseline.json beside saydo.yaml
  saydo check --baseline                 from then on, report only what is new
  saydo baseline --prune                 take out what no longer occurs
  saydo baseline --output notes/old.json write it elsewhere`

interface BaselineOptions extends ProjectFlags, EffortFlags {
  readonly output?: string
  readonly prune?: boolean
  readonly locale?: string
}

/** Adds `saydo baseline`. */
export function addBaseline(program: Command, world: World, finish: Finish): void {
  const command = program.command('baseline')
    .summary('note all that is found today, so that only what is new is reported')
    .description('Writes all that is found today into a file. With it, saydo check reports only what is new.')
  addEffortOptions(addProjectOptions(command))
    .option('-o, --output <file>', 'the file to write (default: as saydo.yaml says, or saydo-baseline.json beside it)')
    .option('--prune', 'only take out what no longer occurs; add nothing')
    .addOption(localeOption())
    .addHelpText('after', EXAMPLES)
    .action(async (options: BaselineOptions) => finish(await run(world, options)))
}

async function run(world: World, options: BaselineOptions): Promise<Exit> {
  const messages = messagesOf(world.loadPack(), options.locale)
  const tell = (id: string, slots: Readonly<Record<string, string>>): string => `${say({ id, slots }, messages)}\n`
  const project = await projectIn(world, options)
  const path = baselinePath(options.output, project.config.baseline, { cwd: world.cwd, root: project.root })
  const shown = shownPath(path, world.cwd)
  // a baseline that cannot be read is told of before the check, which takes its time
  const before = options.prune ? readBaseline(path, world.cwd) : []
  const report = await checkerIn(world, project.root, { ...options, messages })(inputOf(project))
  if (isEmptyRun(report)) {
    world.err(tell('cli.baseline-empty', {}))
    return EXIT.usage
  }
  const unread = new Set(report.problems.map((problem) => problem.file))
  const entries = options.prune ? pruned(before, sift(report.findings, knownBy(before)).gone, unread) : baselineOf(report.findings)
  await writeBaseline(path, entries, world.cwd)
  const count = (all: typeof entries): number => all.reduce((sum, entry) => sum + entry.count, 0)
  const file = harmless(shown)
  world.out(options.prune ? tell('cli.baseline-pruned', { n: String(count(before) - count(entries)), file }) : tell('cli.baseline-written', { n: String(count(entries)), file }))
  if (unread.size > 0) world.err(tell('cli.baseline-unread', { n: String(unread.size), file: harmless([...unread][0] as string) }))
  if (!options.prune && project.config.baseline === undefined) world.out(tell('cli.baseline-use', { file: options.output === undefined ? '' : ` ${file}` }))
  return EXIT.clean
}
