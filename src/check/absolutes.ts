import type { Statement } from '../model/claim.js'
import type { Finding } from '../model/finding.js'
import { type CheckContext, finding, type Outcome, phrase, spotOf } from './context.js'
import { wordsIn } from './identity.js'
import { isAllowed } from './options.js'

const RULE = 'promise/absolute'
const LIMITS = ['limit', 'refuse', 'deny', 'except', 'only-for', 'hedge']
/** A related limit must share so much with the promise. */
const NEED = 0.5

/** `promise/absolute`: promises that nobody can keep every time. */
export function checkAbsolutes(context: CheckContext): Outcome {
  const findings: Finding[] = []
  const { across } = context.matched
  for (const statement of across.keys()) {
    const allowed = isAllowed(context.settings(statement.file), { id: RULE })
    const mark = statement.marks.find((m) => m.key === `rule:${RULE}` && !allowed(m))
    if (!mark || statement.formal || statement.marks.some((m) => m.key === `unless:${RULE}`)) continue
    const limit = across.get(statement)?.find((pair) => pair.score >= NEED && isLimit(pair.b))?.b
    findings.push(finding({
      ruleId: RULE, severity: 'warning', at: spotOf(statement), related: limit ? [spotOf(limit, phrase('note.limit'))] : [],
      what: phrase('finding.absolute', { words: mark.text }), why: [phrase('why.phrase', { words: mark.text })],
      identity: [wordsIn(statement.quote)], alone: true,
    }))
  }
  return { findings, silences: [] }
}

const isLimit = (statement: Statement): boolean => LIMITS.some((cue) => statement.cues.has(cue)) || statement.quantities.length > 0
