import { join } from 'node:path'
import { glob } from 'tinyglobby'
import type { UserTopic } from '../model/config.js'
import type { Problem } from '../model/document.js'
import { NEVER } from './choose-files.js'
import { checkTopic } from './check-rule-file.js'
import { readSource } from './read-source.js'
import { wayTo } from './ways.js'
import { readYaml, type YamlFile } from './yaml-file.js'

/** In bytes; nobody writes so many topics. */
const LARGEST = 1 << 20

/** The folder that paths start from, and the one that reports write them from. */
interface Place {
  readonly folder: string
  readonly root: string
}

export interface LoadedTopics {
  readonly topics: readonly UserTopic[]
  readonly problems: readonly Problem[]
  readonly sources: ReadonlyMap<string, string>
}

const isMap = (value: unknown): value is UserTopic => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is wrong with the topics of a file. */
function problemsOf(file: string, yaml: YamlFile, cueIds: readonly string[] | undefined): readonly Problem[] {
  const items: readonly unknown[] = Array.isArray(yaml.value) ? yaml.value : [yaml.value]
  if (!items.every(isMap)) return [{ file, message: 'A file of topics holds one topic (a map with id, title, cues and measures) or a list of topics.', span: yaml.placeOf([]) }]
  return items.flatMap((item, index) => checkTopic(item, cueIds).map((complaint) => ({
    file, message: complaint.message, span: yaml.placeOf([...(Array.isArray(yaml.value) ? [index] : []), ...complaint.path], complaint.atKey),
  })))
}

/** Reads files with topics of the user's own: one topic, or a list of them, in each. Undefined when the path matches no file. */
export async function loadTopics({ folder, root }: Place, path: string, cueIds?: readonly string[]): Promise<LoadedTopics | undefined> {
  const outside = path.startsWith('/') || path.split('/').includes('..')
  const files = outside ? [] : await glob(path, { cwd: folder, followSymbolicLinks: false, ignore: NEVER })
  if (files.length === 0) return undefined
  const topics: UserTopic[] = []
  const problems: Problem[] = []
  const sources = new Map<string, string>()
  for (const name of files.sort()) {
    const file = wayTo(root, join(folder, name))
    const decoded = readSource(join(folder, name), LARGEST)
    if (decoded.text === undefined) {
      problems.push({ file, ...decoded })
      continue
    }
    sources.set(file, decoded.text)
    const yaml = readYaml(file, decoded.text)
    problems.push(...yaml.problems)
    if (yaml.value === undefined) continue
    const items: readonly unknown[] = Array.isArray(yaml.value) ? yaml.value : [yaml.value]
    topics.push(...items.filter(isMap))
    problems.push(...problemsOf(file, yaml, cueIds))
  }
  return { topics, problems, sources }
}
