import type { Work } from '../host/changes.js'
import { UsageError } from '../host/errors.js'
import { noSuch } from '../host/nearest.js'
import type { Project } from '../host/open-project.js'
import type { Report } from '../model/finding.js'
import type { SourceFile } from '../model/program.js'
import type { Asked } from '../model/understood.js'
import { say, type Messages } from '../reporters/phrase.js'
import type { View } from '../reporters/reporter.js'
import { judge, withoutKnown } from './baseline.js'
import type { Gathered } from './claims.js'
import type { CheckOptions } from './commands/check-options.js'
import { deliver } from './deliver.js'
import type { Fixed, Looked } from './fixing.js'
import { givenPaths } from './given-paths.js'
import { isIn, narrow, narrowToPaths } from './narrow.js'
import { isEmptyRun, outcome } from './outcome.js'
import type { Output } from './outputs.js'
import { checkerIn, inputOf, projectIn } from './project-in.js'
import { taken } from './taken.js'
import { withStdin } from './typed-text.js'
import { viewOf } from './view.js'
import { askedWork, checkAll, checkWork, toldOf } from './work.js'
import { EXIT, messagesOf, type Exit, type World } from './world.js'

/** What was typed after `saydo check`, and the world that it was typed in. */
export interface Typed {
  readonly world: World
  readonly outputs: readonly Output[]
  readonly paths: readonly string[]
  readonly options: CheckOptions
}

/** All that is looked at, and what of it the user wants to hear of. */
interface Subject {
  readonly project: Project
  readonly messages: Messages
  readonly gathered: Partial<Gathered> & Pick<Gathered, 'files' | 'problems'>
  /** The documents here, as they stand on the disk or are staged. */
  readonly files: readonly SourceFile[]
  /** The texts of all documents that were here at any time. */
  readonly sources: ReadonlyMap<string, string>
  /** Only what these files and folders have to do with is reported; everything where there are none. */
  readonly paths: readonly string[]
  readonly work?: Work
  readonly asked?: Asked
}

function knownRules(ids: readonly string[], asked: readonly string[] = []): void {
  const unknown = asked.find((id) => !ids.includes(id))
  if (unknown !== undefined) throw new UsageError(noSuch('rule', unknown, ids), 'Paths go before --rule; `saydo explain` lists all rules.')
}

async function gather({ files, problems, pack, config }: Project, { world, options }: Typed): Promise<Subject['gathered']> {
  if (!options.claims) return { files, problems }
  const { withClaims } = await import('./claims.js')
  return withClaims(files, problems, { world, making: { version: world.version, pack, config }, names: options.claims })
}

async function subjectOf(typed: Typed): Promise<Subject> {
  const { world, options } = typed
  const onDisk = await projectIn(world, options)
  knownRules(onDisk.pack.rules.map((rule) => rule.id), options.rule)
  const { project, paths } = await withStdin(onDisk, options, world)
  const gathered = await gather(project, typed)
  const work = await askedWork({ ...project, files: gathered.files }, options)
  const files = work?.after ?? gathered.files
  const sources = new Map([...project.files, ...files].map((file) => [file.path, file.source]))
  const asked = options.whyNot === undefined ? undefined : await (await import('./asked-line.js')).askedLine(options.whyNot, { cwd: world.cwd, root: project.root, sources })
  return { project, messages: messagesOf(project.pack, options.locale), gathered, files, sources, paths: [...givenPaths(typed.paths, world.cwd, project.root), ...paths], work, asked }
}

/** What was found, as far as the user wants to hear of it. */
function wanted(whole: Report, paths: readonly string[], { rule }: CheckOptions): Report {
  const here = narrowToPaths(whole, paths)
  return rule ? narrow(here, { finding: (finding) => rule.includes(finding.ruleId) }) : here
}

/** Looks at everything, with all that can be put right where that was asked for, and as it is otherwise. */
async function lookAt({ project, messages, gathered, files, paths, work, asked }: Subject, { world, options }: Typed): Promise<Fixed> {
  const check = checkerIn(world, project.root, { ...options, messages })
  const { problems, readings } = gathered
  const look = async (now: readonly SourceFile[]): Promise<Looked> => {
    const input = { ...inputOf(project), files: now, problems, readings, ...(asked ? { asked } : {}) }
    const { whole, caused } = work ? await checkWork(check, input, { ...work, after: now }) : await checkAll(check, input)
    return { whole, found: withoutKnown(wanted(caused, paths, options), await judge(whole, options, project, world)) }
  }
  if (!options.fix && !options.fixDryRun) return { ...(await look(files)), files, made: [] }
  return (await import('./fixing.js')).fixAll(files, paths, look)
}

/** Says on the error stream what makes a report that is empty, or nearly so, no good news. */
function warn({ messages, files, paths }: Subject, whole: Report, { world, options }: Typed): void {
  const tell = (id: string): void => world.err(`${say({ id, slots: {} }, messages)}\n`)
  const isRead = (path: string): boolean => path === '' || files.some((file) => isIn([path], file.path))
  if (paths.length > 0 && !paths.some(isRead)) tell('cli.paths-unread')
  if (isEmptyRun(whole) && !options.allowEmpty) tell('cli.empty')
}

/** One run of `saydo check`. Throws a ConfigError or a UsageError when the user must change something first. */
export async function report(typed: Typed): Promise<Exit> {
  const { world, options, outputs } = typed
  const subject = await subjectOf(typed)
  const { project, messages, files, work, asked } = subject
  const { pack, root, config } = project
  const fixed = await lookAt(subject, typed)
  const { whole, found } = fixed
  const delivery = { world, root, color: options.color }
  const view = (of: Report): View => viewOf({ report: of, sources: new Map([...subject.sources, ...fixed.files.map(({ path, source }) => [path, source] as const)]), lines: subject.gathered.lines }, pack, world, { locale: options.locale, config })
  if (asked) {
    await (await import('./story.js')).tellStory(view(whole), asked, outputs, delivery)
    return EXIT.clean
  }
  if (project.fromFlags) world.err(taken(files, messages))
  if (work) world.err(`${say(toldOf(work, options), messages)}\n`)
  if (options.fix || options.fixDryRun) await (await import('./settle-fixes.js')).settleFixes(files, fixed, { world, root, messages, dry: options.fixDryRun })
  if (options.fixDryRun) return fixed.made.length > 0 && !options.exitZero ? EXIT.findings : EXIT.clean
  await deliver(view(options.quiet ? narrow(found, { finding: (finding) => finding.severity === 'error' }) : found), outputs, delivery)
  warn(subject, whole, typed)
  return outcome(found, options)
}
