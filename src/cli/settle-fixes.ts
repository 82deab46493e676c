import { rewritesOf, writeAll } from '../host/fixed-files.js'
import type { SourceFile } from '../model/program.js'
import { diffOf } from '../reporters/diff.js'
import { harmless } from '../reporters/harmless.js'
import { say, type Messages } from '../reporters/phrase.js'
import { prefixTo } from './deliver.js'
import type { Fixed } from './fixing.js'
import type { World } from './world.js'

interface Settling {
  readonly world: World
  readonly root: string
  readonly messages: Messages
  /** Show, and write nothing. */
  readonly dry?: boolean
}

/** A terminal is not moved about by what stands in a document; a program gets it as it is. */
const shown = (text: string, { terminal }: World): string => (terminal.isTTY ? text.split('\n').map((line) => harmless(line.replace(/\r$/, ''))).join('\n') : text)

/** Writes what was put right and tells of it on the error stream; or prints it as a diff. Throws a UsageError for a file that cannot be written. */
export async function settleFixes(files: readonly SourceFile[], { files: after, made }: Fixed, { world, root, messages, dry }: Settling): Promise<void> {
  const tell = (id: string): void => world.err(`${say({ id, slots: { n: String(made.length) } }, messages)}\n`)
  if (made.length === 0) return tell('cli.fixed-none')
  const rewrites = rewritesOf(root, files, after)
  const prefix = prefixTo(root, world)
  if (dry) {
    world.out(shown(diffOf(rewrites.map((one) => ({ ...one, path: prefix + one.path }))), world))
    return tell('cli.fixed-dry')
  }
  await writeAll(root, rewrites)
  tell('cli.fixed')
  for (const { file, line, was, text } of made) world.err(`  ${harmless(`${prefix}${file}:${line}  ${was} → ${text}`)}\n`)
  world.err('\n')
}
