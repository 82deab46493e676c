import { expect, test } from 'vitest'
import { progressOf } from './progress.js'
import type { World } from './world.js'

const MESSAGES = { language: 'en', 'cli.reading.one': 'Reading {done} of {all} document', 'cli.reading.other': 'Reading {done} of {all} documents', 'cli.comparing.one': 'Comparing {all} document', 'cli.comparing.other': 'Comparing {all} documents' }

/** A terminal whose clock shows these milliseconds, one after the other, and what was shown on it. */
function terminal(times: readonly number[]): { readonly line: NonNullable<World['line']>; readonly shown: readonly string[] } {
  const shown: string[] = []
  const left = [...times]
  return { shown, line: { show: (text) => { shown.push(text) }, now: () => left.shift() ?? 0 } }
}

test('a long check says how far it is, now and then, and takes that away when it is done', () => {
  const { line, shown } = terminal([0, 100, 600, 600, 650, 701, 701])
  const { read, clear } = progressOf({ line, env: {} }, false, MESSAGES)
  for (const done of [8, 230, 240, 248]) read?.(done, 1000)
  clear()
  clear()
  expect(shown).toEqual(['Reading 230 of 1,000 documents', 'Reading 248 of 1,000 documents', ''])
})

test('before documents are compared it says that, where there are many or the reading took long', () => {
  const many = terminal([0])
  const few = terminal([0])
  const slow = terminal([0, 600, 600])
  progressOf({ line: many.line, env: {} }, false, MESSAGES).comparing?.(1000)
  progressOf({ line: few.line, env: {} }, false, MESSAGES).comparing?.(20)
  const { read, comparing } = progressOf({ line: slow.line, env: {} }, false, MESSAGES)
  read?.(8, 20)
  comparing?.(20)
  expect([many.shown, few.shown, slow.shown]).toEqual([['Comparing 1,000 documents'], [], ['Reading 8 of 20 documents', 'Comparing 20 documents']])
})

test('a short check shows nothing, and so has nothing to take away', () => {
  const { line, shown } = terminal([0, 10, 20])
  const { read, clear } = progressOf({ line, env: {} }, false, MESSAGES)
  read?.(8, 16)
  read?.(16, 16)
  clear()
  expect(shown).toEqual([])
})

test.each<[string, Pick<World, 'line' | 'env'>, boolean]>([
  ['in a pipe', { env: {} }, false],
  ['in CI', { line: terminal([0, 900]).line, env: { CI: 'true' } }, false],
  ['in a terminal that cannot go back', { line: terminal([0, 900]).line, env: { TERM: 'dumb' } }, false],
  ['with --quiet', { line: terminal([0, 900]).line, env: {} }, true],
])('%s nothing is shown', (_where, world, quiet) => {
  expect(progressOf(world, quiet, MESSAGES)).toEqual({ clear: expect.any(Function) as unknown })
})
