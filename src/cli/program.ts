import { Command } from 'commander'
import type { Finish, World } from './world.js'

type Add = (program: Command, world: World, finish: Finish) => void

/** Every command, in the order of the help; its code is loaded when it is asked for. Each adds itself to the program. */
const COMMANDS: Readonly<Record<string, () => Promise<Add>>> = {
  brief: async () => (await import('./commands/brief.js')).addBrief,
  check: async () => (await import('./commands/check.js')).addCheck,
  completion: async () => (await import('./commands/completion.js')).addCompletion,
  baseline: async () => (await import('./commands/baseline.js')).addBaseline,
  extract: async () => (await import('./commands/extract.js')).addExtract,
  explain: async () => (await import('./commands/explain.js')).addExplain,
  fix: async () => (await import('./commands/fix.js')).addFix,
  init: async () => (await import('./commands/init.js')).addInit,
  languages: async () => (await import('./commands/languages.js')).addLanguages,
  promises: async () => (await import('./commands/promises.js')).addPromises,
  rules: async () => (await import('./commands/rules.js')).addRules,
  test: async () => (await import('./commands/test.js')).addTest,
}

/** Loading all commands takes three times as long as loading what a check needs; only the help and "Did you mean" know them all. */
function wanted(words: readonly string[]): Promise<readonly Add[]> {
  if (words.length === 1 && ['-v', '--version'].includes(words[0] as string)) return Promise.resolve([])
  // what a shell is taught is all that the program has
  const named = Object.keys(COMMANDS).filter((name) => words[0] === name && name !== 'completion')
  return Promise.all((named.length > 0 ? named : Object.keys(COMMANDS)).map((name) => (COMMANDS[name] as () => Promise<Add>)()))
}

const EXAMPLES = `
Examples:
  saydo init                                       look at this folder and write its saydo.yaml
  saydo check                                      with the saydo.yaml of this folder
  saydo check --say "site/**" --do "playbooks/**"  without one
  saydo explain promise/contradicted               what a rule is about`

/** The command line: what can be typed, and what it does; as much of it as these words may need. */
export async function buildProgram(words: readonly string[], world: World, finish: Finish): Promise<Command> {
  const program = new Command('saydo')
    .description('Compares what you tell customers with what your staff are told to do.')
    .version(world.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', EXAMPLES)
    .configureOutput({ writeOut: (text) => world.out(text), writeErr: (text) => world.err(text) })
    .showSuggestionAfterError()
    .showHelpAfterError('Add --help for all that can be said here.')
    .exitOverride()
  for (const add of await wanted(words)) add(program, world, finish)
  return program
}
