import { dirname, resolve } from 'node:path'
import { clockTime } from '../host/clock.js'
import { UsageError } from '../host/errors.js'
import { findConfig } from '../host/find-config.js'
import { watchFolder } from '../host/watch-folder.js'
import { harmless } from '../reporters/harmless.js'
import { say } from '../reporters/phrase.js'
import type { CheckOptions } from './commands/check-options.js'
import { inProject } from './given-paths.js'
import { projectIn } from './project-in.js'
import { runCheck } from './run-check.js'
import { EXIT, messagesOf, type Exit, type World } from './world.js'

/** So many of the files that changed are named. */
const MOST = 3

type Counts = (path: string) => boolean

/** Which files a check depends on. Where the configuration is broken nobody knows, and every file counts. */
async function inputsOf(world: World, options: CheckOptions): Promise<Counts> {
  try {
    const { place, files, configFiles, config } = await projectIn(world, options)
    const known = new Set([...files.map(({ path }) => path), ...configFiles, config.baseline])
    return (path) => known.has(path) || place(path) !== undefined
  } catch {
    return () => true
  }
}

/** Files that a check writes itself, and that would start the next. */
function outputsIn(root: string, world: World, { outputFile = [] }: CheckOptions): ReadonlySet<string> {
  return new Set(outputFile.flatMap((name) => [name, name.replace(/^[a-z]+=/, '')]).map((name) => inProject(name, world.cwd, root)))
}

const names = (paths: readonly string[]): string => paths.slice(0, MOST).map(harmless).join(', ')

/**
 * Checks, and checks again whenever a document or the configuration changes, until the user wants it to end. What goes
 * wrong in a later check is told, and the watching goes on. Throws a UsageError when the first check cannot be done.
 */
export async function watchCheck(world: World, paths: readonly string[], options: CheckOptions): Promise<Exit> {
  const messages = messagesOf(world.loadPack(), options.locale)
  const tell = (id: string, slots: Readonly<Record<string, string>> = {}): void => world.err(`${say({ id, slots }, messages)}\n`)
  const config = findConfig(world.cwd, options.config)
  const root = config === undefined ? resolve(world.cwd) : dirname(config)
  const own = outputsIn(root, world, options)
  let inputs: Counts = await inputsOf(world, options)
  const wait = (): void => tell('cli.watching', { time: clockTime() })

  const again = async (changed: readonly string[]): Promise<void> => {
    world.err('\n')
    tell(changed.length > MOST ? 'cli.changed-more' : 'cli.changed', { time: clockTime(), files: names(changed), n: String(Math.max(0, changed.length - MOST)) })
    inputs = await inputsOf(world, options)
    try {
      await runCheck(world, paths, options)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      world.err(`${error.message}\n${error.hint === undefined ? '' : `${error.hint}\n`}`)
    }
    wait()
  }

  let failed: (error: unknown) => void
  const failure = new Promise<never>((_, reject) => { failed = reject })
  let running: Promise<unknown> = Promise.resolve()
  // one check after the other: what changes during a check is looked at by the next
  const changed = (files: readonly string[]): void => { running = running.then(() => again(files)).catch((error: unknown) => { failed(error) }) }
  const close = await watchFolder(root, { counts: (path) => !own.has(path) && inputs(path), changed })
  try {
    const first = runCheck(world, paths, options).then(wait)
    running = first.catch(() => undefined)
    await first
    await Promise.race([failure, world.stopped?.()])
  } finally {
    await close()
  }
  return EXIT.clean
}
