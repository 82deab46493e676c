import { languageOf, say, type Messages } from '../reporters/phrase.js'
import type { World } from './world.js'

/** What is told while a check runs. */
export interface Progress {
  /** How many documents have been read, of how many; absent where nobody looks. */
  readonly read?: (done: number, all: number) => void
  /** Takes away what is shown. */
  readonly clear: () => void
}

/** Whoever waits no longer than this needs no figures; in milliseconds. */
const PATIENCE = 500
const PAUSE = 100

const SILENT: Progress = { clear: () => undefined }

/** A line on the terminal that says how far a long check is; says nothing where no person's terminal is there, in CI, and with --quiet. */
export function progressOf({ line, env }: Pick<World, 'line' | 'env'>, quiet: boolean | undefined, messages: Messages): Progress {
  if (!line || quiet || (env['CI'] ?? '') !== '' || env['TERM'] === 'dumb') return SILENT
  const number = new Intl.NumberFormat(languageOf(messages))
  let last = line.now() + PATIENCE - PAUSE
  let shown = false
  return {
    read: (done, all) => {
      if (line.now() - last < PAUSE) return
      last = line.now()
      shown = true
      line.show(say({ id: 'cli.reading', slots: { done: number.format(done), all: number.format(all), n: String(all) } }, messages))
    },
    clear: () => {
      if (shown) line.show('')
      shown = false
    },
  }
}
