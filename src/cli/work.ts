import type { Lines } from '../host/changed-lines.js'
import type { Work } from '../host/changes.js'
import type { Project } from '../host/open-project.js'
import type { Phrase, Report, Spot } from '../model/finding.js'
import type { CheckInput } from '../model/program.js'
import { lineStarts, type Place, placeOf } from '../model/text.js'
import { harmless } from '../reporters/harmless.js'
import { knownOf, sift } from '../settle/baseline.js'
import { narrow } from './narrow.js'
import type { World } from './world.js'

/** Which work is looked at. */
export interface WorkFlags {
  readonly since?: string
  readonly staged?: boolean
}

/** The work that was asked for; undefined when everything is to be reported. */
export async function askedWork(project: Project, { since, staged }: WorkFlags): Promise<Work | undefined> {
  if (since === undefined && !staged) return undefined
  // git and the comparing of lines are loaded only by those who ask for them
  const { workSince, workStaged } = await import('../host/changes.js')
  return since === undefined ? workStaged(project) : workSince(since, project)
}

const meet = (place: Place, { first, last }: Lines): boolean => place.line <= last && first <= place.endLine

function toucher({ after, lines }: Work): (spot: Spot) => boolean {
  const starts = new Map<string, readonly number[]>()
  const startsOf = (path: string): readonly number[] => {
    const known = starts.get(path) ?? lineStarts(after.find((file) => file.path === path)?.source ?? '')
    starts.set(path, known)
    return known
  }
  return ({ file, span }) => {
    const changed = lines.get(file)
    return changed !== undefined && changed.length > 0 && changed.some((range) => meet(placeOf(startsOf(file), span), range))
  }
}

/** A check of somebody's work: of everything as it stands now, and what of it the work is the cause of. */
export interface WorkReport {
  readonly whole: Report
  readonly caused: Report
}

/** A check of everything, whoever caused what. */
export async function checkAll(check: World['check'], input: CheckInput): Promise<WorkReport> {
  const whole = await check(input)
  return { whole, caused: whole }
}

/** Says what the report is limited to. */
export function toldOf({ before, after, lines }: Work, { since }: WorkFlags): Phrase {
  const here = new Set(after.map(({ path }) => path))
  const changed = lines.size + before.filter(({ path }) => !here.has(path)).length
  return { id: since === undefined ? 'cli.staged' : 'cli.since', slots: { n: String(changed), ref: harmless(since ?? '') } }
}

/**
 * Checks everything twice, with and without the work: only so is a promise found that is broken by a change, or by a
 * deletion, in a document of the other side. To these come the findings that were there before and one of whose places
 * stands on a line that was changed. The cache knows the documents that did not change and, after a check of
 * everything, the report without the work.
 */
export async function checkWork(check: World['check'], input: CheckInput, work: Work): Promise<WorkReport> {
  const whole = await check({ ...input, files: work.after })
  const before = await check({ ...input, files: work.before })
  const fresh = sift(whole.findings, knownOf(before.findings)).fresh
  const touches = toucher(work)
  return {
    whole,
    caused: narrow(whole, {
      finding: (finding) => fresh.has(finding) || [finding.at, ...finding.related].some(touches),
      problem: ({ file }) => work.touched.has(file),
    }),
  }
}
