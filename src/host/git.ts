import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from './errors.js'
import { didYouMean } from './nearest.js'

/** A text that git keeps: its id, and the folder of the repository that has it (a submodule is one of its own). */
export interface Blob {
  readonly folder: string
  readonly id: string
}

/** A file that is not what it was. Paths are relative to the folder that was asked about, with forward slashes. */
export interface Change {
  /** Where it stands now; undefined for a file that went away. */
  readonly path?: string
  /** What it was, and where it stood; undefined for a new file. */
  readonly before?: Blob & { readonly path: string }
}

/** What is about to be committed. */
export interface Staged {
  /** Against the last commit. */
  readonly changes: readonly Change[]
  readonly tracked: ReadonlySet<string>
  /** Files whose text on the disk is not the one that will be committed, and that one. */
  readonly differing: ReadonlyMap<string, Blob>
}

interface Ended {
  readonly failed: boolean
  readonly out: Buffer
  readonly complaint: string
}

const MOST_BYTES = 1 << 30
/** A submodule is a repository of its own: what a hook says of the outer one must not lead git there. */
const OUTER = ['GIT_DIR', 'GIT_INDEX_FILE', 'GIT_WORK_TREE', 'GIT_PREFIX', 'GIT_OBJECT_DIRECTORY', 'GIT_COMMON_DIR']

const NO_GIT = new UsageError('This needs git, and there is no git on this computer (or it is not on the PATH).', 'Install it from https://git-scm.com, or run saydo without --since and --staged.')

function surroundings(inner: boolean): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' }
  if (inner) for (const name of OUTER) delete env[name]
  return env
}

/** A folder in a repository that git is asked about. */
interface Place {
  readonly folder: string
  readonly inner: boolean
}

function run({ folder, inner }: Place, words: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = execFile('git', words, { cwd: folder, env: surroundings(inner), encoding: 'buffer', maxBuffer: MOST_BYTES, windowsHide: true }, (error, out, complaint) => {
      if (error?.code === 'ENOENT') reject(NO_GIT)
      else resolve({ failed: error !== null, out, complaint: complaint.toString() })
    })
    // git may end before it has read everything; what it has to say about that stands in its complaint
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}

const firstLine = (text: string): string => (text.trim().split('\n')[0] ?? '').replace(/^(fatal|error): /, '')

async function asked(place: Place, ...words: readonly string[]): Promise<Buffer> {
  const { failed, out, complaint } = await run(place, words)
  if (failed) throw new UsageError(`git could not tell what has changed: ${firstLine(complaint) || 'it gave no reason'}.`, 'The same command of git may tell more: git status')
  return out
}

/** Nothing when the answer is no. */
async function maybe(place: Place, ...words: readonly string[]): Promise<string | undefined> {
  const { failed, out } = await run(place, words)
  return failed ? undefined : out.toString().trim()
}

const pieces = (out: Buffer): readonly string[] => out.toString().split('\0').filter((piece) => piece !== '')

async function needRepository(place: Place): Promise<void> {
  const { failed, out, complaint } = await run(place, ['rev-parse', '--is-inside-work-tree'])
  if (!failed && out.toString().trim() === 'true') return
  if (complaint.includes('dubious ownership')) throw new UsageError('git does not trust this folder, since it belongs to somebody else.', `If you do: git config --global --add safe.directory "${place.folder}"`)
  throw new UsageError('This folder is not in a git repository, so saydo cannot tell what has changed.', 'Run saydo in the repository, or without --since and --staged.')
}

const isShallow = async (place: Place): Promise<boolean> => (await maybe(place, 'rev-parse', '--is-shallow-repository')) === 'true'

const FETCH = 'Fetch the rest first: git fetch --unshallow (in GitHub Actions: actions/checkout with fetch-depth: 0).'

async function unknownRef(place: Place, ref: string): Promise<UsageError> {
  if (await isShallow(place)) return new UsageError(`git does not know "${ref}" here: this clone holds only the latest commits.`, FETCH)
  const names = (await maybe(place, 'for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/remotes', 'refs/tags'))?.split('\n').filter((name) => name !== '') ?? []
  const remote = names.find((name) => name.endsWith(`/${ref}`))
  const guess = remote === undefined ? didYouMean(ref, names) : `Did you mean "${remote}"?`
  return new UsageError(`git knows no branch, tag or commit "${ref}". ${guess}`.trim(), 'For example: saydo check --since main, or --since HEAD~1')
}

/** The commit at which the work parted from the ref: what others have done on the ref since then is not this work's change. */
async function startOf(place: Place, ref: string): Promise<string> {
  const commit = await maybe(place, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)
  if (commit === undefined) throw await unknownRef(place, ref)
  const common = await maybe(place, 'merge-base', commit, 'HEAD')
  if (common !== undefined) return common
  if (await isShallow(place)) throw new UsageError(`git cannot tell where this work parted from "${ref}": this clone holds only the latest commits.`, FETCH)
  return commit
}

/** One entry of `git diff --raw -z`. */
interface Entry {
  readonly modes: readonly [string, string]
  readonly ids: readonly [string, string]
  readonly paths: readonly [string, string]
}

