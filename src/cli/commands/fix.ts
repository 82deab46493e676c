import { type Command, Option } from 'commander'
import { runCheck } from '../run-check.js'
import type { Finish, World } from '../world.js'
import { addReportOptions, type CheckOptions } from './check-options.js'

interface FixOptions extends CheckOptions {
  readonly dryRun?: boolean
}

const EXAMPLES = `
Only words are replaced that cannot be meant otherwise: names that saydo.yaml has settled under "terms", and the wrong word
for customers, in the same number, case and capital letters. Everything else is reported, for you to decide.

Examples:
  saydo fix                            put right what can be, and report the rest
  saydo fix --dry-run                  show what would change, and write nothing
  saydo fix playbooks                  only in this folder
  saydo fix --rule term/mismatch       only what this rule finds

Exit codes: 0 no errors are left, 1 errors are left (with --dry-run: something would change), 2 the command or saydo.yaml needs a change, 3 a bug in saydo`

/** Adds `saydo fix`: `saydo check --fix` by a shorter name. */
export function addFix(program: Command, world: World, finish: Finish): void {
  const command = program.command('fix')
    .summary('put right the words that can be, and report the rest')
    .description('Puts right the words that can be replaced without anybody having to think, writes the documents, and reports what is left.')
    .argument('[paths...]', 'change only these files or folders')
    .addOption(new Option('--dry-run', 'show as a diff what would change, and write nothing').conflicts(['format', 'outputFile']))
  addReportOptions(command).addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[], { dryRun, ...options }: FixOptions) => finish(await runCheck(world, paths, { ...options, ...(dryRun ? { fixDryRun: true } : { fix: true }) })))
}
