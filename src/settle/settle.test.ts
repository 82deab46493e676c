import { describe, expect, test } from 'vitest'
import type { Config } from '../model/config.js'
import type { Finding } from '../model/finding.js'
import type { SuppressedRule, Suppression } from '../model/suppression.js'
import { settle, type Settled } from './settle.js'

const ruleIds = ['promise/contradicted', 'promise/weakened', 'term/mismatch', 'wording/scripted']
const nearest = (written: string, names: readonly string[]): string | undefined => names.find((name) => name.startsWith(written.slice(0, 12)))

const spot = (place: string): Finding['at'] => {
  const [file = '', start = ''] = place.split(':')
  return { file, span: { start: Number(start), end: Number(start) + 5 }, quote: place }
}

const finding = (ruleId: string, at: string, ...related: readonly string[]): Finding => ({
  ruleId, severity: 'warning', at: spot(at), related: related.map(spot), what: { id: 'x', slots: {} }, why: [], fingerprint: `${ruleId} ${at}`,
})

const asks = (rule: string | undefined, from: number, to: number, reason = 'so'): Suppression => ({
  text: `saydo-disable ${rule ?? ''}`, span: { start: from, end: from + 1 }, reason, rules: [{ id: rule, span: { start: from, end: from + 1 }, covers: { start: from, end: to } }],
})

function settled(findings: readonly Finding[], suppressions: Readonly<Record<string, readonly Suppression[]>>, rules: Config['rules'] = {}): Settled {
  return settle(findings, { suppressions: new Map(Object.entries(suppressions)), ruleIds, nearest }, () => ({ business: 'retail', rules, hasTerm: () => true }))
}

const reported = ({ findings }: Settled): readonly string[] => findings.map(({ ruleId, at }) => `${ruleId} ${at.file}:${at.span.start}`)

describe('a finding is kept quiet', () => {
  const contradicted = finding('promise/contradicted', 'say.md:10', 'do.md:20')

  test('beside the place that it stands at, and beside the other one', () => {
    for (const [file, at] of [['say.md', 10], ['do.md', 20]] as const) {
      const result = settled([contradicted], { [file]: [asks('promise/contradicted', at, at + 5)] })
      expect([reported(result), result.suppressed.map(({ by }) => `${by.file} ${by.reason}`)]).toEqual([[], [`${file} so`]])
    }
  })

  test('by a note that names no rule', () => {
    expect(reported(settled([contradicted], { 'say.md': [asks(undefined, 0, 100)] }))).toEqual([])
  })

  test('not by a note for another rule, another place or another file', () => {
    const notes = [asks('promise/weakened', 0, 100), asks('promise/contradicted', 15, 100), asks('promise/contradicted', 0, 10)]
    expect(reported(settled([contradicted], { 'say.md': notes, 'other.md': [asks(undefined, 0, 100)] }))).toContain('promise/contradicted say.md:10')
  })

  test('against one of two instructions, while the other is still reported', () => {
    const other = finding('promise/contradicted', 'say.md:10', 'phone.md:40')
    const result = settled([contradicted, other], { 'do.md': [asks('promise/contradicted', 20, 25)] })
    expect(result.findings.map(({ related }) => related.map(({ file }) => file))).toEqual([['phone.md']])
  })

  test('without a lesser finding about the same two places coming up instead', () => {
    const weakened = finding('promise/weakened', 'say.md:10', 'do.md:20')
    expect(reported(settled([contradicted, weakened], { 'say.md': [asks('promise/contradicted', 10, 15)] }))).toEqual([])
  })

  test('but not beside a place that only shows the right name', () => {
    const wrongName = finding('term/mismatch', 'say.md:10', 'do.md:20')
    expect(reported(settled([wrongName], { 'do.md': [asks('term/mismatch', 20, 25)] }))).toEqual(['saydo/unused-suppression do.md:20', 'term/mismatch say.md:10'])
  })
})

describe('what is wrong with a note is reported:', () => {
  const slots = ({ findings }: Settled): readonly unknown[] => findings.map(({ ruleId, what }) => [ruleId, what.slots])
  const rule = (id: string): SuppressedRule => ({ id, span: { start: 0, end: 1 } })

  test('nothing is there to keep quiet', () => {
    expect(slots(settled([], { 'say.md': [asks('promise/weakened', 0, 9), asks(undefined, 0, 9)] }))).toEqual([
      ['saydo/unused-suppression', { rule: 'promise/weakened' }], ['saydo/unused-suppression', {}],
    ])
  })

  test('not where the rule is off, for then nobody can tell', () => {
    expect(slots(settled([], { 'say.md': [asks('promise/weakened', 0, 9)] }, { 'promise/weakened': { severity: 'off', options: {} } }))).toEqual([])
  })

  test('no reason', () => {
    expect(slots(settled([finding('wording/scripted', 'do.md:3')], { 'do.md': [asks('wording/scripted', 3, 9, '')] }))).toEqual([['saydo/missing-reason', {}]])
  })

  test('a rule that there is not, with the nearest that there is; of words that are like none, only the first', () => {
    const asked: Suppression = { ...asks(undefined, 0, 9), rules: [rule('promise/weaken'), rule('while'), rule('it'), rule('rains'), rule('promise/contradict')] }
    expect(slots(settled([], { 'say.md': [asked] }))).toEqual([
      ['saydo/unknown-rule', { rule: 'promise/weaken', name: 'promise/weakened' }], ['saydo/unknown-rule', { rule: 'while' }], ['saydo/unknown-rule', { rule: 'promise/contradict', name: 'promise/contradicted' }],
    ])
  })

  test('as the configuration wants it', () => {
    expect(reported(settled([], { 'say.md': [asks('promise/weakened', 0, 9)] }, { 'saydo/unused-suppression': { severity: 'off', options: {} } }))).toEqual([])
  })
})
