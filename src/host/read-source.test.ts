import { execFileSync } from 'node:child_process'
import { symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../testing/temp-folder.js'
import { readFiles } from './read-files.js'
import { readSource } from './read-source.js'

const TEXT = '# Returns\n\nWithin 30 days.\n'
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')

/** What is told of one file that is read beside a good one; the good one must always come through. */
function problemOf(content: string | Uint8Array): unknown {
  const root = tempFolder({ 'bad.md': content, 'good.md': TEXT })
  const { files, problems } = readFiles(root, ['bad.md', 'good.md'].map((path) => ({ path, side: 'say', tags: {} })))
  expect(files.map(({ path, source }) => [path, source])).toEqual([['good.md', TEXT]])
  return problems[0]
}

const said = (words: string): unknown => expect.stringContaining(words)

describe('what is no text is told of, and the other files are read', () => {
  test.each<[string, string | Uint8Array, object]>([
    ['UTF-16, with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(TEXT)]), { message: said('saved as UTF-16') }],
    ['UTF-16 the other way round', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(TEXT)]).swap16(), { message: said('saved as UTF-16') }],
    ['UTF-16 without a mark', utf16(TEXT), { message: said('or it is saved as UTF-16'), line: 1, column: 2 }],
    ['a zero byte', 'One\nTw\0o', { message: said('NUL bytes'), line: 2, column: 3 }],
    ['bytes that are no UTF-8', Buffer.from([72, 105, 10, 0xc3, 0x28]), { message: said('not UTF-8'), line: 2, column: 1 }],
    ['half a character', Buffer.from([0xed, 0xa0, 0x80]), { message: said('not UTF-8'), line: 1, column: 1 }],
    ['a million lines', '\n'.repeat(1_000_000), { message: said('too many lines to check (1000001; the limit is 100000). Split it') }],
  ])('%s', (_, content, problem) => {
    expect(problemOf(content)).toMatchObject({ file: 'bad.md', ...problem })
  })
})

describe('what is no file, or too large a one', () => {
  test('a file of 100 MB is not read at all', () => {
    const path = join(tempFolder({ 'big.md': '' }), 'big.md')
    truncateSync(path, 100 << 20)
    expect(readSource(path)).toEqual({ message: said('too large to check (100 MB; the limit is 5 MB). Split it') })
  })

  test('a folder', () => {
    expect(readSource(tempFolder({}))).toEqual({ message: 'This is a folder, not a file.' })
  })

  test('a file that went away, and a link in a circle', () => {
    const here = tempFolder({})
    symlinkSync('b', join(here, 'a'))
    symlinkSync('a', join(here, 'b'))
    expect(readSource(join(here, 'none.md'))).toEqual({ message: said('no longer there') })
    expect(readSource(join(here, 'a'))).toEqual({ message: said('leads in a circle') })
  })

  test.skipIf(process.platform === 'win32')('a pipe that nobody writes into, and a device that never ends', () => {
    const here = tempFolder({})
    execFileSync('mkfifo', [join(here, 'pipe.md')])
    symlinkSync('/dev/zero', join(here, 'zero.md'))
    for (const name of ['pipe.md', 'zero.md']) expect(readSource(join(here, name))).toEqual({ message: said('a device or a pipe') })
  })
})
