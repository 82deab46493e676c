import { existsSync } from 'node:fs'
import { basename, isAbsolute, join, resolve } from 'node:path'
import * as v from 'valibot'
import type { BaselineEntry } from '../model/baseline.js'
import { lineStarts, placeOf, type Span } from '../model/text.js'
import { harmless } from '../reporters/harmless.js'
import { BASELINE } from './baseline-name.js'
import { describeIssues } from './describe-issue.js'
import { UsageError } from './errors.js'
import { readSource } from './read-source.js'
import { leavesFolder, wayTo } from './ways.js'
import { writeWhole } from './write-file.js'
import { readYaml } from './yaml-file.js'

/** Rises when a field changes its meaning; a baseline of another version is not read. */
const VERSION = 1
/** In bytes: some two hundred thousand findings. */
const LARGEST = 100 << 20
const ABOUT = 'Findings that were known when this was written. saydo check --baseline reports only others; saydo baseline writes it anew.'
const REMEDY = 'Take the file from your version control, or write it anew with saydo baseline.'

const entry = v.object({
  rule: v.string('text'),
  files: v.pipe(v.array(v.string('text'), 'a list of files'), v.minLength(1, 'a list of files')),
  quote: v.string('text'),
  fingerprint: v.pipe(v.string('text of 16 letters'), v.regex(/^[0-9a-f]{16}$/, 'text of 16 letters from 0 to f')),
  count: v.optional(v.pipe(v.number('a number'), v.integer('a whole number'), v.minValue(1, 'a number above 0')), 1),
})
const baseline = v.object({ version: v.literal(VERSION, `${VERSION}`), findings: v.array(entry, 'a list') }, 'a map of keys and values')

/** Where the baseline of a project is: as the flag says, from where the user stands; as the configuration says; or beside it. Throws a UsageError for a configuration that leads out of the project. */
export function baselinePath(flag: string | undefined, configured: string | undefined, at: { readonly cwd: string; readonly root: string }): string {
  if (flag !== undefined) return resolve(at.cwd, flag)
  const path = join(at.root, configured ?? BASELINE)
  if (configured !== undefined && (isAbsolute(configured) || leavesFolder(wayTo(at.root, path)))) throw new UsageError(`The baseline of saydo.yaml, "${configured}", leads out of the project folder.`, 'Name a file inside it.')
  return path
}

/** A baseline's path as the user would type it. */
export const shownPath = (path: string, cwd: string): string => wayTo(cwd, path) || path

function damaged(shown: string, source: string, span: Span | undefined, what: string): UsageError {
  const place = span ? placeOf(lineStarts(source), span) : undefined
  return new UsageError(`${shown}${place ? `:${place.line}:${place.column}` : ''}: This is not a baseline that saydo can use. ${what}`, REMEDY)
}

/** Finds the place of what is wrong. Takes its time, for JSON is also YAML, and that reader knows where everything stands. */
function complaint(shown: string, source: string): UsageError {
  const conflict = /^(?:<{7}|={7}|>{7})(?: .*)?$/m.exec(source)
  if (conflict) return damaged(shown, source, { start: conflict.index, end: conflict.index + 7 }, 'Two versions of it were merged, and git left both.')
  const yaml = readYaml(shown, source)
  const [problem] = yaml.problems
  if (problem) return damaged(shown, source, problem.span, problem.message)
  const [wrong] = describeIssues(v.safeParse(baseline, yaml.value).issues ?? [])
  return wrong ? damaged(shown, source, yaml.placeOf(wrong.path, wrong.atKey), wrong.message) : damaged(shown, source, undefined, 'It is not JSON.')
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

function sourceOf(path: string, shown: string): string {
  const decoded = readSource(path, LARGEST)
  if (decoded.text !== undefined) return decoded.text
  throw new UsageError(`${shown}: ${decoded.message}`, REMEDY)
}

/** Reads a baseline. Throws a UsageError that says where it is damaged and what to do. */
export function readBaseline(path: string, cwd: string): readonly BaselineEntry[] {
  const shown = shownPath(path, cwd)
  if (!existsSync(path)) throw new UsageError(`There is no baseline "${shown}".`, 'saydo baseline writes one.')
  const source = sourceOf(path, shown)
  const data = parsed(source)
  const version = (data as { version?: unknown } | null | undefined)?.version
  if (typeof version === 'number' && version > VERSION) throw new UsageError(`${shown} was written by a newer saydo.`, 'Use that one, or write the baseline anew with saydo baseline.')
  const result = v.safeParse(baseline, data)
  if (!result.success) throw complaint(shown, source)
  return result.output.findings
}

/** One finding in a line, so that a change of the baseline can be read in version control. */
function lineOf({ rule, files, quote, fingerprint, count }: BaselineEntry): string {
  return `    ${JSON.stringify({ rule, files, quote: harmless(quote), fingerprint, ...(count > 1 ? { count } : {}) })}`
}

/** Nobody should lose a page to a slip after --output; a damaged baseline may be written over. */
function refuseOthers(path: string, cwd: string): void {
  if (basename(path) === BASELINE || !existsSync(path)) return
  const shown = shownPath(path, cwd)
  const source = sourceOf(path, shown)
  if (source.trim() !== '' && !source.includes('"findings"')) throw new UsageError(`"${shown}" is something else than a baseline, so saydo does not write over it.`, 'Give another name after --output.')
}

/** Writes a baseline, whole or not at all. Throws a UsageError when it cannot, or when something else stands there. */
export async function writeBaseline(path: string, entries: readonly BaselineEntry[], cwd: string): Promise<void> {
  refuseOthers(path, cwd)
  const findings = entries.length === 0 ? '[]' : `[\n${entries.map(lineOf).join(',\n')}\n  ]`
  await writeWhole(path, `{\n  "version": ${VERSION},\n  "about": ${JSON.stringify(ABOUT)},\n  "findings": ${findings}\n}\n`)
}
