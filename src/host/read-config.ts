import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Config, UserTopic } from '../model/config.js'
import type { Problem, Side } from '../model/document.js'
import { checkConfig, type Surroundings } from './check-config.js'
import type { PlacedEntry } from './choose-files.js'
import type { RawEntry } from './config-schema.js'
import { listed, toConfig, toEntry } from './config-value.js'
import { decode } from './decode.js'
import { ConfigError } from './errors.js'
import { loadTopics } from './load-topics.js'
import { readYaml, type YamlFile } from './yaml-file.js'

/** A configuration file as read. With problems, `config` holds only as much as could be made of it. */
export interface ConfigFile {
  /** The folder that all paths are relative to. */
  readonly root: string
  readonly name: string
  readonly config: Config
  readonly entries: readonly PlacedEntry[]
  readonly problems: readonly Problem[]
  readonly sources: ReadonlyMap<string, string>
}

function readSource(path: string): string {
  const decoded = decode(readFileSync(path))
  if (decoded.text !== undefined) return decoded.text
  throw new ConfigError(dirname(path), [{ file: basename(path), ...decoded }], new Map())
}

function hasPath(value: unknown): value is RawEntry {
  return typeof value === 'string' || typeof (value as { path?: unknown } | null)?.path === 'string'
}

/** The entries of a side, taken from the unchecked data: their globs are tried even where other settings are wrong. */
function entriesOf(yaml: YamlFile, side: Side): readonly PlacedEntry[] {
  const value = (yaml.value as Record<string, unknown> | null | undefined)?.[side]
  const items = listed<unknown>(value)
  return items.flatMap((item, index) => {
    if (!hasPath(item)) return []
    const path = [side, ...(Array.isArray(value) ? [index] : []), ...(typeof item === 'string' ? [] : ['path'])]
    return [{ side, entry: toEntry(item), span: yaml.placeOf(path) }]
  })
}

interface TopicFiles {
  readonly topics: readonly UserTopic[]
  readonly problems: readonly Problem[]
  readonly sources: readonly (readonly [string, string])[]
}

async function topicsOf(yaml: YamlFile, name: string, root: string, cueIds: readonly string[] | undefined): Promise<TopicFiles> {
  const value = (yaml.value as { topics?: unknown } | null | undefined)?.topics
  const topics: UserTopic[] = []
  const problems: Problem[] = []
  const sources: (readonly [string, string])[] = []
  for (const [index, item] of listed<unknown>(value).entries()) {
    if (typeof item !== 'string') continue
    const loaded = await loadTopics(root, item, cueIds)
    if (!loaded) problems.push({ file: name, message: `"${item}" matches no file in the project folder.`, span: yaml.placeOf(['topics', ...(Array.isArray(value) ? [index] : [])]) })
    else {
      topics.push(...loaded.topics)
      problems.push(...loaded.problems)
      sources.push(...loaded.sources)
    }
  }
  return { topics, problems, sources }
}

/** Reads `saydo.yaml`. What is wrong with it is gathered, with places, so that all can be told together. */
export async function readConfig(path: string, surroundings: Surroundings): Promise<ConfigFile> {
  const [root, name] = [dirname(path), basename(path)]
  const source = readSource(path)
  const yaml = readYaml(name, source)
  const parsed = yaml.value !== undefined
  const { raw, complaints } = checkConfig(yaml.value, surroundings)
  const topicFiles = await topicsOf(yaml, name, root, surroundings.cueIds)
  const config = toConfig(raw ?? {}, surroundings.today)
  const told = complaints.map((complaint): Problem => ({ file: name, message: complaint.message, span: yaml.placeOf(complaint.path, complaint.atKey) }))
  return {
    root, name,
    config: { ...config, topics: [...config.topics, ...topicFiles.topics] },
    entries: [...entriesOf(yaml, 'say'), ...entriesOf(yaml, 'do')],
    problems: parsed ? [...yaml.problems, ...told, ...topicFiles.problems] : yaml.problems,
    sources: new Map([[name, source], ...topicFiles.sources]),
  }
}
