import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../model/finding.js'
import { baselineOf, goneOf, knownBy, pruned, sift } from './baseline.js'

const print = (letter: string): string => letter.repeat(16)

/** A finding that stands for one fault or several, at some place. */
function finding(faults: string, at = 0, file = 'say.md'): Finding {
  const [first = '', ...also] = [...faults].map(print)
  const spot = (path: string): Finding['at'] => ({ file: path, span: { start: at, end: at + 1 }, quote: `what ${faults} says` })
  return { ruleId: 'a/b', severity: 'warning', at: spot(file), related: [spot('do.md')], what: { id: 'x', slots: {} }, why: [], fingerprint: first, ...(also.length > 0 ? { also } : {}) }
}

const fresh = (now: readonly Finding[], before: readonly Finding[]): readonly string[] =>
  [...sift(now, knownBy(baselineOf(before))).fresh].map(({ at, fingerprint }) => `${fingerprint[0]}${at.span.start}`)

describe('a check against a baseline', () => {
  test('reports what is new, wherever the known findings have gone to', () => {
    expect(fresh([finding('b', 1), finding('a', 90)], [finding('a', 5)])).toEqual(['b1'])
  })

  test('counts: of three alike where two are known, the last is new', () => {
    expect(fresh([finding('a', 1), finding('a', 2), finding('a', 3)], [finding('a'), finding('a')])).toEqual(['a3'])
  })

  test('a finding for several faults is known only if each of them is', () => {
    expect(fresh([finding('ab', 1)], [finding('a')])).toEqual(['a1'])
    expect(fresh([finding('a', 1)], [finding('ab')])).toEqual([])
  })

  test('two branches that have both noted a finding have noted it once', () => {
    const [entry] = baselineOf([finding('a')])
    expect([...knownBy([entry, entry].flatMap((one) => one ?? []))]).toEqual([[print('a'), 1]])
  })
})

describe('what no longer occurs', () => {
  const before = baselineOf([finding('a'), finding('a'), finding('b')])
  const { gone } = sift([finding('a')], knownBy(before))

  test('is told with how often', () => {
    expect(goneOf(before, gone).map(({ fingerprint, count }) => [fingerprint[0], count])).toEqual([['a', 1], ['b', 1]])
  })

  test('is taken out, unless its document could not be read', () => {
    expect(pruned(before, gone, new Set()).map(({ fingerprint, count }) => [fingerprint[0], count])).toEqual([['a', 1]])
    expect(pruned(before, gone, new Set(['do.md']))).toEqual(before)
  })
})

const some = fc.array(fc.record({ faults: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }).map((all) => all.join('')), at: fc.nat(99), file: fc.constantFrom('say.md', 'faq.md') }), { maxLength: 8 })
  .map((all) => all.map(({ faults, at, file }) => finding(faults, at, file)))

describe('whatever is found', () => {
  test('a baseline of today knows it all, and nothing of it is gone', () => {
    fc.assert(fc.property(some, (findings) => {
      const { fresh: news, gone } = sift(findings, knownBy(baselineOf(findings)))
      expect([news.size, gone.size]).toEqual([0, 0])
    }))
  })

  test('the order of the findings does not change what the baseline knows, nor the order of its lines', () => {
    fc.assert(fc.property(some, (findings) => {
      const order = (all: readonly Finding[]): readonly string[] => baselineOf(all).map(({ fingerprint, count }) => `${fingerprint} ${count}`).sort()
      expect(order([...findings].reverse())).toEqual(order(findings))
    }))
  })

  test('a pruned baseline has nothing to prune, and knows what the whole one knew of today', () => {
    fc.assert(fc.property(some, some, (before, now) => {
      const whole = baselineOf(before)
      const rest = pruned(whole, sift(now, knownBy(whole)).gone, new Set())
      const [old, cut] = [sift(now, knownBy(whole)), sift(now, knownBy(rest))]
      expect(cut.gone.size).toBe(0)
      expect([...cut.fresh]).toEqual([...old.fresh])
    }))
  })
})
