import { Worker } from 'node:worker_threads'
import { readAll, type ReadInput } from '../engine/check.js'
import type { Reading } from '../model/program.js'
import { readShare, type Work } from './reading-share.js'

/** What a thread is given. The words of the languages are not sent: it reads those that it meets from their files. */
export interface Sent extends Work {
  readonly compiled: boolean
}

interface Batch {
  readonly start: number
  readonly readings: readonly Reading[]
}

/** A thread must load the program and the words of its languages first; it pays from about this much text on. */
const WORTH_A_THREAD = 200_000

/** How much is done at once. */
export interface ThreadOptions {
  /** Threads at most, this one among them. */
  readonly most: number
  /** Characters for each thread at least. */
  readonly worth?: number
  /** What a thread runs. */
  readonly thread?: URL
  /** Told how many documents have been read, of how many. */
  readonly read?: (done: number, all: number) => void
}

const threadsFor = ({ files }: ReadInput, { most, worth = WORTH_A_THREAD }: ThreadOptions): number =>
  Math.max(1, Math.min(most, Math.floor(files.reduce((sum, file) => sum + file.source.length, 0) / worth)))

/**
 * Reads documents in several threads, this one among them, and gives the readings in the order of the files: the same as
 * `readAll` gives. What goes wrong in a thread is thrown here. No pool of others is used: they keep the main thread idle
 * and copy each task to a thread that waits for it, where here all take from one list.
 */
export async function readInThreads(input: ReadInput, options: ThreadOptions): Promise<readonly Reading[]> {
  const threads = threadsFor(input, options)
  if (threads === 1 && !options.read) return readAll(input)
  const readings = new Array<Reading>(input.files.length)
  const taken = new Int32Array(new SharedArrayBuffer(4))
  let done = 0
  const put = ({ start, readings: some }: Batch): void => {
    some.forEach((one, i) => { readings[start + i] = one })
    done += some.length
    options.read?.(done, readings.length)
  }
  const { words, ...pack } = input.pack
  const sent: Sent = { input: { files: input.files, config: { terms: input.config.terms, topics: input.config.topics }, pack }, taken, compiled: words !== undefined }
  const { thread = new URL('reading-thread.js', import.meta.url) } = options
  const workers = Array.from({ length: threads - 1 }, () => new Worker(thread, { workerData: sent }))
  const own = readShare({ input, taken }, (start, some) => put({ start, readings: some }))
  try {
    await Promise.all([own, ...workers.map((worker) => ended(worker, put))])
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  return readings
}

function ended(worker: Worker, put: (batch: Batch) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', put)
    worker.once('error', reject)
    worker.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`A thread that reads documents ended with ${code}.`))
    })
  })
}
