import { buffer } from 'node:stream/consumers'
import { supportsColor } from 'chalk'
import { formats } from '../formats/index.js'
import { localToday } from '../host/clock.js'
import { loadPack, rulePage } from '../host/load-pack.js'
import { version } from '../host/version.js'
import type { Pack } from '../model/pack.js'
import { asker } from './ask.js'
import { run } from './run.js'

/** A reader that has seen enough (`saydo check | head`) is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

/** Links are for terminals that show them; whoever sets FORCE_HYPERLINK knows better. */
const mayHaveLinks = process.stdout.isTTY === true || process.env.FORCE_HYPERLINK !== undefined

/** Several parts of a command ask for the rules; they are read once. */
let pack: Pack | undefined

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  terminal: {
    isTTY: process.stdout.isTTY === true, colours: supportsColor ? supportsColor.level : 0, columns: process.stdout.columns,
    linkTo: mayHaveLinks && (await import('supports-hyperlinks')).default.stdout ? rulePage : undefined,
  },
  today: localToday(),
  version: version(),
  extensions: formats.flatMap((format) => format.extensions),
  out: (text) => { process.stdout.write(text) },
  err: (text) => { process.stderr.write(text) },
  ...(process.stdin.isTTY && process.stdout.isTTY ? { ask: asker(process.stdin, process.stdout) } : {}),
  ...(process.stdin.isTTY ? {} : { stdin: () => buffer(process.stdin) }),
  ...(process.stderr.isTTY ? { line: { show: (text: string) => { process.stderr.write(`\r\u001b[K${text}`) }, now: () => performance.now() } } : {}),
  stopped: () => new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => { resolve() })
  }),
  loadPack: () => (pack ??= loadPack()),
  check: async (input, effort) => (effort ? (await import('../host/run-check.js')).runCheck(input, effort) : (await import('../engine/check.js')).check(input)),
})
