import type { Command } from 'commander'
import { ConfigError, UsageError } from '../../host/errors.js'
import { didYouMean } from '../../host/nearest.js'
import { openProject, type Project } from '../../host/open-project.js'
import type { Report } from '../../model/finding.js'
import type { Pack } from '../../model/pack.js'
import type { CheckInput } from '../../model/program.js'
import { say } from '../../reporters/phrase.js'
import { renderStory } from '../../reporters/silences.js'
import { judge, withoutKnown } from '../baseline.js'
import type { Gathered } from '../claims.js'
import { tellTrouble, troubleView } from '../config-trouble.js'
import { deliver, type Delivery } from '../deliver.js'
import { effortOf } from '../effort.js'
import { askedLine, givenPaths } from '../given-paths.js'
import { narrow, narrowToPaths } from '../narrow.js'
import { isEmptyRun, outcome } from '../outcome.js'
import { type Output, outputsOf } from '../outputs.js'
import { taken } from '../taken.js'
import { askedWork, checkAll, checkWork, toldOf } from '../work.js'
import { viewOf } from '../view.js'
import { EXIT, messagesOf, type Exit, type Finish, type World } from '../world.js'
import { addCheckOptions, type CheckOptions } from './check-options.js'

/** Adds `saydo check`. */
export function addCheck(program: Command, world: World, finish: Finish): void {
  const command = program.command('check')
    .summary('compare what customers are promised with what staff are told')
    .description('Compares what customers are promised with what staff are told to do, and reports where the two part.')
    .argument('[paths...]', 'report only what concerns these files or folders (all documents are read all the same)')
  addCheckOptions(command).action(async (paths: readonly string[], options: CheckOptions) => finish(await runCheck(world, paths, options)))
}

function knownRules(ids: readonly string[], asked: readonly string[] | undefined): void {
  for (const id of asked ?? []) {
    if (!ids.includes(id)) throw new UsageError(`There is no rule "${id}". ${didYouMean(id, ids)}`.trim(), 'Paths go before --rule; `saydo explain` lists all rules.')
  }
}

/** Tells what is wrong with a configuration: to people on the error stream, to programs as a report with problems. */
async function showConfigError(world: World, pack: Pack, outputs: readonly Output[], options: CheckOptions, error: ConfigError): Promise<void> {
  const view = troubleView(error, pack, { world, locale: options.locale })
  const delivery: Delivery = { world, root: error.root, color: options.color }
  const isTold = ({ format, file }: Output): boolean => format === 'text' && file === undefined
  await deliver(view, outputs.filter((output) => !isTold(output)), delivery)
  if (outputs.some(isTold)) tellTrouble(error, view, { world, color: options.color })
}

async function open(world: World, pack: Pack, options: CheckOptions): Promise<Project> {
  const project = await openProject({ cwd: world.cwd, flags: options, today: world.today, pack, extensions: world.extensions })
  knownRules(project.pack.rules.map((rule) => rule.id), options.rule)
  return project
}

async function runCheck(world: World, paths: readonly string[], options: CheckOptions): Promise<Exit> {
  const outputs = outputsOf(options.format, options.outputFile)
  const pack = world.loadPack()
  try {
    return await report(world, pack, outputs, paths, options)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    await showConfigError(world, pack, outputs, options, error)
    return EXIT.usage
  }
}

/** What was found, as far as the user wants to hear of it. */
function wanted(whole: Report, paths: readonly string[], options: CheckOptions): Report {
  const { rule } = options
  const here = narrowToPaths(whole, paths)
  return rule ? narrow(here, { finding: (finding) => rule.includes(finding.ruleId) }) : here
}

async function report(world: World, shipped: Pack, outputs: readonly Output[], paths: readonly string[], options: CheckOptions): Promise<Exit> {
  const project = await open(world, shipped, options)
  const { pack } = project
  const narrowTo = givenPaths(paths, world.cwd, project.root)
  const gathered = options.claims ? await (await import('../claims.js')).withClaims(project.files, project.problems, { world, making: { version: world.version, pack, config: project.config }, names: options.claims }) : project
  const work = await askedWork({ ...project, files: gathered.files }, options)
  const files = work?.after ?? gathered.files
  const sources = new Map([...project.files, ...files].map((file) => [file.path, file.source]))
  const asked = options.whyNot === undefined ? undefined : askedLine(options.whyNot, world.cwd, project.root, sources)
  const { problems, readings, lines }: Partial<Gathered> & Pick<Gathered, 'problems'> = gathered
  const input: CheckInput = { files, config: project.config, pack, problems, readings, owners: project.owners }
  const check = (of: CheckInput): Promise<Report> => world.check(of, { ...effortOf(world, project.root, options), silences: asked !== undefined })
  const { whole, caused } = work ? await checkWork(check, input, work) : await checkAll(check, input)
  const messages = messagesOf(pack, options.locale)
  if (asked) {
    world.out(renderStory(viewOf({ report: whole, sources, lines }, pack, world, { locale: options.locale, config: project.config }), asked))
    return EXIT.clean
  }
  if (project.fromFlags) world.err(taken(files, messages))
  if (work) world.err(`${say(toldOf(work, options), messages)}\n`)
  const found = withoutKnown(wanted(caused, narrowTo, options), await judge(whole, options, project, world))
  const shown = options.quiet ? narrow(found, { finding: (finding) => finding.severity === 'error' }) : found
  await deliver(viewOf({ report: shown, sources, lines }, pack, world, { locale: options.locale, config: project.config }), outputs, { world, root: project.root, color: options.color })
  const isRead = (path: string): boolean => path === '' || files.some((file) => file.path === path || file.path.startsWith(`${path}/`))
  if (narrowTo.length > 0 && !narrowTo.some(isRead)) world.err(`${say({ id: 'cli.paths-unread', slots: {} }, messages)}\n`)
  if (isEmptyRun(whole) && !options.allowEmpty) world.err(`${say({ id: 'cli.empty', slots: {} }, messages)}\n`)
  return outcome(found, options)
}
