import type { Report } from '../model/finding.js'
import { EXIT, type Exit } from './world.js'

/** How strict the user wants the end of a check to be. */
export interface Strictness {
  readonly maxWarnings?: number
  readonly exitZero?: boolean
  readonly allowEmpty?: boolean
}

/** True when nothing could have been found: no documents, or customers are promised nothing in those they read. */
export function isEmptyRun({ summary: { documents, promises } }: Report): boolean {
  return documents.say + documents.do === 0 || (documents.say > 0 && promises === 0)
}

/** What a check ends with. An empty run is never a silent green, not even with --exit-zero. */
export function outcome(report: Report, strictness: Strictness): Exit {
  if (isEmptyRun(report) && !strictness.allowEmpty) return EXIT.usage
  if (strictness.exitZero) return EXIT.clean
  const tooMany = strictness.maxWarnings !== undefined && report.summary.warnings > strictness.maxWarnings
  return report.summary.errors > 0 || report.problems.length > 0 || tooMany ? EXIT.findings : EXIT.clean
}
