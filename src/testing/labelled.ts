import type { Finding, Spot } from '../model/finding.js'
import { lineStarts, placeOf } from '../model/text.js'

/** A place that a label names. */
export interface GoldPlace {
  readonly file: string
  /** Counts from 1. */
  readonly line: number
  readonly quote: string
}

/** Something that is wrong in a company's texts, by the label of the person who wrote them. */
export interface GoldFinding {
  readonly id: string
  readonly rule: string
  /** Rules that would be as good. */
  readonly also?: readonly string[]
  readonly at: readonly GoldPlace[]
  readonly why: string
}

/** The labels of one company: its `gold.json`. */
export interface Gold {
  readonly language: string
  readonly findings: readonly GoldFinding[]
  /** Places that look wrong and are not; what is reported there is wrong, as it is everywhere else. */
  readonly traps: readonly { readonly id: string; readonly not: readonly string[]; readonly at: readonly GoldPlace[]; readonly why: string }[]
  /** What may be reported, or not: people could argue about it. */
  readonly allow?: readonly { readonly rule: string; readonly at: readonly GoldPlace[] }[]
}

/** How many findings of one company were right, how many were wrong, and how many labels nothing answered. */
export interface Figures {
  readonly right: number
  readonly wrong: number
  readonly missed: number
}

/** The same, with names. */
export interface Score {
  readonly right: readonly GoldFinding[]
  readonly wrong: readonly Finding[]
  readonly missed: readonly GoldFinding[]
}

/** Rules that hold two places against each other: to find one of the two is not enough. */
const PAIR_RULES: ReadonlySet<string> = new Set(['contradicted', 'weakened', 'undisclosed-condition', 'needs-approval', 'withheld', 'inconsistent'])

/** A sentence can wrap, so that its quote stands on the line before or after. */
const TOLERANCE = 1

/** Whether a spot covers the place that a label names. */
type Covers = (spot: Spot, place: GoldPlace) => boolean

function coversIn(sources: ReadonlyMap<string, string>): Covers {
  const starts = new Map([...sources].map(([path, source]) => [path, lineStarts(source)]))
  return ({ file, span }, place) => {
    if (file !== place.file) return false
    const { line, endLine } = placeOf(starts.get(file) ?? [0], span)
    return line - TOLERANCE <= place.line && place.line <= endLine + TOLERANCE
  }
}

function answers(finding: Finding, gold: GoldFinding, covers: Covers): boolean {
  if (finding.ruleId !== gold.rule && !gold.also?.includes(finding.ruleId)) return false
  const own = gold.at.filter((place) => covers(finding.at, place))
  const isPair = gold.at.length > 1 && PAIR_RULES.has(finding.ruleId.split('/')[1] ?? '')
  if (!isPair) return own.length > 0
  return own.some((first) => gold.at.some((second) => second !== first && finding.related.some((spot) => covers(spot, second))))
}

/** Holds the findings of one company against its labels. `sources` are its documents by path, to tell lines. */
export function scoreAgainst(gold: Gold, findings: readonly Finding[], sources: ReadonlyMap<string, string>): Score {
  const covers = coversIn(sources)
  const isAllowed = (finding: Finding): boolean =>
    gold.allow?.some(({ rule, at }) => rule === finding.ruleId && at.some((place) => covers(finding.at, place))) ?? false
  const answered = new Set<GoldFinding>()
  const wrong: Finding[] = []
  for (const finding of findings) {
    const fitting = gold.findings.filter((one) => answers(finding, one, covers))
    const free = fitting.find((one) => !answered.has(one))
    if (free) answered.add(free)
    // a label reported twice counts once, and the second report is no false alarm
    else if (fitting.length === 0 && finding.severity !== 'info' && !isAllowed(finding)) wrong.push(finding)
  }
  const isRight = (one: GoldFinding): boolean => answered.has(one)
  return { right: gold.findings.filter(isRight), wrong, missed: gold.findings.filter((one) => !isRight(one)) }
}

/** The score in numbers. */
export const figuresOf = ({ right, wrong, missed }: Score): Figures => ({ right: right.length, wrong: wrong.length, missed: missed.length })

const moved = (what: string, from: number, to: number): string => `${what} ${to < from ? 'fell' : 'rose'} from ${from} to ${to}`

/** How a company does worse than the figures that are kept, in a sentence; undefined when it does not. */
export function worse(company: string, kept: Figures, now: Figures): string | undefined {
  const changes = [
    ...(now.right < kept.right ? [moved('right findings', kept.right, now.right)] : []),
    ...(now.wrong > kept.wrong ? [moved('wrong findings', kept.wrong, now.wrong)] : []),
  ]
  return changes.length > 0 ? `${company} does worse than before: ${changes.join(', and ')}.` : undefined
}

/** How a company does better than the figures that are kept, in a sentence; undefined when it does not, or is also worse. */
export function better(company: string, kept: Figures, now: Figures): string | undefined {
  if (worse(company, kept, now)) return undefined
  const changes = [
    ...(now.right > kept.right ? [moved('right findings', kept.right, now.right)] : []),
    ...(now.wrong < kept.wrong ? [moved('wrong findings', kept.wrong, now.wrong)] : []),
  ]
  return changes.length > 0 ? `${company} does better than before: ${changes.join(', and ')}.` : undefined
}
