import type { Command } from 'commander'
import { configFrom } from '../../host/check-config.js'
import { loadRules } from '../../host/load-rules.js'
import type { Config } from '../../model/config.js'
import { harmless } from '../../reporters/harmless.js'
import { say } from '../../reporters/phrase.js'
import { countExamples, runExamples } from '../../testing/run-examples.js'
import { brush } from '../colour.js'
import { addVoiceOptions, type VoiceFlags } from '../options.js'
import { EXIT, messagesOf, type Exit, type Finish, type World } from '../world.js'

const EXAMPLES = `
Examples:
  saydo test                        try the examples of saydo's own rules
  saydo test our-rules/             try those of your own rules
  saydo test our-rules/greeting.yaml`

/** Adds `saydo test`. */
export function addTest(program: Command, world: World, finish: Finish): void {
  const command = program.command('test')
    .summary('try the examples of rule files')
    .description('Checks that every rule reports its bad examples and stays silent on its good ones.')
    .argument('[paths...]', 'rule files of your own, or folders of them')
  addVoiceOptions(command).addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[], options: VoiceFlags) => finish(await runTest(world, paths, options)))
}

async function runTest(world: World, paths: readonly string[], options: VoiceFlags): Promise<Exit> {
  const shipped = world.loadPack()
  const { rules, pack } = paths.length === 0 ? { rules: shipped.rules, pack: shipped } : await loadRules(world.cwd, paths, shipped)
  const ruleIds = pack.rules.map((rule) => rule.id)
  const config = (value: unknown): Config => configFrom(value, { today: world.today, ruleIds, pack })
  const failures = await runExamples(rules, { pack, check: world.check, config })
  const paint = brush(options.color, world)
  const messages = messagesOf(shipped, options.locale)
  for (const { ruleId, message } of failures) world.out(`${paint.red(ruleId)}  ${harmless(message)}\n`)
  const slots = { n: String(countExamples(rules)), failed: String(failures.length) }
  const passed = failures.length === 0
  world.out(`${(passed ? paint.green : paint.red)(say({ id: passed ? 'cli.examples-passed' : 'cli.examples-failed', slots }, messages))}\n`)
  return passed ? EXIT.clean : EXIT.findings
}
