import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Aligner } from './align.js'
import { linksOf, turned } from './links.js'

const SIZE = 40
/** Statements that share what a table says; candidates are named twice, as an index of words does. */
const tables = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: SIZE, maxLength: SIZE }), { minLength: SIZE, maxLength: SIZE })

function judgeBy(table: readonly (readonly number[])[]): Aligner {
  let faced = 0
  const scored = (b: number): number => table[faced]?.[b] ?? 0
  return { face: (a) => { faced = a }, score: scored, shared: scored, telling: () => 1, align: () => { throw new Error('not asked for here') } }
}

const everyone = Array.from({ length: SIZE }, (_, i) => i)
const linked = (table: readonly (readonly number[])[]): ReturnType<typeof linksOf> =>
  linksOf(SIZE, { members: everyone, candidates: () => Int32Array.from(everyone) }, judgeBy(table))
const partnersIn = ({ starts, others }: ReturnType<typeof linksOf>, statement: number): number[] => [...others.slice(starts[statement], starts[statement + 1])]

test('a partner is named once, the best first, and never the statement itself', () => {
  fc.assert(fc.property(tables, (table) => {
    const links = linked(table)
    for (const statement of everyone) {
      const partners = partnersIn(links, statement)
      const scores = partners.map((other) => table[statement]?.[other] ?? 0)
      expect(new Set(partners).size).toBe(partners.length)
      expect(partners).not.toContain(statement)
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      expect(scores.every((score) => score > 0)).toBe(true)
    }
  }), { numRuns: 30 })
})

test('turned round, the links are the same', () => {
  fc.assert(fc.property(tables, (table) => {
    const links = linked(table)
    const back = turned(links, SIZE, SIZE)
    const there = everyone.flatMap((a) => partnersIn(links, a).map((b) => `${a} ${b}`))
    const here = everyone.flatMap((b) => back.of(b).map(([a]) => `${a} ${b}`))
    expect(here.toSorted()).toEqual(there.toSorted())
  }), { numRuns: 30 })
})
