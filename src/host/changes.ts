import type { SourceFile } from '../model/program.js'
import { byCodeUnits } from '../model/text.js'
import { changedLines, type Lines } from './changed-lines.js'
import { decode } from './decode.js'
import { bytesOf, type Change, changesSince, stagedIn } from './git.js'
import type { Project } from './open-project.js'
import { withinLines } from './read-source.js'

/** A project before and after somebody's work. */
export interface Work {
  readonly after: readonly SourceFile[]
  /** Under the paths of today: what was only renamed is the same document. */
  readonly before: readonly SourceFile[]
  /** Paths of all that the work touched, also of what went away. */
  readonly touched: ReadonlySet<string>
  /** For documents that changed: the lines that did. */
  readonly lines: ReadonlyMap<string, readonly Lines[]>
}

type Texts = (id: string) => string | undefined

const textsOf = (bytes: ReadonlyMap<string, Uint8Array>): Texts => (id) => {
  const found = bytes.get(id)
  return found && withinLines(decode(found)).text
}

const byPath = (files: readonly SourceFile[]): readonly SourceFile[] => files.toSorted((a, b) => byCodeUnits(a.path, b.path))

interface Frame {
  readonly place: Project['place']
  readonly texts: Texts
}

/** A document as it was, under the path that it has now; undefined where saydo would not have read it. */
function earlier({ path, before }: Change, { place, texts }: Frame): SourceFile | undefined {
  const placed = before && place(before.path)
  const source = before && texts(before.id)
  return placed && source !== undefined ? { ...placed, path: path ?? before.path, source } : undefined
}

function workOf(after: readonly SourceFile[], changes: readonly Change[], frame: Frame): Work {
  const touched = new Set(changes.flatMap(({ path, before }) => [path, before?.path].filter((one) => one !== undefined)))
  const old = new Map(changes.flatMap((change) => earlier(change, frame) ?? []).map((file) => [file.path, file]))
  const now = new Set(changes.map(({ path }) => path))
  const changed = after.filter(({ path }) => now.has(path))
  return {
    after, touched,
    before: byPath([...after.filter(({ path }) => !touched.has(path)), ...old.values()]),
    lines: new Map(changed.map(({ path, source }) => [path, changedLines(old.get(path)?.source ?? '', source)])),
  }
}

/** The work since a branch, tag or commit, up to the files as they stand on the disk. Throws a UsageError where git cannot tell. */
export async function workSince(ref: string, project: Project): Promise<Work> {
  const { root, files, place } = project
  const changes = await changesSince(root, ref)
  const bytes = await bytesOf(changes.flatMap(({ before }) => before ?? []), root)
  return workOf(files, changes, { place, texts: textsOf(bytes) })
}

/** The work that is about to be committed: files as they are staged, against the last commit. Throws a UsageError where git cannot tell. */
export async function workStaged({ root, files, place }: Project): Promise<Work> {
  const { changes, tracked, differing } = await stagedIn(root)
  const bytes = await bytesOf([...differing.values(), ...changes.flatMap(({ before }) => before ?? [])], root)
  const texts = textsOf(bytes)
  const onDisk = new Map(files.map((file) => [file.path, file]))
  const staged = [...differing].flatMap(([path, { id }]): SourceFile[] => {
    const placed = onDisk.get(path) ?? place(path)
    const source = texts(id)
    return placed && source !== undefined ? [{ ...placed, source }] : []
  })
  const after = byPath([...files.filter(({ path }) => tracked.has(path) && !differing.has(path)), ...staged])
  return workOf(after, changes, { place, texts })
}
