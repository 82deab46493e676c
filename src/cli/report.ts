import { UsageError } from '../host/errors.js'
import { didYouMean } from '../host/nearest.js'
import { openProject, type Project } from '../host/open-project.js'
import type { Report } from '../model/finding.js'
import type { Pack } from '../model/pack.js'
import type { CheckInput, SourceFile } from '../model/program.js'
import { say } from '../reporters/phrase.js'
import type { View } from '../reporters/reporter.js'
import { judge, withoutKnown } from './baseline.js'
import type { Gathered } from './claims.js'
import type { CheckOptions } from './commands/check-options.js'
import { deliver } from './deliver.js'
import { effortOf } from './effort.js'
import type { Fixed, Looked } from './fixing.js'
import { givenPaths } from './given-paths.js'
import { narrow, narrowToPaths } from './narrow.js'
import { isEmptyRun, outcome } from './outcome.js'
import type { Output } from './outputs.js'
import { progressOf } from './progress.js'
import { taken } from './taken.js'
import { withStdin } from './typed-text.js'
import { viewOf } from './view.js'
import { askedWork, checkAll, checkWork, toldOf } from './work.js'
import { EXIT, messagesOf, type Exit, type World } from './world.js'

/** What was typed after `saydo check`, and the world that it was typed in. */
export interface Typed {
  readonly world: World
  /** The rules of saydo itself. */
  readonly pack: Pack
  readonly outputs: readonly Output[]
  readonly paths: readonly string[]
  readonly options: CheckOptions
}

function knownRules(ids: readonly string[], asked: readonly string[] | undefined): void {
  for (const id of asked ?? []) {
    if (!ids.includes(id)) throw new UsageError(`There is no rule "${id}". ${didYouMean(id, ids)}`.trim(), 'Paths go before --rule; `saydo explain` lists all rules.')
  }
}

async function open({ world, pack, options }: Typed): Promise<Project> {
  const project = await openProject({ cwd: world.cwd, flags: options, today: world.today, pack, extensions: world.extensions })
  knownRules(project.pack.rules.map((rule) => rule.id), options.rule)
  return project
}

/** What was found, as far as the user wants to hear of it. */
function wanted(whole: Report, paths: readonly string[], { rule }: CheckOptions): Report {
  const here = narrowToPaths(whole, paths)
  return rule ? narrow(here, { finding: (finding) => rule.includes(finding.ruleId) }) : here
}

/** With all that can be put right where that was asked for, and as it is otherwise. */
async function lookedAt(files: readonly SourceFile[], paths: readonly string[], { fix, fixDryRun, look }: Pick<CheckOptions, 'fix' | 'fixDryRun'> & { look(files: readonly SourceFile[]): Promise<Looked> }): Promise<Fixed> {
  if (!fix && !fixDryRun) return { ...(await look(files)), files, made: [] }
  return (await import('./fixing.js')).fixAll(files, paths, look)
}

/** One run of `saydo check`. Throws a ConfigError or a UsageError when the user must change something first. */
export async function report(typed: Typed): Promise<Exit> {
  const { world, paths, options } = typed
  const { project, paths: typedPaths } = await withStdin(await open(typed), options, world)
  const { pack, root, config } = project
  const narrowTo = [...givenPaths(paths, world.cwd, root), ...typedPaths]
  const gathered = options.claims ? await (await import('./claims.js')).withClaims(project.files, project.problems, { world, making: { version: world.version, pack, config }, names: options.claims }) : project
  const work = await askedWork({ ...project, files: gathered.files }, options)
  const files = work?.after ?? gathered.files
  const sources = new Map([...project.files, ...files].map((file) => [file.path, file.source]))
  const asked = options.whyNot === undefined ? undefined : await (await import('./asked-line.js')).askedLine(options.whyNot, { cwd: world.cwd, root, sources })
  const { problems, readings, lines }: Partial<Gathered> & Pick<Gathered, 'problems'> = gathered
  const messages = messagesOf(pack, options.locale)
  const progress = progressOf(world, options.quiet, messages)
  const check = (of: CheckInput): Promise<Report> => world.check(of, { ...effortOf(world, root, options), read: progress.read }).finally(progress.clear)
  const look = async (now: readonly SourceFile[]): Promise<Looked> => {
    const input: CheckInput = { files: now, config, pack, problems, readings, owners: project.owners, ...(asked ? { asked } : {}) }
    const { whole, caused } = work ? await checkWork(check, input, { ...work, after: now }) : await checkAll(check, input)
    return { whole, found: withoutKnown(wanted(caused, narrowTo, options), await judge(whole, options, project, world)) }
  }
  const view = (of: Report, now: readonly SourceFile[]): View => viewOf({ report: of, sources: new Map([...sources, ...now.map(({ path, source }) => [path, source] as const)]), lines }, pack, world, { locale: options.locale, config })
  const fixed = await lookedAt(files, narrowTo, { ...options, look })
  const { whole, found } = fixed
  if (asked) {
    await (await import('./story.js')).tellStory(view(whole, files), asked, typed.outputs, { world, root, color: options.color })
    return EXIT.clean
  }
  if (project.fromFlags) world.err(taken(files, messages))
  if (work) world.err(`${say(toldOf(work, options), messages)}\n`)
  if (options.fix || options.fixDryRun) await (await import('./settle-fixes.js')).settleFixes(files, fixed, { world, root, messages, dry: options.fixDryRun })
  if (options.fixDryRun) return fixed.made.length > 0 && !options.exitZero ? EXIT.findings : EXIT.clean
  const shown = options.quiet ? narrow(found, { finding: (finding) => finding.severity === 'error' }) : found
  await deliver(view(shown, fixed.files), typed.outputs, { world, root, color: options.color })
  const isRead = (path: string): boolean => path === '' || files.some((file) => file.path === path || file.path.startsWith(`${path}/`))
  if (narrowTo.length > 0 && !narrowTo.some(isRead)) world.err(`${say({ id: 'cli.paths-unread', slots: {} }, messages)}\n`)
  if (isEmptyRun(whole) && !options.allowEmpty) world.err(`${say({ id: 'cli.empty', slots: {} }, messages)}\n`)
  return outcome(found, options)
}
