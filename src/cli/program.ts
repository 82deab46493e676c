import { Command } from 'commander'
import { addCheck } from './commands/check.js'
import { addExplain } from './commands/explain.js'
import { addLanguages } from './commands/languages.js'
import { addRules } from './commands/rules.js'
import { addTest } from './commands/test.js'
import type { Finish, World } from './world.js'

/** Every command; each adds itself to the program. */
const COMMANDS = [addCheck, addExplain, addLanguages, addRules, addTest]

const EXAMPLES = `
Examples:
  saydo check                                      with the saydo.yaml of this folder
  saydo check --say "site/**" --do "playbooks/**"  without one
  saydo explain promise/contradicted               what a rule is about`

/** The command line: what can be typed, and what it does. */
export function buildProgram(world: World, finish: Finish): Command {
  const program = new Command('saydo')
    .description('Compares what you tell customers with what your staff are told to do.')
    .version(world.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', EXAMPLES)
    .configureOutput({ writeOut: (text) => world.out(text), writeErr: (text) => world.err(text) })
    .showSuggestionAfterError()
    .showHelpAfterError('Add --help for all that can be said here.')
    .exitOverride()
  for (const add of COMMANDS) add(program, world, finish)
  return program
}
