import type { Command } from 'commander'
import { type CommandWord, type OptionWord, type Values, wordsOf } from './tree.js'

/** What a script is made of. */
export interface Known {
  readonly program: Command
  readonly rules: readonly string[]
}

/** In single quotes, for each of the shells. */
const quoted = (text: string): string => `'${text.replaceAll('\'', '\'\\\'\'')}'`
const wordsFor = (values: Values, rules: readonly string[]): readonly string[] => (values === 'rules' ? rules : typeof values === 'string' ? [] : values)

const FIRST_SENTENCE = /^.*?(?=\. |[;(]|$)/
/** A few words of what an option is for. */
const short = (about: string): string => (FIRST_SENTENCE.exec(about)?.[0] ?? about).trim()

const flagsOf = (options: readonly OptionWord[]): readonly string[] => options.flatMap(({ flags }) => flags)

function bashCommand({ name, options, values }: CommandWord, rules: readonly string[]): readonly string[] {
  const valued = options.filter((option) => option.values !== undefined)
  const answer = (of: Values): string => (of === 'files' ? 'files=yes' : `words=${quoted(wordsFor(of, rules).join(' '))}`)
  const branch = (option: OptionWord): string => `        ${option.flags.join('|')}) ${answer(option.values as Values)} ;;`
  return [
    `    ${name})`,
    `      flags=${quoted(flagsOf(options).join(' '))}`,
    // of an option with several values all words behind it are values, until the next option
    `      case "$option" in ${valued.filter(({ many }) => many).flatMap(({ flags }) => flags).concat('none').join('|')}) before="$option" ;; esac`,
    '      case "$before" in',
    ...valued.map(branch),
    `        *) ${answer(values)} ;;`,
    '      esac ;;',
  ]
}

/** For bash 4 and later. */
function bash({ program, rules }: Known): string {
  const { own, commands } = wordsOf(program)
  return [
    '# saydo completion for bash. Put this line into ~/.bashrc:  source <(saydo completion bash)',
    '_saydo() {',
    '  local now="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" option= flags= words= files= i',
    '  for ((i = COMP_CWORD - 1; i > 1; i--)); do',
    '    case "${COMP_WORDS[i]}" in -*) option="${COMP_WORDS[i]}"; break ;; esac',
    '  done',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    COMPREPLY=($(compgen -W ${quoted([...commands.map(({ name }) => name), ...flagsOf(own)].join(' '))} -- "$now"))`,
    '    return',
    '  fi',
    '  case "${COMP_WORDS[1]}" in',
    `    help) words=${quoted(commands.map(({ name }) => name).join(' '))} ;;`,
    ...commands.filter(({ name }) => name !== 'help').flatMap((command) => bashCommand(command, rules)),
    '  esac',
    '  case "$now" in -*) words="$flags" files= ;; esac',
    '  COMPREPLY=($(compgen -W "$words" -- "$now"))',
    '  if [ -n "$files" ]; then',
    '    compopt -o filenames',
    '    mapfile -t COMPREPLY < <(compgen -f -- "$now")',
    '  fi',
    '}',
    'complete -F _saydo saydo',
    '',
  ].join('\n')
}

/** In a specification of zsh these have a meaning. */
const zshText = (text: string): string => text.replace(/[\\[\]:]/g, '\\$&')

function zshValues(values: Values, rules: readonly string[]): string {
  if (values === 'files') return '_files'
  const words = wordsFor(values, rules)
  return words.length === 0 ? ' ' : `(${words.join(' ')})`
}

function zshOption({ flags, about, values }: OptionWord, rules: readonly string[]): readonly string[] {
  const value = values === undefined ? '' : `:value:${zshValues(values, rules)}`
  return flags.map((flag) => `        ${quoted(`*${flag}[${zshText(short(about))}]${value}`)} \\`)
}

function zsh({ program, rules }: Known): string {
  const { own, commands } = wordsOf(program)
  return [
    '#compdef saydo',
    '# saydo completion for zsh. Put this line into ~/.zshrc, after compinit:  source <(saydo completion zsh)',
    '_saydo() {',
    '  local -a commands',
    '  commands=(',
    ...commands.map(({ name, about }) => `    ${quoted(`${name}:${zshText(about)}`)}`),
    '  )',
    '  if (( CURRENT == 2 )); then',
    '    _describe command commands',
    `    compadd -- ${flagsOf(own).join(' ')}`,
    '    return',
    '  fi',
    '  local command="$words[2]"',
    '  shift words; (( CURRENT-- ))',
    '  case "$command" in',
    '    help) _describe command commands ;;',
    ...commands.filter(({ name }) => name !== 'help').flatMap((command) => [
      `    ${command.name})`, '      _arguments \\', ...command.options.flatMap((option) => zshOption(option, rules)),
      `        ${quoted(`*:argument:${zshValues(command.values, rules)}`)} ;;`,
    ]),
    '  esac',
    '}',
    'compdef _saydo saydo',
    '',
  ].join('\n')
}

function fishOption(command: string | undefined, { flags, about, values }: OptionWord, rules: readonly string[]): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)).join(' ')
  const behind = values === undefined ? '' : values === 'files' ? ' -rF' : ` -x -a ${quoted(wordsFor(values, rules).join(' '))}`
  const where = command === undefined ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${command}`
  return `complete -c saydo -n ${quoted(where)} ${names}${behind} -d ${quoted(short(about))}`
}

function fish({ program, rules }: Known): string {
  const { own, commands } = wordsOf(program)
  return [
    '# saydo completion for fish. Write it down once:  saydo completion fish > ~/.config/fish/completions/saydo.fish',
    'complete -c saydo -f',
    ...own.map((option) => fishOption(undefined, option, rules)),
    ...commands.flatMap(({ name, about, options, values }) => [
      `complete -c saydo -n __fish_use_subcommand -a ${name} -d ${quoted(about)}`,
      ...options.map((option) => fishOption(name, option, rules)),
      ...(values === 'files' ? [`complete -c saydo -n ${quoted(`__fish_seen_subcommand_from ${name}`)} -F`] : []),
      ...(wordsFor(values, rules).length > 0 ? [`complete -c saydo -n ${quoted(`__fish_seen_subcommand_from ${name}`)} -a ${quoted(wordsFor(values, rules).join(' '))}`] : []),
    ]),
    '',
  ].join('\n')
}

/** The script that teaches each shell the words of saydo. */
export const SHELLS: Readonly<Record<string, (known: Known) => string>> = { bash, zsh, fish }
