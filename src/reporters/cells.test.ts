import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellsOf, segmented } from './cells.js'

const LETTERS = [...'abcXYZ 09.,:;|*_-€éšžčŠŽąęėįųūßÄöøЖщыйЯё–—‘’“„\t\u0000\u0301\u00ad\u200b…漢👍🏽']

test('a line is cut the same way, whether or not its letters let it be cut quickly', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...LETTERS)), fc.nat(1000), (letters, from) => {
    expect(cellsOf(letters.join(''), from)).toEqual(segmented(letters.join(''), from))
  }), { numRuns: 500 })
  for (let code = 0; code < 0x3000; code++) expect(cellsOf(String.fromCharCode(code), 7)).toEqual(segmented(String.fromCharCode(code), 7))
})
