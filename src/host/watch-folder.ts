import { watch } from 'chokidar'
import { wayTo } from './ways.js'

/** How a folder is watched. */
export interface Watching {
  /** Whether a file counts; paths are relative to the folder, with forward slashes. */
  readonly counts: (path: string) => boolean
  /** Given the files that changed, each once, when nothing more has changed for a moment. */
  readonly changed: (paths: readonly string[]) => void
}

/** Folders in which nobody writes documents. */
const ELSEWHERE: ReadonlySet<string> = new Set(['node_modules', '.git', '.saydo_cache'])
/** Editors and git write several files, and some files twice; milliseconds. */
const QUIET = 150

/** Watches all files below a folder; resolves when it has begun to, and gives the way to end it. */
export async function watchFolder(folder: string, { counts, changed }: Watching): Promise<() => Promise<void>> {
  const pending = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const flush = (): void => {
    const paths = [...pending].sort()
    pending.clear()
    changed(paths)
  }
  const watcher = watch(folder, { ignoreInitial: true, followSymlinks: false, ignored: (path) => wayTo(folder, path).split('/').some((part) => ELSEWHERE.has(part)) })
  watcher.on('all', (_event, path) => {
    const name = wayTo(folder, path)
    if (!counts(name)) return
    pending.add(name)
    clearTimeout(timer)
    timer = setTimeout(flush, QUIET)
  })
  await new Promise<void>((resolve, reject) => {
    watcher.once('ready', resolve)
    watcher.once('error', reject)
  })
  return async () => {
    clearTimeout(timer)
    await watcher.close()
  }
}
