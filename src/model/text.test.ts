import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineStarts, placeOf, proseBuilder, sourceSpan } from './text.js'

describe('prose maps back to its source', () => {
  test('a decoded entity is taken whole', () => {
    const builder = proseBuilder()
    builder.same('14', 2)
    builder.instead(' ', 4, 6)
    builder.same('days', 10)
    const prose = builder.build()
    expect(prose.text).toBe('14 days')
    expect(sourceSpan(prose, { start: 0, end: 7 })).toEqual({ start: 2, end: 14 })
    expect(sourceSpan(prose, { start: 2, end: 3 })).toEqual({ start: 4, end: 10 })
  })

  test('any range of prose lies between the source of its ends, in order', () => {
    const piece = fc.record({ text: fc.string({ minLength: 1, maxLength: 6 }), extra: fc.integer({ min: 0, max: 5 }), gap: fc.integer({ min: 0, max: 4 }) })
    fc.assert(fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (pieces, a, b) => {
      const builder = proseBuilder()
      let at = 0
      for (const { text, extra, gap } of pieces) {
        at += gap
        if (extra === 0) builder.same(text, at)
        else builder.instead(text, at, text.length + extra)
        at += text.length + extra
      }
      const prose = builder.build()
      const [start, end] = [a % prose.text.length, b % prose.text.length].sort((x, y) => x - y) as [number, number]
      const span = sourceSpan(prose, { start, end: end + 1 })
      return span.start >= 0 && span.end > span.start && span.end <= at
    }))
  })
})

test.each([
  ['a\nb', 2, 2, 1],
  ['a\r\nb', 3, 2, 1],
  ['a\rb', 2, 2, 1],
  ['abc', 1, 1, 2],
])('%j: offset %i is line %i, column %i', (source, offset, line, column) => {
  expect(placeOf(lineStarts(source), { start: offset, end: offset })).toMatchObject({ line, column })
})
