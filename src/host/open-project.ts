import { resolve } from 'node:path'
import { escapePath } from 'tinyglobby'
import { BUSINESSES, type Business, type Config } from '../model/config.js'
import type { Problem, Side } from '../model/document.js'
import type { Pack } from '../model/pack.js'
import type { SourceFile } from '../model/program.js'
import { BASELINE } from './baseline-name.js'
import { codeowners } from './codeowners.js'
import { chooseFiles, type EntryProblem, type PlacedEntry } from './choose-files.js'
import { DEFAULT_CONFIG } from './config-value.js'
import { isDay } from './clock.js'
import { ConfigError, UsageError } from './errors.js'
import { findConfig } from './find-config.js'
import { noSuch } from './nearest.js'
import { readConfig, type ConfigFile, type ReadOptions } from './read-config.js'
import { placer, tagger } from './place-path.js'
import { type ChosenFile, readFiles } from './read-files.js'

/** What the user asked for on the command line; each of these goes before the configuration. */
export interface ProjectFlags {
  readonly config?: string
  readonly say?: readonly string[]
  readonly do?: readonly string[]
  readonly business?: string
  readonly today?: string
}

export interface ProjectOptions extends ReadOptions {
  readonly cwd: string
  readonly flags: ProjectFlags
  /** Endings that saydo can read, lower case, with the dot. */
  readonly extensions: readonly string[]
}

/** Everything that a check needs from the disk. */
export interface Project {
  /** The folder that all paths are relative to. */
  readonly root: string
  readonly config: Config
  /** The rules of saydo with those of the packs that the configuration names. */
  readonly pack: Pack
  readonly files: readonly SourceFile[]
  readonly problems: readonly Problem[]
  /** Whom files belong to, as CODEOWNERS has it. */
  readonly owners: ReadonlyMap<string, string>
  readonly fromFlags: boolean
  /** The files that the configuration was read from: saydo.yaml and all that it names. */
  readonly configFiles: readonly string[]
  /** The side that a path would be on, and its tags, for documents that are not on the disk; undefined for what would not be read. */
  readonly place: (path: string) => ChosenFile | undefined
}

const NO_INPUT = new UsageError(
  'There is no saydo.yaml here or in a folder above, so saydo does not know what to read.',
  'Say which documents customers read and which tell staff what to do: saydo check --say "site/**" --do "playbooks/**"',
)

function businessOf(name: string | undefined): Business | undefined {
  if (name === undefined || (BUSINESSES as readonly string[]).includes(name)) return name as Business | undefined
  throw new UsageError(noSuch('business', name, BUSINESSES))
}

function dayOf(text: string | undefined): string | undefined {
  if (text === undefined || isDay(text)) return text
  throw new UsageError(`--today should be a day such as 2025-11-22, but it is "${text}".`)
}

const flagEntries = (side: Side, paths: readonly string[]): readonly PlacedEntry[] => paths.map((path) => ({ side, entry: { path } }))

function withoutFile({ cwd, today, pack }: ProjectOptions): ConfigFile {
  return { root: resolve(cwd), name: '', config: { ...DEFAULT_CONFIG, today }, entries: [], projects: [], pack, problems: [], sources: new Map() }
}

function withFlags(file: ConfigFile, flags: ProjectFlags): ConfigFile {
  const side = (name: Side): readonly PlacedEntry[] => (flags[name] ? flagEntries(name, flags[name]) : file.entries.filter((each) => each.side === name))
  const entries = [...side('say'), ...side('do')]
  const of = (name: Side): Config['say'] => entries.filter((each) => each.side === name).map((each) => each.entry)
  const config: Config = {
    ...file.config, say: of('say'), do: of('do'),
    business: businessOf(flags.business) ?? file.config.business,
    today: dayOf(flags.today) ?? file.config.today,
  }
  return { ...file, config, entries }
}

function refuse(file: ConfigFile, wrong: readonly EntryProblem[]): void {
  const placed = wrong.filter(({ entry }) => entry.span)
  const problems = [...file.problems, ...placed.map(({ entry, message }): Problem => ({ file: entry.file ?? file.name, message, span: entry.span }))]
  // one sort for all: the reader of the list walks the file from top to bottom
  problems.sort((a, b) => Number(a.file !== file.name) - Number(b.file !== file.name) || (a.span?.start ?? 0) - (b.span?.start ?? 0))
  if (problems.length > 0) throw new ConfigError(file.root, problems, file.sources)
  const flags = wrong.map(({ entry, message }) => `--${entry.side}: ${message}`)
  if (flags.length > 0) throw new UsageError(flags.join('\n'), 'Paths are taken from the folder that saydo runs in (or that of saydo.yaml, if there is one).')
}

const manyProjects = ({ name, projects }: ConfigFile): UsageError => new UsageError(
  `${name} lists several projects (${projects.join(', ')}), and this command looks at one.`, 'Go to the folder of one of them, or name its configuration: --config FOLDER/saydo.yaml',
)

/** Finds and reads the configuration and the documents. Throws a ConfigError or a UsageError when the user must change something first. */
export async function openProject(options: ProjectOptions): Promise<Project> {
  const { cwd, flags } = options
  const path = findConfig(cwd, flags.config)
  if (path === undefined && !flags.say && !flags.do) throw NO_INPUT
  const file = withFlags(path === undefined ? withoutFile(options) : await readConfig(path, options), flags)
  if (file.projects.length > 0 && file.problems.length === 0) throw manyProjects(file)
  // saydo.yaml, what it names and the baseline could be read as documents, and would be by a glob such as **
  const ignore = [...file.config.ignore, ...[...file.sources.keys(), BASELINE, file.config.baseline ?? ''].filter((name) => name !== '').map((name) => escapePath(name))]
  const chosen = await chooseFiles(file.entries, { root: file.root, ignore, extensions: options.extensions })
  refuse(file, chosen.problems)
  const { files, problems: unread } = readFiles(file.root, chosen.files.map(tagger(file.config)))
  const problems = [...unread, ...chosen.closed.map((path): Problem => ({ file: path, message: 'This folder may not be read: permission is denied. What is in it was not checked.' }))]
  const owners = codeowners(file.root, files.map((each) => each.path))
  return { root: file.root, config: file.config, pack: file.pack, files, problems, owners, fromFlags: path === undefined, configFiles: [...file.sources.keys()], place: placer({ ...file.config, ignore }, options.extensions) }
}
