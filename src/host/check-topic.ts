import * as v from 'valibot'
import { tokenize } from '../languages/index.js'
import { compilePattern } from '../packs/pattern.js'
import { topicFile } from '../packs/schema.js'
import type { Complaint, Path } from './describe-issue.js'
import { didYouMean } from './nearest.js'

type Issue = v.BaseIssue<unknown>

const WANTED: Readonly<Record<string, string>> = { string: 'text', array: 'a list', record: 'a map', strict_object: 'a map', boolean: 'true or false' }
const TOPIC_KEYS = Object.keys(topicFile.entries)

function sentence(issue: Issue, path: Path): string {
  const key = String(path.at(-1) ?? '')
  if (issue.expected === 'never') return `A topic has no "${key}"${path.length > 1 ? ' here' : ''}. ${path.length > 1 ? '' : didYouMean(key, TOPIC_KEYS)}`.trim()
  if (issue.type === 'picklist') return `"${key}" should be one of ${(issue.expected ?? '').replace(/[()"]/g, '').replaceAll(' |', ',')}.`
  const wanted = WANTED[issue.type]
  return wanted === undefined ? issue.message : `"${key}" should be ${wanted}.`
}

function complaintOf(issue: Issue): Complaint {
  const path = (issue.path ?? []).map((item) => item.key as string | number)
  const atKey = issue.path?.at(-1)?.origin === 'key'
  if (atKey && issue.input === undefined) return { path: path.slice(0, -1), atKey: false, message: `"${String(path.at(-1))}" is missing from this topic.` }
  return { path, atKey, message: sentence(issue, path) }
}

/** Every pattern in a list of words, with the way to it: a list under a language tag, wherever it stands. */
function* patterns(value: unknown, path: Path): Generator<readonly [string, Path]> {
  if (typeof value === 'string') yield [value, path]
  else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) yield* patterns(inner, [...path, Array.isArray(value) ? Number(key) : key])
}

const WORD_KEYS: ReadonlySet<string> = new Set(['cues', 'not', 'no', 'words'])
const LISTS = /<([a-z-]+)>/g

function patternComplaint(pattern: string, cueIds: readonly string[] | undefined): string | undefined {
  try {
    compilePattern(pattern, tokenize)
  } catch (error) {
    return (error as Error).message
  }
  const unknown = [...pattern.matchAll(LISTS)].map((match) => match[1] as string).find((id) => cueIds?.includes(id) === false)
  return unknown === undefined ? undefined : `There is no list of words <${unknown}>. ${didYouMean(unknown, cueIds ?? [])}`.trim()
}

/** What is wrong with a topic of the user's own, in sentences, with the way to each place in it. */
export function checkTopic(topic: unknown, cueIds?: readonly string[]): readonly Complaint[] {
  const result = v.safeParse(topicFile, topic)
  if (!result.success) return result.issues.map(complaintOf)
  return [...patterns(topic, [])].filter(([, path]) => WORD_KEYS.has(String(path.at(-3)))).flatMap(([pattern, path]) => {
    const message = patternComplaint(pattern, cueIds)
    return message === undefined ? [] : [{ path, atKey: false, message }]
  })
}
