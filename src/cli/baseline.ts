import type { Project } from '../host/open-project.js'
import type { Finding, Report } from '../model/finding.js'
import { narrow } from './narrow.js'
import type { World } from './world.js'

/** `--baseline`, with a file or without; `--no-baseline` makes it false. */
export interface BaselineFlags {
  readonly baseline?: string | boolean
}

/** What a baseline makes of a check. */
export interface Judged {
  readonly file: string
  readonly fresh: ReadonlySet<Finding>
  readonly gone: NonNullable<Report['baseline']>['gone']
}

/** Compares a check with the baseline that was asked for, by a flag or by the configuration; undefined where there is none. */
export async function judge(whole: Report, { baseline }: BaselineFlags, project: Pick<Project, 'root' | 'config'>, { cwd }: Pick<World, 'cwd'>): Promise<Judged | undefined> {
  const { root, config } = project
  if (baseline === false || (baseline === undefined && config.baseline === undefined)) return undefined
  const [{ baselinePath, readBaseline, shownPath }, { goneOf, knownBy, sift }] = await Promise.all([import('../host/baseline-file.js'), import('../settle/baseline.js')])
  const path = baselinePath(typeof baseline === 'string' ? baseline : undefined, config.baseline, { cwd, root })
  const entries = readBaseline(path, cwd)
  const { fresh, gone } = sift(whole.findings, knownBy(entries))
  return { file: shownPath(path, cwd), fresh, gone: goneOf(entries, gone) }
}

/** The report without what the baseline knows; that is only counted. */
export function withoutKnown(report: Report, judged: Judged | undefined): Report {
  if (!judged) return report
  const { file, fresh, gone } = judged
  const known = report.findings.filter((finding) => !fresh.has(finding))
  const rest = known.length === 0 ? report : narrow(report, { finding: (finding) => fresh.has(finding) })
  return { ...rest, suppressed: report.suppressed, baseline: { file, known: known.length, gone } }
}
