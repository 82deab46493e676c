import { type Dirent, readdir, realpathSync } from 'node:fs'
import { extname, isAbsolute, join } from 'node:path'
import { escapePath, type FileSystemAdapter, glob } from 'tinyglobby'
import { isPlain, PLAIN, tidy } from '../engine/path-pattern.js'
import type { SideEntry } from '../model/config.js'
import type { Side } from '../model/document.js'
import { byCodeUnits, type Span } from '../model/text.js'
import { gitIgnored } from './gitignore.js'
import { kindAt } from './kind-at.js'
import type { ChosenFile } from './read-files.js'
import { leavesFolder, wayTo } from './ways.js'

/** An entry of `say` or `do`, and where it stands; entries from flags stand nowhere. */
export interface PlacedEntry {
  readonly side: Side
  readonly entry: SideEntry
  /** The file of the configuration that it stands in. */
  readonly file?: string
  readonly span?: Span
}

/** What is wrong with an entry. */
export interface EntryProblem {
  readonly entry: PlacedEntry
  readonly message: string
}

export interface Choice {
  readonly files: readonly ChosenFile[]
  readonly problems: readonly EntryProblem[]
  /** Folders that may not be read, so that nobody knows what is in them. */
  readonly closed: readonly string[]
}

export interface ChoiceOptions {
  readonly root: string
  /** Globs of `ignore`. */
  readonly ignore: readonly string[]
  /** Endings that saydo can read, lower case, with the dot. */
  readonly extensions: readonly string[]
}

/** Folders that no entry stands for. */
export const NEVER = ['**/node_modules/**', '**/.git/**']

type Kind = 'file' | 'folder' | 'glob'

const leadsOut = (pattern: string): boolean => isAbsolute(pattern) || pattern.split('/').includes('..')

function globFor(pattern: string, kind: Kind): string {
  if (pattern === '.') return '**'
  return kind === 'glob' ? pattern : kind === 'file' ? escapePath(pattern) : `${escapePath(pattern)}/**`
}

/** Links that a glob meets are not followed; one that the path itself goes through must not lead out of the project. */
function staysInside(root: string): (path: string) => boolean {
  const home = realpathSync.native(root)
  return (path) => {
    try {
      const way = wayTo(home, realpathSync.native(join(root, path)))
      return !leavesFolder(way) && !way.split('/').includes('node_modules')
    } catch {
      // the file went away in the meantime: reading it reports that
      return true
    }
  }
}

/** The disk, with a note of each folder that may not be read: a glob takes it for an empty one. */
function noting(closed: Set<string>): FileSystemAdapter {
  const noted = (path: string, options: { readonly withFileTypes: true }, done: (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void): void => {
    readdir(path, options, (error, entries) => {
      if (error?.code === 'EACCES' || error?.code === 'EPERM') closed.add(path)
      done(error, entries)
    })
  }
  return { readdir: noted as typeof readdir }
}

/** What an entry leaves out besides `ignore`, and where folders that may not be read are noted. */
interface Matching {
  readonly without: readonly string[]
  readonly closed: Set<string>
}

async function matches(placed: PlacedEntry, options: ChoiceOptions, { without, closed }: Matching): Promise<readonly string[] | string> {
  const pattern = tidy(placed.entry.path)
  const shown = `"${placed.entry.path}"`
  if (leadsOut(pattern)) return `${shown} leads out of the project folder; only files inside it are read.`
  const kind: Kind = kindAt(join(options.root, pattern)) ?? 'glob'
  const ignored = [...options.ignore.map(tidy), ...without]
  const before = closed.size
  const found = await glob(globFor(pattern, kind), {
    cwd: options.root, followSymbolicLinks: false, expandDirectories: false, fs: noting(closed),
    ignore: [...NEVER, ...ignored, ...ignored.map((path) => `${path}/**`)],
  })
  if (found.length === 0 && closed.size > before) return `${shown} matches no file that may be read: permission is denied.`
  if (found.length === 0) return `${shown} matches no file${kind === 'file' ? ' that is neither ignored nor a link' : ''}.`
  const isIgnored = gitIgnored(options.root, found)
  const kept = found.filter((path) => !isIgnored(path))
  if (kept.length === 0) return `${shown} matches only files that .gitignore leaves out.`
  const inside = kept.filter(staysInside(options.root))
  if (inside.length === 0) return `${shown} is a link that leads out of the project folder; only files inside it are read.`
  const readable = inside.filter((path) => options.extensions.includes(extname(path).toLowerCase()))
  if (readable.length > 0) return readable
  return `${shown} matches ${kind === 'file' ? 'a file' : 'files, but none'} that saydo can${kind === 'file' ? 'not' : ''} read (it reads ${options.extensions.join(', ')}).`
}

interface Taken {
  readonly file: ChosenFile
  readonly by: PlacedEntry
}

/** Adds the files of one entry; a file of both entries of one side has the tags of both, the later ones first. */
function take(taken: Map<string, Taken>, placed: PlacedEntry, paths: readonly string[]): EntryProblem[] {
  const { path: _, ...tags } = placed.entry
  const clashes = new Map<PlacedEntry, string[]>()
  for (const path of paths) {
    const before = taken.get(path)
    if (before && before.file.side !== placed.side) clashes.set(before.by, [...(clashes.get(before.by) ?? []), path])
    else taken.set(path, { by: placed, file: { path, side: placed.side, tags: { ...before?.file.tags, ...tags } } })
  }
  return [...clashes].map(([other, both]) => ({ entry: placed, message: clashMessage(placed, other, both) }))
}

function clashMessage(placed: PlacedEntry, other: PlacedEntry, both: readonly string[]): string {
  const more = both.length > 1 ? ` and ${both.length - 1} more` : ''
  return `"${both[0] as string}"${more} would stand on both sides: under ${other.side} by "${other.entry.path}", and under ${placed.side} by "${placed.entry.path}". Make one of the two narrower.`
}

/** The files that entries stand for. A path that begins with `!` takes files out of its side again. */
export async function chooseFiles(entries: readonly PlacedEntry[], options: ChoiceOptions): Promise<Choice> {
  const taken = new Map<string, Taken>()
  const problems: EntryProblem[] = []
  const closed = new Set<string>()
  const isOut = (placed: PlacedEntry): boolean => placed.entry.path.startsWith('!')
  const usable = entries.filter(({ entry }) => isPlain(entry.path))
  for (const entry of entries) if (!usable.includes(entry)) problems.push({ entry, message: `"${entry.entry.path}" should be ${PLAIN}.` })
  for (const placed of usable.filter((each) => !isOut(each))) {
    const without = usable.filter((each) => isOut(each) && each.side === placed.side).map((each) => tidy(each.entry.path.slice(1)))
    const found = await matches(placed, options, { without, closed })
    if (typeof found === 'string') problems.push({ entry: placed, message: found })
    else problems.push(...take(taken, placed, found))
  }
  const files = [...taken.values()].map((each) => each.file).sort((a, b) => byCodeUnits(a.path, b.path))
  return { files, problems, closed: [...closed].map((path) => wayTo(options.root, path)) }
}
