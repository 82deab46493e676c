import { statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { glob } from 'tinyglobby'
import type { Problem } from '../model/document.js'
import type { Pack } from '../model/pack.js'
import { PackError, type PackFile } from '../packs/assemble.js'
import { endlessLists, ownKind, type OwnPack, ownPack } from '../packs/own-pack.js'
import { checkRuleFile } from './check-rule-file.js'
import type { Complaint } from './describe-issue.js'
import { readSource } from './read-source.js'
import { wayTo } from './ways.js'
import { readYaml, type YamlFile } from './yaml-file.js'

/** What a pack is added to. */
export interface Base extends Pick<Pack, 'rules' | 'cues'> {
  /** For files that are only tried: they may be saydo's own, and in a `folder` others stand beside them. */
  readonly lenient?: 'file' | 'folder'
}

/** A pack of the user's own, as far as its files can be used. */
export interface LoadedPack {
  readonly own: OwnPack
  readonly problems: readonly Problem[]
  readonly sources: ReadonlyMap<string, string>
}

interface PackSource {
  /** As reports write it. */
  readonly file: string
  /** The name of the file alone. */
  readonly path: string
  readonly source: string
  readonly yaml: YamlFile
}

const LARGEST = 1 << 20
const MOST_FILES = 2000

interface Read {
  readonly files: readonly PackSource[]
  readonly problems: readonly Problem[]
}

/** The YAML files of a folder, or of one file; links are not followed. */
async function read(path: string, root: string): Promise<Read> {
  const isFolder = statSync(path).isDirectory()
  const names = isFolder ? (await glob('**/*.{yaml,yml}', { cwd: path, followSymbolicLinks: false, ignore: ['**/node_modules/**'] })).sort() : ['']
  if (names.length > MOST_FILES) return { files: [], problems: [{ file: wayTo(root, path), message: `This folder holds ${names.length} YAML files; a pack may hold ${MOST_FILES}.` }] }
  const problems: Problem[] = []
  const files = names.flatMap((name): readonly PackSource[] => {
    const full = join(path, name)
    const file = wayTo(root, full)
    const decoded = readSource(full, LARGEST)
    if (decoded.text !== undefined) return [{ file, path: basename(full), source: decoded.text, yaml: readYaml(file, decoded.text) }]
    problems.push({ file, ...decoded })
    return []
  })
  return { files, problems }
}

/** What a rule of the user's own lacks that saydo's need not have: theirs all look for words. */
function ruleComplaints(data: unknown, shipped: Base): readonly Complaint[] {
  const { id, patterns, sides, options } = data as { id: string; patterns?: object; sides?: readonly string[]; options?: object }
  const isKnown = shipped.rules.some((rule) => rule.id === id)
  if (isKnown && shipped.lenient) return []
  return [
    ...(isKnown ? [{ path: ['id'], atKey: false, message: `There is a rule "${id}" already. Give yours a name of its own.` }] : []),
    ...(Object.keys(patterns ?? {}).length === 0 ? [{ path: [], atKey: false, message: 'A rule of your own needs "patterns": the words that it reports.' }] : []),
    ...((sides ?? []).length === 0 ? [{ path: [], atKey: false, message: 'A rule of your own needs "sides": the documents that it looks at, such as sides: [do].' }] : []),
    ...(options === undefined ? [] : [{ path: ['options'], atKey: true, message: 'A rule of your own has no options but "allow", which every rule with patterns has.' }]),
  ]
}

function complaintsOf({ path, yaml }: PackSource, shipped: Base, cueIds: readonly string[]): readonly Complaint[] {
  const kind = ownKind(yaml.value)
  if (kind === undefined) return [{ path: [], atKey: false, message: 'This is no rule (it would have "examples"), no topic ("measures"), no file of concepts ("concepts") and no list of words ("id", "title" and languages).' }]
  const complaints = checkRuleFile(kind, yaml.value, cueIds)
  if (kind !== 'rule' || complaints.length > 0) return complaints
  const name = (yaml.value as { id: string }).id.split('/')[1] as string
  const misnamed = path.replace(/\.ya?ml$/, '') === name ? [] : [{ path: ['id'], atKey: false, message: `The file should be called ${name}.yaml, as the id of its rule says.` }]
  return [...misnamed, ...ruleComplaints(yaml.value, shipped)]
}

/** The id of a file of this kind; nothing where it has none that is a text. */
function idOfKind(kind: ReturnType<typeof ownKind>, value: unknown): readonly string[] {
  const id = ownKind(value) === kind ? (value as { id?: unknown }).id : undefined
  return typeof id === 'string' ? [id] : []
}

/** A second rule with the id of one before it. */
function twice(files: readonly PackSource[]): readonly Problem[] {
  const first = new Map<string, string>()
  return files.flatMap(({ file, yaml }) => {
    const [id] = idOfKind('rule', yaml.value)
    if (id === undefined) return []
    const other = first.get(id)
    first.set(id, other ?? file)
    return other === undefined ? [] : [{ file, message: `The rule "${id}" stands in ${other} too.`, span: yaml.placeOf(['id']) }]
  })
}

/** Lists of words that lead back to themselves, told at the first file that has a part in it. */
function circles(own: OwnPack, files: readonly PackSource[], shipped: Base): readonly Problem[] {
  const found = endlessLists(shipped, own)
  const at = found && files.find(({ yaml }) => ownKind(yaml.value) === 'cue' && found.ids.includes((yaml.value as { id: string }).id))
  return at ? [{ file: at.file, message: found.message, span: at.yaml.placeOf(['id']) }] : []
}

/**
 * Reads a folder with rules, topics, concepts and lists of words; `root` is what paths in problems start from. Data alone: nothing in it
 * is run. With problems, the pack holds the files that have none.
 */
export async function loadOwnPack(path: string, root: string, shipped: Base): Promise<LoadedPack> {
  const { files, problems } = await read(path, root)
  const usable = files.filter(({ yaml }) => yaml.value !== undefined && (shipped.lenient !== 'folder' || ownKind(yaml.value) !== undefined))
  const cueIds = [...shipped.cues.map((cue) => cue.id), ...usable.flatMap(({ yaml }) => idOfKind('cue', yaml.value))]
  const told = new Map(usable.map((one) => [one, complaintsOf(one, shipped, cueIds)]))
  const fine = usable.filter((one) => told.get(one)?.length === 0).map(({ path: name, yaml }): PackFile => ({ path: name, data: yaml.value }))
  const all: Problem[] = [
    ...problems, ...files.flatMap(({ yaml }) => yaml.problems), ...twice(usable),
    ...[...told].flatMap(([{ file, yaml }, complaints]) => complaints.map(({ message, path: way, atKey }): Problem => ({ file, message, span: yaml.placeOf(way, atKey) }))),
  ]
  const sources = new Map(files.map(({ file, source }) => [file, source]))
  if (files.length === 0 && problems.length === 0) all.push({ file: wayTo(root, path), message: 'There is no YAML file in this folder.' })
  try {
    const own = ownPack(fine)
    return { own, problems: [...all, ...circles(own, usable, shipped)], sources }
  } catch (error) {
    if (!(error instanceof PackError)) throw error
    return { own: ownPack([]), problems: [...all, { file: wayTo(root, path), message: error.message }], sources }
  }
}
