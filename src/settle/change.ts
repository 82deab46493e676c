import type { Extract, Statement } from '../model/claim.js'
import type { Change, Finding } from '../model/finding.js'
import type { Phrase, Spot } from '../model/spot.js'

/** Rules whose two places say different things, so that one of them has to change. */
const OPPOSED: ReadonlySet<string> = new Set([
  'promise/contradicted', 'promise/withheld', 'promise/needs-approval', 'promise/weakened', 'promise/undisclosed-condition', 'promise/inconsistent', 'instruction/inconsistent',
])
/** Of these, the promise is kept when staff follow it; of the others a page may well be what lacks a word. */
const KEPT_BY_STAFF: ReadonlySet<string> = new Set(['promise/contradicted', 'promise/withheld', 'promise/needs-approval', 'promise/weakened'])

/** The cue list of what terms and conditions are called. */
const LEGAL = 'legal-page'
const DATE = /^\d{4}-\d{2}-\d{2}/

/** The two places that part, as statements. */
interface Pair {
  readonly at: Statement
  readonly other: Statement
}

/** Votes for one of the two places. */
type Vote = Change | undefined

const change = (where: Change['where'], id: string, slots: Phrase['slots'] = {}): Change => ({ where, because: { id, slots } })

/** The terms bind, so the other place follows them. */
function byTerms({ at, other }: Pair): Vote {
  const isLegal = (statement: Statement): boolean => statement.side === 'say' && statement.above.has(LEGAL)
  if (isLegal(at) === isLegal(other)) return undefined
  return change(isLegal(at) ? 'related' : 'at', 'change.terms')
}

/** The day on which somebody last looked at a document; ISO days are in the order of their letters. */
const dayOf = ({ tags }: Statement): string | undefined =>
  [tags.updated, tags.reviewed].flatMap((day) => day?.match(DATE)?.[0] ?? []).toSorted().at(-1)

/** What was looked at later is more likely to be right. */
function byDay({ at, other }: Pair): Vote {
  const [here, there] = [dayOf(at), dayOf(other)]
  if (here === undefined || there === undefined || here === there) return undefined
  return here < there ? change('at', 'change.newer', { older: here, newer: there }) : change('related', 'change.newer', { older: there, newer: here })
}

/** In how many documents the value of a statement stands. */
export type Agreement = (statement: Statement, topic: string | undefined) => number

/** What most documents say is more likely to be right. */
function byNumber({ at, other }: Pair, topic: string | undefined, agreement: Agreement): Vote {
  const [here, there] = [agreement(at, topic), agreement(other, topic)]
  if (Math.min(here, there) === 0 || here === there) return undefined
  return change(here < there ? 'at' : 'related', 'change.more', { n: String(Math.max(here, there)) })
}

/**
 * Which of two places should probably change: what the terms say holds; else the day of the last look and the number of
 * documents decide, unless they part; else staff follow what customers have read. Undefined when nothing speaks for one.
 */
function judge(finding: Finding, pair: Pair, agreement: Agreement): Vote {
  const terms = byTerms(pair)
  if (terms) return terms
  const votes = [byDay(pair), byNumber(pair, finding.topic, agreement)].filter((vote) => vote !== undefined)
  if (votes.length > 0) return votes.every((vote) => vote.where === votes[0]?.where) ? votes[0] : undefined
  const isRead = KEPT_BY_STAFF.has(finding.ruleId) && finding.severity !== 'info' && pair.at.side === 'say' && pair.other.side === 'do'
  return isRead ? change('related', 'change.public') : undefined
}

function agreementIn(extracts: readonly Extract[]): Agreement {
  const files = new Map<string, Set<string>>()
  const keysOf = (statement: Statement): readonly string[] =>
    statement.claims.flatMap(({ topic, quantity }) => (topic && quantity ? [`${topic} ${quantity.low} ${quantity.high} ${quantity.unit ?? ''}`] : []))
  for (const { file, statements } of extracts) {
    for (const key of statements.flatMap(keysOf)) files.set(key, (files.get(key) ?? new Set()).add(file))
  }
  return (statement, topic) => {
    const key = keysOf(statement).find((each) => each.startsWith(`${topic} `))
    return key === undefined ? 0 : files.get(key)?.size ?? 0
  }
}

/** Findings with the place that should probably change and the reason, where there is a reason. */
export function withChange(findings: readonly Finding[], extracts: readonly Extract[]): Finding[] {
  const opposed = findings.filter((finding) => OPPOSED.has(finding.ruleId))
  if (opposed.length === 0) return [...findings]
  const statements = new Map(extracts.flatMap((extract) => extract.statements.map((statement) => [`${statement.file}:${statement.span.start}`, statement] as const)))
  const agreement = agreementIn(extracts)
  const find = (spot: Spot | undefined): Statement | undefined => spot && statements.get(`${spot.file}:${spot.span.start}`)
  return findings.map((finding) => {
    const [at, other] = [find(finding.at), find(finding.related[0])]
    if (!OPPOSED.has(finding.ruleId) || !at || !other) return finding
    return { ...finding, change: judge(finding, { at, other }, agreement) }
  })
}
