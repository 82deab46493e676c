import { basename, dirname } from 'node:path'
import { isPlain } from '../engine/path-pattern.js'
import type { Config, UserTopic } from '../model/config.js'
import type { Problem, Side } from '../model/document.js'
import type { Pack } from '../model/pack.js'
import { withOwn } from '../packs/own-pack.js'
import { checkConfig, type Surroundings } from './check-config.js'
import type { PlacedEntry } from './choose-files.js'
import { type Layer, namesUnder, readLayers } from './config-layers.js'
import type { RawConfig, RawEntry } from './config-schema.js'
import { listed, mergedConfig, toConfig, toEntry } from './config-value.js'
import { loadTopics } from './load-topics.js'
import { resolveName } from './resolve-name.js'

/** What a configuration is read with. */
export interface ReadOptions {
  /** The day to take where the configuration names none. */
  readonly today: string
  /** The rules of saydo, which packs of the user's own are added to. */
  readonly pack: Pack
}

/** A configuration as read, with all that it extends. With problems, `config` holds only as much as could be made of it. */
export interface ConfigFile {
  /** The folder that all paths are relative to. */
  readonly root: string
  readonly name: string
  readonly config: Config
  readonly entries: readonly PlacedEntry[]
  /** The folders under `projects`, as written; empty for a configuration of one project. */
  readonly projects: readonly string[]
  /** The rules of saydo with those of the packs that the configuration names. */
  readonly pack: Pack
  readonly problems: readonly Problem[]
  readonly sources: ReadonlyMap<string, string>
}

function hasPath(value: unknown): value is RawEntry {
  return typeof value === 'string' || typeof (value as { path?: unknown } | null)?.path === 'string'
}

/** The entries of a side, taken from the unchecked data: their globs are tried even where other settings are wrong. */
function entriesOf({ yaml, file }: Layer, side: Side): readonly PlacedEntry[] {
  const value = (yaml.value as Record<string, unknown> | null | undefined)?.[side]
  const items = listed<unknown>(value)
  return items.flatMap((item, index) => {
    if (!hasPath(item)) return []
    const path = [side, ...(Array.isArray(value) ? [index] : []), ...(typeof item === 'string' ? [] : ['path'])]
    return [{ side, entry: toEntry(item), file, span: yaml.placeOf(path) }]
  })
}

const isNamed = ({ yaml }: Layer, key: string): boolean => typeof yaml.value === 'object' && yaml.value !== null && key in yaml.value

/** The layer that says which documents there are: the nearest that names a side. */
const sidesOf = (layers: readonly Layer[]): readonly PlacedEntry[] => {
  const layer = layers.findLast((one) => isNamed(one, 'say') || isNamed(one, 'do'))
  return layer ? [...entriesOf(layer, 'say'), ...entriesOf(layer, 'do')] : []
}

/** What came of reading a part of a configuration, beside its value. */
interface Told {
  readonly problems: readonly Problem[]
  readonly sources: readonly (readonly [string, string])[]
}

async function topicsOf(layers: readonly Layer[], root: string, cueIds: readonly string[] | undefined): Promise<Told & { readonly topics: readonly UserTopic[] }> {
  const topics: UserTopic[] = []
  const problems: Problem[] = []
  const sources: (readonly [string, string])[] = []
  for (const { yaml, file, folder } of layers) {
    for (const { name, path } of namesUnder(yaml, 'topics').filter((one) => isPlain(one.name))) {
      const loaded = await loadTopics({ folder, root }, name, cueIds)
      if (!loaded) problems.push({ file, message: `"${name}" matches no file in the project folder.`, span: yaml.placeOf(path) })
      else {
        topics.push(...loaded.topics)
        problems.push(...loaded.problems)
        sources.push(...loaded.sources)
      }
    }
  }
  return { topics, problems, sources }
}

/** The packs of all layers on top of saydo's own rules. */
async function packsOf(layers: readonly Layer[], root: string, shipped: Pack): Promise<Told & { readonly pack: Pack }> {
  const problems: Problem[] = []
  const sources: (readonly [string, string])[] = []
  let pack = shipped
  for (const { yaml, file, folder } of layers) {
    for (const { name, path } of namesUnder(yaml, 'packs')) {
      const found = resolveName(name, folder, { kind: 'folder', inPackage: ['rules', ''] })
      if (found.path === undefined) {
        problems.push({ file, message: found.message, span: yaml.placeOf(path) })
        continue
      }
      const { loadOwnPack } = await import('./load-own-pack.js')
      const loaded = await loadOwnPack(found.path, root, pack)
      pack = withOwn(pack, loaded.own)
      problems.push(...loaded.problems)
      sources.push(...loaded.sources)
    }
  }
  return { pack, problems, sources }
}

/** What the layers say together, and what is wrong with each. */
function combined(layers: readonly Layer[], surroundings: Surroundings): { readonly config: Config; readonly raw: RawConfig; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  let config = toConfig({}, surroundings.today)
  let nearest: RawConfig = {}
  for (const [index, { yaml, file }] of layers.entries()) {
    const { raw = {}, complaints } = yaml.value === undefined ? { complaints: [] } : checkConfig(yaml.value, surroundings)
    problems.push(...yaml.problems, ...complaints.map(({ message, path, atKey }): Problem => ({ file, message, span: yaml.placeOf(path, atKey) })))
    if (index < layers.length - 1 && raw.projects !== undefined) problems.push({ file, message: 'A file that others extend cannot list projects.', span: yaml.placeOf(['projects'], true) })
    config = mergedConfig(config, toConfig(raw, surroundings.today), raw)
    nearest = raw
  }
  return { config, raw: nearest, problems }
}

/** Reads `saydo.yaml` and what it extends. What is wrong with any of these files is gathered, with places, so that all can be told together. */
export async function readConfig(path: string, { today, pack: shipped }: ReadOptions): Promise<ConfigFile> {
  const [root, name] = [dirname(path), basename(path)]
  const { layers, problems } = readLayers(path)
  const packs = await packsOf(layers, root, shipped)
  const { pack } = packs
  const around: Surroundings = { today, pack, ruleIds: pack.rules.map((rule) => rule.id), cueIds: pack.cues.map((cue) => cue.id) }
  const { config, raw, problems: own } = combined(layers, around)
  const topics = await topicsOf(layers, root, around.cueIds)
  return {
    root, name, pack,
    config: { ...config, topics: [...config.topics, ...topics.topics] },
    entries: sidesOf(layers),
    projects: listed<string>(raw.projects),
    problems: [...own, ...problems, ...packs.problems, ...topics.problems],
    sources: new Map([...layers.map(({ file, source }) => [file, source] as const), ...packs.sources, ...topics.sources]),
  }
}
