import { join, relative } from 'node:path'
import { CommanderError } from 'commander'
import { ConfigError, UsageError } from '../host/errors.js'
import { buildProgram } from './program.js'
import { EXIT, type Exit, type World } from './world.js'

const ISSUES = 'This is a bug in saydo. Please report it, with the lines below and, if you can, the text that it happened on.'

/** Tells of an error in the way that fits its kind, and what to end with. */
async function tell(error: unknown, world: World): Promise<Exit> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage
  const { harmless } = await import('../reporters/harmless.js')
  // the names of files stand in messages too
  const write = (text: string): void => world.err(`${text.split('\n').map(harmless).join('\n')}\n`)
  if (error instanceof UsageError) {
    write(error.hint === undefined ? error.message : `${error.message}\n${error.hint}`)
    return EXIT.usage
  }
  write(`${ISSUES}\n\nsaydo ${world.version}\n${error instanceof Error ? error.stack ?? error.message : String(error)}`)
  return EXIT.bug
}

/** Tells what is wrong with a configuration, where a command has no words of its own for it. */
async function tellConfig({ problems, sources, root }: ConfigError, world: World): Promise<Exit> {
  const [{ placesIn }, { harmless }] = await Promise.all([import('../reporters/places.js'), import('../reporters/harmless.js')])
  const places = placesIn({ sources })
  for (const problem of problems) {
    const at = places.ofProblem(problem)
    world.err(`${harmless(join(relative(world.cwd, root), problem.file))}${at ? `:${at.line}:${at.column}` : ''}: ${harmless(problem.message)}\n`)
  }
  return EXIT.usage
}

/** Runs saydo with the words after its name, and gives the exit code. Never throws, never ends the process. */
export async function run(words: readonly string[], world: World): Promise<Exit> {
  let exit: Exit = EXIT.clean
  try {
    const program = await buildProgram(words, world, (code) => { exit = code })
    await program.parseAsync([...words], { from: 'user' })
    return exit
  } catch (error) {
    return error instanceof ConfigError ? await tellConfig(error, world) : tell(error, world)
  }
}
