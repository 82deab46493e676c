import type { Command } from 'commander'
import type { InitOptions } from '../init.js'
import { localeOption, type Finish, type World } from '../world.js'

const EXAMPLES = `
Examples:
  saydo init                                      look at this folder, ask, and write saydo.yaml
  saydo init --yes                                take what was found without asking
  saydo init --say "site/**" --do "playbooks/**"  when you know which is which
  saydo init shop --business retail               for the texts in the folder shop`

/** Adds `saydo init`. */
export function addInit(program: Command, world: World, finish: Finish): void {
  program.command('init')
    .summary('look at a folder and write its saydo.yaml')
    .description('Looks at the documents of a folder, proposes which of them customers read and which tell staff what to do, and writes saydo.yaml.')
    .argument('[folder]', 'the folder that holds your texts', '.')
    .option('-y, --yes', 'take what was found, and ask nothing')
    .option('--say <glob...>', 'documents that customers read')
    .option('--do <glob...>', 'documents that tell staff what to do')
    .option('--business <name>', 'the trade you are in, such as retail or hospitality')
    .option('--force', 'write over a saydo.yaml that is there already')
    .addOption(localeOption())
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, options: InitOptions) => {
      const { runInit } = await import('../init.js')
      finish(await runInit(world, folder, options))
    })
}
