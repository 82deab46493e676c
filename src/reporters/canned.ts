import type { Finding, Report, Silence, Spot } from '../model/finding.js'
import type { LedgerEntry } from '../model/ledger.js'
import type { Rule } from '../model/pack.js'

/** A hand-made report that every report format and command is tried with. */

const RETURNS = '# Returns\n\nYou can return anything within **30 days**.\n\tIf it is broken, we pay.\n'
const REFUNDS = '# Refunds\n\nAccept returns up to 14 days. Be kind.\n'

export const cannedSources: ReadonlyMap<string, string> = new Map([['say/returns.md', RETURNS], ['do/refunds.md', REFUNDS]])

function spot(file: string, words: string, note?: Spot['note']): Spot {
  const start = (cannedSources.get(file) ?? '').indexOf(words)
  return { file, span: { start, end: start + words.length }, quote: words, ...(note ? { note } : {}) }
}

const contradicted: Finding = {
  ruleId: 'promise/contradicted', severity: 'error', topic: 'returns.window',
  at: spot('say/returns.md', '30 days'),
  related: [{ ...spot('do/refunds.md', '14 days', { id: 'finding.told-here', slots: {} }), owner: '@shop/desk' }],
  what: { id: 'finding.contradicted', slots: { said: '30 days', told: '14 days' } },
  why: [{ id: 'why.shorter', slots: { low: '14', high: '30' } }],
  change: { where: 'related', because: { id: 'change.newer', slots: { newer: '2025-11-01', older: '2025-03-01' } } },
  fingerprint: 'abc123',
}

const unbacked: Finding = {
  ruleId: 'promise/unbacked', severity: 'warning', at: spot('say/returns.md', 'we pay'), related: [],
  what: { id: 'finding.unheard-of', slots: { quote: 'we pay' } }, why: [], fingerprint: 'def456',
}

const cannedSilence: Silence = { ...spot('do/refunds.md', 'Be kind'), code: 'no-unit', slots: {} }

const promise = { title: false, language: 'en', values: [], claims: [], scope: [], conditions: [], holds: 'today', told: [], findings: [] } as const

const cannedLedger: readonly LedgerEntry[] = [
  {
    ...promise, id: '00000000000000a1', topic: 'returns.window', spot: spot('say/returns.md', '30 days'), values: ['30 days'], claims: ['returns.window duration 30–30 atMost'], verdict: 'contradicted',
    told: [{ spot: spot('do/refunds.md', '14 days'), touchpoint: 'phone', verdict: 'contradicted', finding: 'abc123' }],
    findings: [{ ruleId: 'promise/contradicted', severity: 'error', fingerprint: 'abc123' }],
  },
  {
    ...promise, id: '00000000000000a2', spot: spot('say/returns.md', 'we pay'), owner: 'Vera', validUntil: '2025-12-01', verdict: 'unbacked',
    findings: [{ ruleId: 'promise/unbacked', severity: 'warning', fingerprint: 'def456' }],
  },
  {
    ...promise, id: '00000000000000a3', spot: spot('say/returns.md', 'You can return anything'), verdict: 'kept',
    told: [{ spot: spot('do/refunds.md', 'Accept returns'), touchpoint: 'phone', verdict: 'kept' }],
  },
]

const cannedDocuments: Report['documents'] = [
  { path: 'say/returns.md', side: 'say', language: 'en' },
  { path: 'do/refunds.md', side: 'do', language: 'en', touchpoint: 'phone', owner: 'Tom' },
]

export const cannedReport: Report = {
  documents: cannedDocuments,
  summary: { errors: 1, warnings: 1, infos: 0, documents: { say: 1, do: 1 }, promises: 3, kept: 1 },
  findings: [contradicted, unbacked],
  suppressed: [],
  ledger: cannedLedger,
  problems: [{ file: 'say/old.txt', message: 'This file is saved as UTF-16.', line: 2, column: 5 }],
  silences: [cannedSilence],
  unread: [],
}

export const cleanReport: Report = {
  documents: cannedDocuments,
  summary: { errors: 0, warnings: 0, infos: 0, documents: { say: 1, do: 1 }, promises: 3, kept: 3 },
  findings: [], suppressed: [], ledger: cannedLedger.map((entry) => ({ ...entry, verdict: 'kept', findings: [], told: [] })), problems: [], silences: [], unread: [],
}

function rule(id: string, severity: Rule['severity']): Rule {
  const example = { business: 'retail', language: 'en', say: ['Return within 30 days.'], do: ['Accept within 14 days.'] }
  return {
    id, severity, title: `About ${id}`, why: 'Customers plan by what\n they read.', fix: 'Make both the same.',
    sides: [], patterns: {}, unless: {}, unlessNear: {}, parts: [], about: {}, options: {}, bad: [example], good: [{ ...example, do: ['Accept within 30 days.'] }],
  }
}

export const cannedRules: readonly Rule[] = [rule('promise/contradicted', 'error'), rule('promise/unbacked', 'warning'), rule('wording/scripted', 'warning')]

export const cannedMessages: Readonly<Record<string, string>> = {
  'finding.contradicted': 'Customers are promised {said}, staff are told {told}.',
  'finding.told-here': 'is what staff are told',
  'why.shorter': '{low} is less than {high}',
}
