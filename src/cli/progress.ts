import { languageOf, say, type Messages } from '../reporters/phrase.js'
import type { World } from './world.js'

/** What is told while a check runs. */
export interface Progress {
  /** How many documents have been read, of how many; absent where nobody looks. */
  readonly read?: (done: number, all: number) => void
  /** That so many documents are set against each other now. */
  readonly comparing?: (all: number) => void
  /** Takes away what is shown. */
  readonly clear: () => void
}

/** Whoever waits no longer than this needs no figures; in milliseconds. */
const PATIENCE = 500
const PAUSE = 100
/** Comparing so many documents takes longer than that. */
const MANY = 100

const SILENT: Progress = { clear: () => undefined }

/** A line on the terminal that says how far a long check is; says nothing where no person's terminal is there, in CI, and with --quiet. */
export function progressOf({ line, env }: Pick<World, 'line' | 'env'>, quiet: boolean | undefined, messages: Messages): Progress {
  if (!line || quiet || (env['CI'] ?? '') !== '' || env['TERM'] === 'dumb') return SILENT
  const number = new Intl.NumberFormat(languageOf(messages))
  const show = (id: string, all: number, done = all): void => {
    shown = true
    line.show(say({ id, slots: { done: number.format(done), all: number.format(all), n: String(all) } }, messages))
  }
  let last = line.now() + PATIENCE - PAUSE
  let shown = false
  return {
    read: (done, all) => {
      if (line.now() - last < PAUSE) return
      last = line.now()
      show('cli.reading', all, done)
    },
    comparing: (all) => { if (shown || all >= MANY) show('cli.comparing', all) },
    clear: () => {
      if (shown) line.show('')
      shown = false
    },
  }
}
