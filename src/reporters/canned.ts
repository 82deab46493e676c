import type { Finding, Report, Silence, Spot } from '../model/finding.js'
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
  related: [spot('do/refunds.md', '14 days', { id: 'finding.told-here', slots: {} })],
  what: { id: 'finding.contradicted', slots: { said: '30 days', told: '14 days' } },
  why: [{ id: 'why.shorter', slots: { low: '14', high: '30' } }],
  fingerprint: 'abc123',
}

const unbacked: Finding = {
  ruleId: 'promise/unbacked', severity: 'warning', at: spot('say/returns.md', 'we pay'), related: [],
  what: { id: 'finding.unheard-of', slots: { quote: 'we pay' } }, why: [], fingerprint: 'def456',
}

export const cannedSilence: Silence = { ...spot('do/refunds.md', 'Be kind'), code: 'no-unit', slots: {} }

export const cannedReport: Report = {
  summary: { errors: 1, warnings: 1, infos: 0, documents: { say: 1, do: 1 }, promises: 3, kept: 1 },
  findings: [contradicted, unbacked],
  problems: [{ file: 'say/old.txt', message: 'This file is saved as UTF-16.', line: 2, column: 5 }],
  silences: [cannedSilence],
  unread: [],
}

export const cleanReport: Report = {
  summary: { errors: 0, warnings: 0, infos: 0, documents: { say: 1, do: 1 }, promises: 3, kept: 3 },
  findings: [], problems: [], silences: [], unread: [],
}

function rule(id: string, severity: Rule['severity']): Rule {
  const example = { business: 'retail', language: 'en', say: ['Return within 30 days.'], do: ['Accept within 14 days.'] }
  return {
    id, severity, title: `About ${id}`, why: 'Customers plan by what\n they read.', fix: 'Make both the same.',
    sides: [], patterns: {}, unless: {}, unlessNear: {}, parts: [], about: {}, bad: [example], good: [{ ...example, do: ['Accept within 30 days.'] }],
  }
}

export const cannedRules: readonly Rule[] = [rule('promise/contradicted', 'error'), rule('promise/unbacked', 'warning'), rule('wording/scripted', 'warning')]

export const cannedMessages: Readonly<Record<string, string>> = {
  'finding.contradicted': 'Customers are promised {said}, staff are told {told}.',
  'finding.told-here': 'is what staff are told',
  'why.shorter': '{low} is less than {high}',
}
