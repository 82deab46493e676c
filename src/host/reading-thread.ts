import { parentPort, workerData } from 'node:worker_threads'
import { withWords } from './load-pack.js'
import { readShare } from './reading-share.js'
import type { Sent } from './threads.js'

// A thread of its own: takes documents, sends their readings, and ends when none is left.
const { input, taken, compiled } = workerData as Sent
const pack = compiled ? withWords(input.pack) : input.pack
await readShare({ input: { ...input, pack }, taken }, (start, readings) => parentPort?.postMessage({ start, readings }))