const SUBMODULE = '160000'
const isFile = (mode: string): boolean => mode.startsWith('100')
const isThere = (id: string): boolean => !/^0+$/.test(id)

function entriesOf(out: Buffer): readonly Entry[] {
  const parts = pieces(out)
  const entries: Entry[] = []
  for (let index = 0; index < parts.length; index++) {
    const [from = '', to = '', old = '', now = '', status = ''] = (parts[index] as string).slice(1).split(' ')
    const first = parts[++index] ?? ''
    const second = /^[RC]/.test(status) ? parts[++index] ?? '' : first
    entries.push({ modes: [from, to], ids: [old, now], paths: [first, second] })
  }
  return entries
}

/** Which two states are compared: as words of `git diff`. */
type States = readonly string[]

const differences = async (place: Place, states: States): Promise<readonly Entry[]> =>
  entriesOf(await asked(place, 'diff', '--raw', '-z', '--no-abbrev', '--no-ext-diff', '--no-color', '--find-renames', '--relative', '--ignore-submodules=none', ...states, '--'))

const within = (folder: string, { path, before }: Change): Change => ({
  path: path === undefined ? undefined : `${folder}/${path}`,
  before: before && { ...before, path: `${folder}/${before.path}` },
})

/** The changes inside a submodule: what stood there at the commit that the outer repository named before, against what stands there now. */
async function inSubmodule(place: Place, { modes, ids, paths: [, path] }: Entry): Promise<readonly Change[]> {
  const inner: Place = { folder: join(place.folder, path), inner: true }
  // one that is not checked out has no files that could be read
  if (modes[1] !== SUBMODULE || !existsSync(join(inner.folder, '.git'))) return []
  const changes = modes[0] === SUBMODULE ? await changesIn(inner, [ids[0]]) : pieces(await asked(inner, 'ls-files', '-z')).map((name): Change => ({ path: name }))
  return changes.map((change) => within(path, change))
}

async function changesIn(place: Place, states: States): Promise<readonly Change[]> {
  const found: Change[] = []
  for (const entry of await differences(place, states)) {
    const { modes: [from, to], ids: [old], paths: [source, path] } = entry
    if (from === SUBMODULE || to === SUBMODULE) found.push(...(await inSubmodule(place, entry)))
    const before = isFile(from) && isThere(old) ? { path: source, folder: place.folder, id: old } : undefined
    if (isFile(to) || before) found.push({ path: isFile(to) ? path : undefined, before })
  }
  return found
}

/**
 * What has changed in a folder since the work parted from a branch, tag or commit: committed, staged, unstaged and new
 * files. Throws a UsageError that says what to do: no git, no repository, no such ref, a clone without its history.
 */
export async function changesSince(folder: string, ref: string): Promise<readonly Change[]> {
  const place: Place = { folder, inner: false }
  await needRepository(place)
  const changes = await changesIn(place, [await startOf(place, ref)])
  const added = pieces(await asked(place, 'ls-files', '--others', '--exclude-standard', '-z'))
  return [...changes, ...added.map((path): Change => ({ path }))]
}

/** What is about to be committed in a folder. Throws a UsageError where git cannot tell. */
export async function stagedIn(folder: string): Promise<Staged> {
  const place: Place = { folder, inner: false }
  await needRepository(place)
  const head = (await maybe(place, 'rev-parse', '--verify', '--quiet', 'HEAD')) ?? (await asked(place, 'hash-object', '-t', 'tree', '--stdin')).toString().trim()
  const unstaged = await differences(place, [])
  const kept = unstaged.filter(({ modes: [from], ids: [old] }) => isFile(from) && isThere(old))
  // announced with `git add --intent-to-add`: nothing of it will be committed
  const announced = new Set(unstaged.filter(({ modes: [from] }) => !isThere(from)).map(({ paths: [path] }) => path))
  return {
    changes: await changesIn(place, ['--cached', head]),
    tracked: new Set(pieces(await asked(place, 'ls-files', '--recurse-submodules', '-z')).filter((path) => !announced.has(path))),
    differing: new Map(kept.map(({ ids: [id], paths: [path] }) => [path, { folder, id }])),
  }
}

const NEWLINE = 10

/** Cuts the answer of `git cat-file --batch`: a line with id, kind and length, the bytes, a line end. */
function cut(out: Buffer, into: Map<string, Uint8Array>): void {
  for (let at = 0; at < out.length;) {
    const end = out.indexOf(NEWLINE, at)
    const [id = '', kind = '', length = ''] = out.subarray(at, end).toString().split(' ')
    at = end + 1
    if (kind !== 'blob') continue
    into.set(id, out.subarray(at, at + Number(length)))
    at += Number(length) + 1
  }
}

/** The bytes of each text, by its id; texts that the clone does not hold are left out. */
export async function bytesOf(blobs: readonly Blob[], outer: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  for (const folder of new Set(blobs.map((blob) => blob.folder))) {
    const ids = [...new Set(blobs.filter((blob) => blob.folder === folder).map(({ id }) => id))]
    const { out } = await run({ folder, inner: folder !== outer }, ['cat-file', '--batch'], `${ids.join('\n')}\n`)
    cut(out, found)
  }
  return found
}
