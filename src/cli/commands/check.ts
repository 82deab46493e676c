import type { Command } from 'commander'
import { runCheck } from '../run-check.js'
import type { Finish, World } from '../world.js'
import { addCheckOptions, type CheckOptions } from './check-options.js'

/** Adds `saydo check`. */
export function addCheck(program: Command, world: World, finish: Finish): void {
  const command = program.command('check')
    .summary('compare what customers are promised with what staff are told')
    .description('Compares what customers are promised with what staff are told to do, and reports where the two part.')
    .argument('[paths...]', 'report only what concerns these files or folders (all documents are read all the same)')
  addCheckOptions(command).action(async (paths: readonly string[], options: CheckOptions) => finish(options.watch ? await (await import('../watch.js')).watchCheck(world, paths, options) : await runCheck(world, paths, options)))
}
