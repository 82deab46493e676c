import type { Argument, Command, Option } from 'commander'

/** What can stand in the place of a value: one of a few words, a rule, or a file. */
export type Values = readonly string[] | 'rules' | 'files' | 'none'

/** One option, with all the ways to write it. */
export interface OptionWord {
  readonly flags: readonly string[]
  readonly about: string
  /** Undefined where nothing stands behind it. */
  readonly values?: Values
  /** Several values may stand behind it. */
  readonly many: boolean
}

/** One command, as completions know it. */
export interface CommandWord {
  readonly name: string
  readonly about: string
  readonly options: readonly OptionWord[]
  readonly values: Values
}

/** The one argument of which everybody knows that it is no file. */
const RULE = 'rule'
/** Values that are no files are named in the help by what they are. */
const FILES = /file|path|folder|glob/

const valuesOf = (name: string, choices: readonly string[] | undefined): Values =>
  choices ?? (name === RULE ? 'rules' : FILES.test(name) ? 'files' : 'none')

/** `id...` of `--rule <id...>` is a rule. */
function optionWord(option: Option): OptionWord {
  const { long, short, argChoices, required, optional, variadic, description, flags } = option
  const value = /[<[](.+?)[\]>]?$/.exec(flags.replace(/\.{3}/, ''))?.[1] ?? ''
  return {
    flags: [short, long].filter((flag) => flag !== undefined), about: description, many: variadic,
    ...(required || optional ? { values: valuesOf(long === '--rule' ? RULE : value, argChoices) } : {}),
  }
}

const argumentValues = ([first]: readonly Argument[]): Values => (first ? valuesOf(first.name(), first.argChoices) : 'none')

function commandWord(command: Command): CommandWord {
  return {
    name: command.name(), about: command.summary() || command.description(), values: argumentValues(command.registeredArguments),
    options: command.createHelp().visibleOptions(command).map(optionWord),
  }
}

/** Every command of a program and its options, and the program itself, as commander knows them. */
export function wordsOf(program: Command): { readonly own: readonly OptionWord[]; readonly commands: readonly CommandWord[] } {
  const help = program.createHelp()
  return { own: help.visibleOptions(program).map(optionWord), commands: help.visibleCommands(program).map(commandWord) }
}
