import { Argument, type Command } from 'commander'
import { SHELLS } from '../completion/shells.js'
import { EXIT, type Finish, type World } from '../world.js'

const EXAMPLES = `
Put one of these lines where your shell reads it when it starts:
  source <(saydo completion bash)                                     in ~/.bashrc
  source <(saydo completion zsh)                                      in ~/.zshrc, after compinit
  saydo completion fish > ~/.config/fish/completions/saydo.fish       once, and again after an update

Examples:
  saydo completion bash`

/** Adds `saydo completion`; it knows the commands that the program has by the time it runs. */
export function addCompletion(program: Command, world: World, finish: Finish): void {
  program.command('completion')
    .summary('let your shell complete the commands, options and rules')
    .description('Prints a script that lets your shell complete the commands, options and rules of saydo when you press the tab key.')
    .addArgument(new Argument('<shell>', 'the shell that you use').choices(Object.keys(SHELLS)))
    .addHelpText('after', EXAMPLES)
    .action((shell: string) => {
      world.out((SHELLS[shell] as (typeof SHELLS)[string])({ program, rules: world.loadPack().rules.map((rule) => rule.id) }))
      finish(EXIT.clean)
    })
}
