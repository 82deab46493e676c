import * as v from 'valibot'
import type { UserTopic } from '../model/config.js'
import type { Concept, Cue, Example, LanguageData, Measure, Member, Pack, Rule, Topic, Words } from '../model/pack.js'
import { byCodeUnits } from '../model/text.js'
import { conceptFile, cueFile, languageFile, messageFile, othersFile, ruleFile, topicFile } from './schema.js'

/** One parsed file of a rules folder; `path` is relative to that folder. */
export interface PackFile {
  readonly path: string
  readonly data: unknown
}

/** A file of a rule pack that cannot be used; names the file and what is wrong, in a sentence for its author. */
export class PackError extends Error {}

function read<S extends v.GenericSchema>(schema: S, file: PackFile): v.InferOutput<S> {
  const result = v.safeParse(schema, file.data)
  if (result.success) return result.output
  const issue = result.issues[0]
  const where = v.getDotPath(issue)
  throw new PackError(`rules/${file.path}${where ? `, at "${where}"` : ''}: ${issue.message}`)
}

const stem = (path: string): string => (path.split('/').at(-1) as string).replace(/\.ya?ml$/, '')

type RawMember = { id: string; words: Words; businesses?: readonly string[] }
const memberOf = (raw: RawMember): Member => ({ id: raw.id, words: raw.words, businesses: raw.businesses ?? [] })

function topicOf(raw: v.InferOutput<typeof topicFile>): Topic {
  const measures = Object.entries(raw.measures).map(([id, m]): Measure => ({
    id, title: m.title, role: m.role, cues: m.cues, not: m.not, no: m.no, members: m.members.map(memberOf), burden: m.burden, least: m.least, notFrom: m.notFrom,
  }))
  return { id: raw.id, title: raw.title, covers: raw.covers, cues: raw.cues, measures }
}

/** Throws a PackError for a file that is no topic. */
export const topicFrom = (file: PackFile): Topic => topicOf(read(topicFile, file))

/** Throws a PackError for a file that is none of concepts. */
export function conceptsOf(file: PackFile): Concept[] {
  return Object.entries(read(conceptFile, file).concepts).map(([id, raw]) => {
    const { is, scope, common, ...words } = raw
    return { id, field: stem(file.path), is, scope, common, words: words }
  })
}

/** Throws a PackError for a file that is no list of words. */
export function cueOf(file: PackFile): Cue {
  const { id, title: _title, ...words } = read(cueFile, file)
  const refers = Object.values(words as Words).flat().flatMap((pattern) => [...pattern.matchAll(LIST)].map((match) => match[1] as string))
  return { id, words: words, ...(refers.length > 0 ? { refers: [...new Set(refers)] } : {}) }
}

/** What a pattern calls another list by. */
const LIST = /<([a-z-]+)>/g

const many = (texts: string | readonly string[]): readonly string[] => (typeof texts === 'string' ? [texts] : texts)

/** Every rule that looks for words can be told which to let pass. */
const ALLOW: Rule['options'] = { allow: { type: 'words', title: 'Words that this rule lets pass.' } }
const isOfWords = ({ patterns, parts, sides }: v.InferOutput<typeof ruleFile>): boolean => sides.length > 0 && (Object.keys(patterns).length > 0 || parts.some((part) => part.businesses.length > 0))

/** Throws a PackError for a file that is no rule. */
export function ruleOf(file: PackFile): Rule {
  const raw = read(ruleFile, file)
  const example = (e: (typeof raw.examples.bad)[number]): Example => ({ ...e, say: many(e.say), do: many(e.do) })
  if (file.path.replace(/\.ya?ml$/, '') !== raw.id && !file.path.endsWith(`${raw.id.split('/')[1]}.yaml`)) {
    throw new PackError(`rules/${file.path}: the file should be called ${raw.id}.yaml, as its id says.`)
  }
  return {
    id: raw.id, severity: raw.severity, title: raw.title, why: raw.why, fix: raw.fix, sides: raw.sides,
    patterns: raw.patterns, unless: raw.unless, unlessNear: raw.unless_near, parts: raw.parts.map(memberOf), about: raw.about,
    ...(Object.keys(raw.replace).length > 0 ? { replace: raw.replace } : {}),
    options: { ...(isOfWords(raw) ? ALLOW : {}), ...raw.options },
    bad: raw.examples.bad.map(example), good: raw.examples.good.map(example),
  }
}

/** Languages that saydo can only name. */
const OTHERS = 'others.yaml'
const FAMILIES = ['promise', 'instruction', 'term', 'wording', 'playbook', 'saydo']

/** Puts the files of a rules folder together. Throws a PackError for the first file that cannot be used. */
export function assemble(files: readonly PackFile[]): Pack {
  const inside = (folder: string): readonly PackFile[] => files.filter((file) => file.path.startsWith(`${folder}/`)).sort((a, b) => byCodeUnits(a.path, b.path))
  const byTag = <T>(folder: string, of: (file: PackFile) => T): Record<string, T> => Object.fromEntries(inside(folder).map((file) => [stem(file.path), of(file)]))
  const pack: Pack = {
    topics: inside('topics').map(topicFrom),
    concepts: inside('concepts').flatMap(conceptsOf),
    cues: inside('cues').map(cueOf),
    rules: FAMILIES.flatMap((family) => inside(family).map(ruleOf)),
    languages: byTag('languages', (file) => read(languageFile, file) as LanguageData),
    messages: byTag('messages', (file) => read(messageFile, file)),
    others: Object.assign({}, ...files.filter((file) => file.path === OTHERS).map((file) => read(othersFile, file))) as Pack['others'],
  }
  unique('topic', pack.topics)
  unique('concept', pack.concepts)
  unique('rule', pack.rules)
  return pack
}

function unique(kind: string, items: readonly { readonly id: string }[]): void {
  const seen = new Set<string>()
  for (const { id } of items) {
    if (seen.has(id)) throw new PackError(`The ${kind} "${id}" is defined twice.`)
    seen.add(id)
  }
}

/** Two lists of words as one, language by language. */
export const joined = (a: Words, b: Words): Words =>
  Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].map((tag) => [tag, [...(a[tag] ?? []), ...(b[tag] ?? [])]]))

/** What two definitions of one topic say together; where both define a measure, the second one's holds. */
export function mergedTopic(a: Topic, b: Topic): Topic {
  const measures = new Map([...a.measures, ...b.measures].map((measure) => [measure.id, measure]))
  return { ...a, cues: joined(a.cues, b.cues), measures: [...measures.values()] }
}

/**
 * The pack with topics of the user's own. One with the id of a shipped topic adds its words and measures to it. Throws a
 * PackError for a topic that is none; whoever read it has told of that before, with its place.
 */
export function withTopics(pack: Pack, topics: readonly UserTopic[]): Pack {
  const all = new Map(pack.topics.map((topic) => [topic.id, topic]))
  for (const data of topics) {
    const topic = topicFrom({ path: 'topics', data })
    const shipped = all.get(topic.id)
    all.set(topic.id, shipped ? mergedTopic(shipped, topic) : topic)
  }
  return { ...pack, topics: [...all.values()] }
}
