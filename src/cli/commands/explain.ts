import type { Command } from 'commander'
import type { ChalkInstance } from 'chalk'
import { UsageError } from '../../host/errors.js'
import { noSuch } from '../../host/nearest.js'
import type { Example, Rule } from '../../model/pack.js'
import { ruleText, say, type Messages } from '../../reporters/phrase.js'
import { brush } from '../colour.js'
import { addVoiceOptions, type VoiceFlags } from '../options.js'
import { EXIT, messagesOf, type Finish, type World } from '../world.js'

const EXAMPLES = `
Examples:
  saydo explain                        list all rules
  saydo explain promise/contradicted   why one of them matters, what to do, examples`

/** What one explanation is written with. */
interface Pen {
  readonly paint: ChalkInstance
  readonly messages: Messages
}

/** Adds `saydo explain`. */
export function addExplain(program: Command, world: World, finish: Finish): void {
  const command = program.command('explain')
    .summary('tell what a rule is about')
    .description('Tells what a rule reports, why it matters and what to do, with examples. Without a rule, lists them all.')
    .argument('[rule]', 'the rule, such as promise/contradicted')
  addVoiceOptions(command).addHelpText('after', EXAMPLES)
    .action((id: string | undefined, options: VoiceFlags) => {
      const pack = world.loadPack()
      const pen: Pen = { paint: brush(options.color, world), messages: messagesOf(pack, options.locale) }
      const lines = id === undefined ? list(pack.rules, pen) : explain(find(pack.rules, id), pen)
      world.out(lines.map((line) => `${line}\n`).join(''))
      finish(EXIT.clean)
    })
}

function find(rules: readonly Rule[], id: string): Rule {
  const rule = rules.find((each) => each.id === id)
  if (rule) return rule
  throw new UsageError(noSuch('rule', id, rules.map((each) => each.id)), 'saydo explain lists all rules.')
}

function list(rules: readonly Rule[], { paint, messages }: Pen): readonly string[] {
  const widest = Math.max(0, ...rules.map((rule) => rule.id.length))
  const line = (rule: Rule): string => `${paint.bold(rule.id.padEnd(widest))}  ${say({ id: `report.${rule.severity}`, slots: {} }, messages).padEnd(10)}  ${ruleText(rule, 'title', messages)}`
  return [...rules.map(line), '', say({ id: 'cli.rules-hint', slots: {} }, messages)]
}

function textsOf(texts: readonly string[], heading: string, { messages }: Pen): readonly string[] {
  if (texts.length === 0) return []
  const lines = texts.flatMap((text) => text.trimEnd().split('\n'))
  return [`    ${say({ id: heading, slots: {} }, messages)}`, ...lines.map((line) => `      ${line}`.trimEnd())]
}

function examples(heading: string, all: readonly Example[], pen: Pen): readonly string[] {
  return all.flatMap((example) => [
    '', `  ${say({ id: heading, slots: {} }, pen.messages)} (${example.business}, ${example.language})`,
    ...textsOf(example.say, 'cli.say-side', pen), ...textsOf(example.do, 'cli.do-side', pen),
  ])
}

/** What saydo.yaml can set about the rule. */
function optionLines({ options }: Rule, { paint, messages }: Pen): readonly string[] {
  const all = Object.entries(options)
  return all.length === 0 ? [] : [say({ id: 'cli.rule-options', slots: {} }, messages), ...all.map(([name, { title }]) => `  ${paint.bold(name)}: ${title}`)]
}

function explain(rule: Rule, pen: Pen): readonly string[] {
  const { paint, messages } = pen
  const word = (id: string, slots: Readonly<Record<string, string>> = {}): string => say({ id, slots }, messages)
  return [
    paint.bold(rule.id), ruleText(rule, 'title', messages), '',
    word('cli.severity', { severity: word(`report.${rule.severity}`) }),
    `${word('report.why')} ${ruleText(rule, 'why', messages)}`,
    `${word('report.fix')} ${ruleText(rule, 'fix', messages)}`,
    ...optionLines(rule, pen),
    ...examples('cli.bad', rule.bad, pen), ...examples('cli.good', rule.good, pen),
  ]
}
