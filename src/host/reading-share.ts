import { setImmediate } from 'node:timers/promises'
import { readAll, type ReadInput } from '../engine/check.js'
import type { Reading } from '../model/program.js'

/** What several threads read together. */
export interface Work {
  readonly input: ReadInput
  /** How many documents are taken: one number that all threads share. */
  readonly taken: Int32Array
}

/** So many documents are taken at a time: few enough that no thread ends long after the others. */
const BATCH = 8

/** Reads documents as long as there are any that no thread has taken, and tells where each batch begins. */
export async function readShare({ input, taken }: Work, done: (start: number, readings: readonly Reading[]) => void): Promise<void> {
  for (;;) {
    const start = Atomics.add(taken, 0, BATCH)
    if (start >= input.files.length) return
    done(start, await readAll({ ...input, files: input.files.slice(start, start + BATCH) }))
    // what other threads have sent comes in between
    await setImmediate()
  }
}
