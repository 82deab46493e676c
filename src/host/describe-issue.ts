import type * as v from 'valibot'
import { didYouMean, nearest } from './nearest.js'

export type Path = readonly (string | number)[]

/** One thing that is wrong with a value, in words, and where: a path into it. */
export interface Complaint {
  readonly path: Path
  /** The key itself is meant, not what stands under it. */
  readonly atKey: boolean
  readonly message: string
}

const pathOf = (issue: v.BaseIssue<unknown>): Path => (issue.path ?? []).map((item) => item.key as string | number)

/** Of the ways in which a choice of shapes failed, those that got further in than its front door. */
function deepest(issue: v.BaseIssue<unknown>): readonly v.BaseIssue<unknown>[] {
  if (issue.type !== 'union' || !issue.issues) return [issue]
  const inner = (issue.issues as readonly v.BaseIssue<unknown>[]).flatMap(deepest).filter((each) => each.path !== undefined)
  if (inner.length === 0) return [issue]
  return inner.map((each) => ({ ...each, path: [...(issue.path ?? []), ...(each.path ?? [])] }) as v.BaseIssue<unknown>)
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map'
  if (typeof value === 'boolean') return `the yes/no value ${String(value)}`
  if (typeof value === 'string') return value === '' ? 'empty' : `"${value}"`
  return typeof value === 'number' ? `the number ${value}` : 'something else'
}

/** The names that a choice allows; valibot keeps them only as text. */
const choices = (issue: v.BaseIssue<unknown>): readonly string[] => [...(issue.expected ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1] as string)

function unknownKey(path: Path, known: readonly string[]): string {
  const key = String(path.at(-1))
  return `There is no setting "${key}"${path.length > 1 ? ' here' : ''}. ${didYouMean(key, known)}`.trim()
}

function wrongValue(issue: v.BaseIssue<unknown>, path: Path): string {
  const name = [...path].reverse().find((part) => typeof part === 'string')
  const meant = typeof issue.input === 'string' ? nearest(issue.input, choices(issue)) : undefined
  const subject = name === undefined ? 'The configuration' : typeof path.at(-1) === 'number' ? `Each item of "${name}"` : `"${name}"`
  const quotes = issue.expected === 'string' && typeof issue.input === 'number' ? ' Put it in quotes.' : ''
  return `${subject} should be ${issue.message}, but it is ${kindOf(issue.input)}.${meant === undefined ? '' : ` Did you mean "${meant}"?`}${quotes}`
}

function describe(issue: v.BaseIssue<unknown>): Complaint {
  const path = pathOf(issue)
  if (issue.type === 'never') return { path, atKey: true, message: unknownKey(path, issue.message.split(', ')) }
  const missing = issue.path?.at(-1)?.origin === 'key'
  if (missing) return { path: path.slice(0, -1), atKey: false, message: `"${String(path.at(-1))}" is missing here.` }
  return { path, atKey: false, message: wrongValue(issue, path) }
}

/** What valibot found, in plain sentences. */
export function describeIssues(issues: readonly v.BaseIssue<unknown>[]): readonly Complaint[] {
  return issues.flatMap(deepest).map(describe)
}
