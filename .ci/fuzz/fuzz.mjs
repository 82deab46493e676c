import { setImmediate } from 'node:timers/promises'
import { altered, mutated } from './mutate.mjs'
import { randomFrom } from './random.mjs'

/** So many inputs share one look at what they covered, which takes about as long as one of them. */
const BATCH = 20
const MOST_KEPT = 5000
const MOST_CRASHES = 20

/**
 * Something that reads what others wrote. `run` throws where it does what it never should.
 * @typedef {object} Target
 * @property {string} name
 * @property {readonly string[]} texts real-world shapes to begin with
 * @property {readonly string[]} words what has a meaning there
 * @property {readonly unknown[]} [data] the same as data, for readers of data
 * @property {(text: string) => unknown} run
 *
 * @typedef {{ readonly text: string, readonly error: unknown }} Crash
 * @typedef {{ readonly inputs: number, readonly kept: number, readonly crashes: readonly Crash[], readonly slowest: { readonly ms: number, readonly text: string } }} Outcome
 */

/** The first line of what was said, without what differs from input to input. */
const kindOf = (error) => String(error instanceof Error ? `${error.name} ${error.stack?.split('\n').find((line) => line.includes(' at ')) ?? ''}` : error)

/**
 * Gives a target its seeds as they are, then `count` changed ones. With `coverage`, inputs that reach new code become seeds themselves.
 * Crashes at the same place count once. Ends early where `isStopped` says so.
 * @param {Target} target
 * @param {{ readonly count: number, readonly seed: number, readonly coverage?: { isNew: () => Promise<boolean> }, readonly isStopped?: () => boolean }} options
 * @returns {Promise<Outcome>}
 */
export async function fuzz(target, { count, seed, coverage, isStopped = () => false }) {
  const random = randomFrom(seed)
  const texts = [...target.texts]
  const crashes = new Map()
  let [slowest, inputs, batch] = [{ ms: 0, text: '' }, 0, []]
  const give = async (text) => {
    const from = performance.now()
    try {
      await target.run(text)
    } catch (error) {
      if (!crashes.has(kindOf(error))) crashes.set(kindOf(error), { text, error })
    }
    inputs++
    const ms = performance.now() - from
    if (ms > slowest.ms) slowest = { ms, text }
  }
  for (const text of target.texts) await give(text)
  await coverage?.isNew()
  for (let left = count; left > 0 && crashes.size < MOST_CRASHES && !isStopped(); left--) {
    const text = target.data && random.below(2) === 0 ? JSON.stringify(altered(random, target.data)) : mutated(random, { texts, words: target.words })
    await give(text)
    batch.push(text)
    if (batch.length < BATCH) continue
    if (texts.length < MOST_KEPT && await coverage?.isNew()) texts.push(...batch)
    batch = []
    // so that a signal is heard
    await setImmediate()
  }
  return { inputs, kept: texts.length - target.texts.length, crashes: [...crashes.values()], slowest }
}
