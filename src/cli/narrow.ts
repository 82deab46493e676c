import type { Report } from '../model/finding.js'

/** A report with only some of its findings and problems; the counts follow, the promises and documents stay. */
export function narrow(report: Report, keep: Partial<Pick<Keep, 'finding' | 'problem'>>): Report {
  const findings = report.findings.filter(keep.finding ?? (() => true))
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length
  return {
    ...report,
    narrowed: true,
    findings,
    suppressed: report.suppressed.filter(({ finding }) => (keep.finding ?? (() => true))(finding)),
    problems: report.problems.filter(keep.problem ?? (() => true)),
    summary: { ...report.summary, errors: count('error'), warnings: count('warning'), infos: count('info') },
  }
}

interface Keep {
  readonly finding: (finding: Report['findings'][number]) => boolean
  readonly problem: (problem: Report['problems'][number]) => boolean
}

/** Whether a file is one of the paths, or in one of them. */
export const isIn = (paths: readonly string[], file: string): boolean => paths.some((path) => path === '' || file === path || file.startsWith(`${path}/`))

/** Keeps what is about one of these files or folders; a finding counts for all the files that it names. */
export function narrowToPaths(report: Report, paths: readonly string[]): Report {
  if (paths.length === 0) return report
  return narrow(report, {
    finding: (finding) => [finding.at, ...finding.related].some((spot) => isIn(paths, spot.file)),
    problem: (problem) => isIn(paths, problem.file),
  })
}
