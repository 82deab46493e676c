import type { Finding, Spot } from '../model/finding.js'
import type { Problem } from '../model/document.js'
import { toChange } from './advice.js'
import { jsonText } from './json-text.js'
import { say } from './phrase.js'
import { placesIn, type Places } from './places.js'
import type { Reporter, View } from './reporter.js'
import { understoodData } from './understood-data.js'

/** The version of the format; it rises when a field changes its meaning or goes away. */
const FORMAT = 1

const spotOf = (spot: Spot, places: Places): object => ({ file: spot.file, ...places.of(spot.file, spot.span), quote: spot.quote, owner: spot.owner })

function relatedOf(spot: Spot, view: View, places: Places): object {
  return { ...spotOf(spot, places), message: spot.note ? say(spot.note, view.messages) : '' }
}

/** Which place should probably change, and why. */
function changeOf(finding: Finding, view: View, places: Places): object | undefined {
  const spot = toChange(finding)
  return finding.change && spot && { file: spot.file, ...places.of(spot.file, spot.span), message: say(finding.change.because, view.messages) }
}

function findingOf(finding: Finding, view: View, places: Places): object {
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    message: say(finding.what, view.messages),
    topic: finding.topic,
    ...spotOf(finding.at, places),
    related: finding.related.map((spot) => relatedOf(spot, view, places)),
    change: changeOf(finding, view, places),
    fix: finding.fix && { ...places.of(finding.at.file, finding.fix.span), was: finding.fix.was, text: finding.fix.text },
    why: finding.why.map((phrase) => say(phrase, view.messages)),
    fingerprint: finding.fingerprint,
  }
}

function problemOf(problem: Problem, places: Places): object {
  const place = places.ofProblem(problem)
  return { file: problem.file, line: place?.line, column: place?.column, message: problem.message }
}

/** For programs. Fields that do not apply are left out. */
export const json: Reporter = {
  id: 'json',
  render(view) {
    const places = placesIn(view)
    const { summary, findings, problems } = view.report
    return `${jsonText({
      version: FORMAT,
      tool: { name: 'saydo', version: view.version },
      summary: {
        errors: summary.errors, warnings: summary.warnings, infos: summary.infos,
        documents: { say: summary.documents.say, do: summary.documents.do },
        promises: summary.promises, kept: summary.kept, suppressed: view.report.suppressed.length,
      },
      findings: findings.map((finding) => findingOf(finding, view, places)),
      problems: problems.map((problem) => problemOf(problem, places)),
      ...(view.report.baseline ? { baseline: view.report.baseline } : {}),
      ...(view.report.unread.length > 0 ? { unread: view.report.unread } : {}),
      ...understoodData(view, places),
    })}\n`
  },
}
