import * as v from 'valibot'
import { tokenize } from '../languages/index.js'
import { OWN_SCHEMAS, type OwnKind } from '../packs/own-pack.js'
import { compilePattern } from '../packs/pattern.js'
import type { Complaint, Path } from './describe-issue.js'
import { didYouMean } from './nearest.js'

type Issue = v.BaseIssue<unknown>

const WANTED: Readonly<Record<string, string>> = { string: 'text', array: 'a list', record: 'a map', strict_object: 'a map', object_with_rest: 'a map', boolean: 'true or false' }

/** What people call a file of each kind. */
const NOUNS: Readonly<Record<OwnKind, string>> = { rule: 'rule', topic: 'topic', concepts: 'file of concepts', cue: 'list of words' }

const keysOf = (kind: OwnKind): readonly string[] => Object.keys((OWN_SCHEMAS[kind] as { readonly entries?: object }).entries ?? {})

function sentence(issue: Issue, path: Path, kind: OwnKind): string {
  const key = String(path.at(-1) ?? '')
  if (issue.expected === 'never') return `A ${NOUNS[kind]} has no "${key}"${path.length > 1 ? ' here' : ''}. ${path.length > 1 ? '' : didYouMean(key, keysOf(kind))}`.trim()
  if (issue.type === 'picklist') return `"${key}" should be one of ${(issue.expected ?? '').replace(/[()"]/g, '').replaceAll(' |', ',')}.`
  const wanted = WANTED[issue.type]
  return wanted === undefined ? issue.message : `"${key}" should be ${wanted}.`
}

function complaintOf(issue: Issue, kind: OwnKind): Complaint {
  const path = (issue.path ?? []).map((item) => item.key as string | number)
  const atKey = issue.path?.at(-1)?.origin === 'key'
  if (atKey && issue.input === undefined) return { path: path.slice(0, -1), atKey: false, message: `"${String(path.at(-1))}" is missing from this ${NOUNS[kind]}.` }
  return { path, atKey, message: sentence(issue, path, kind) }
}

/** Every text in a value, with the way to it. */
function* texts(value: unknown, path: Path): Generator<readonly [string, Path]> {
  if (typeof value === 'string') yield [value, path]
  else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) yield* texts(inner, [...path, Array.isArray(value) ? Number(key) : key])
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z]+)?$/

/** Patterns are the items of a list under a language tag. The texts of examples are none, nor are the broader concepts under `is`. */
const isPattern = (path: Path): boolean => typeof path.at(-1) === 'number' && LANGUAGE.test(String(path.at(-2))) && path[0] !== 'examples' && path.at(-2) !== 'is'

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

/** What is wrong with a file of the user's own, in sentences, with the way to each place in it. */
export function checkRuleFile(kind: OwnKind, data: unknown, cueIds?: readonly string[]): readonly Complaint[] {
  const result = v.safeParse(OWN_SCHEMAS[kind], data)
  if (!result.success) return result.issues.map((issue) => complaintOf(issue, kind))
  return [...texts(data, [])].filter(([, path]) => isPattern(path)).flatMap(([pattern, path]) => {
    const message = patternComplaint(pattern, cueIds)
    return message === undefined ? [] : [{ path, atKey: false, message }]
  })
}

/** The same for a topic, wherever it stands. */
export const checkTopic = (topic: unknown, cueIds?: readonly string[]): readonly Complaint[] => checkRuleFile('topic', topic, cueIds)
