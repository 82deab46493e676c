import { type Command, Option } from 'commander'
import { readSettings, type Settings } from '../../host/read-settings.js'
import type { RuleSetting } from '../../model/config.js'
import type { Pack, Rule } from '../../model/pack.js'
import { harmless } from '../../reporters/harmless.js'
import { ruleText, say, type Messages } from '../../reporters/phrase.js'
import { brush } from '../colour.js'
import { addVoiceOptions, type VoiceFlags } from '../options.js'
import { EXIT, messagesOf, type Finish, type World } from '../world.js'

const EXAMPLES = `
Examples:
  saydo rules                 every rule, and how it is reported in this project
  saydo rules --format json   the same, for programs`

interface RulesOptions extends VoiceFlags {
  readonly config?: string
  readonly format: string
}

/** A rule as it stands in a project. */
interface Row {
  readonly rule: Rule
  /** Undefined where the configuration leaves the rule as it is. */
  readonly set?: RuleSetting
}

const severityOf = ({ rule, set }: Row): RuleSetting => set ?? rule.severity
const familyOf = ({ id }: Rule): string => id.slice(0, id.indexOf('/'))

/** Adds `saydo rules`. */
export function addRules(program: Command, world: World, finish: Finish): void {
  const command = program.command('rules')
    .summary('list all rules, and how each is reported here')
    .description('Lists all rules with how serious they are in this project, and which of them are off.')
    .option('-c, --config <file>', 'the configuration to use (default: saydo.yaml, from here upwards)')
    .addOption(new Option('-f, --format <name>', 'how to print').choices(['text', 'json']).default('text'))
  addVoiceOptions(command).addHelpText('after', EXAMPLES)
    .action(async (options: RulesOptions) => {
      await list(world, options)
      finish(EXIT.clean)
    })
}

async function list(world: World, options: RulesOptions): Promise<void> {
  const shipped = world.loadPack()
  const settings = await readSettings(world.cwd, options.config, { today: world.today, pack: shipped })
  const pack = settings?.pack ?? shipped
  const rows = pack.rules.map((rule): Row => ({ rule, set: settings?.config.rules[rule.id]?.severity }))
  const messages = messagesOf(pack, options.locale)
  world.out(options.format === 'json' ? json(rows, settings, messages) : text(rows, settings, { world, options, pack }))
}

function json(rows: readonly Row[], settings: Settings | undefined, messages: Messages): string {
  return `${JSON.stringify(rows.map((row) => ({
    id: row.rule.id, family: familyOf(row.rule), severity: severityOf(row), default: row.rule.severity, on: severityOf(row) !== 'off',
    options: row.rule.options, set: settings?.config.rules[row.rule.id]?.options ?? {},
    title: ruleText(row.rule, 'title', messages), why: ruleText(row.rule, 'why', messages), fix: ruleText(row.rule, 'fix', messages),
  })), null, 2)}\n`
}

function text(rows: readonly Row[], settings: Settings | undefined, { world, options, pack }: { readonly world: World; readonly options: RulesOptions; readonly pack: Pack }): string {
  const paint = brush(options.color, world)
  const messages = messagesOf(pack, options.locale)
  const word = (id: string, slots: Readonly<Record<string, string>> = {}): string => say({ id, slots }, messages)
  const severity = (row: Row): string => word(severityOf(row) === 'off' ? 'cli.rules-off' : `report.${severityOf(row)}`)
  const widest = Math.max(0, ...rows.map(({ rule }) => rule.id.length))
  const widestSeverity = Math.max(0, ...rows.map((row) => severity(row).length))
  const line = (row: Row): string => {
    const set = row.set === undefined || row.set === row.rule.severity ? '' : `  (${word('cli.rules-set', { file: harmless(settings?.name ?? '') })})`
    return `  ${paint.bold(row.rule.id.padEnd(widest))}  ${severity(row).padEnd(widestSeverity)}  ${ruleText(row.rule, 'title', messages)}${set}`
  }
  const families = [...new Set(rows.map(({ rule }) => familyOf(rule)))]
  const lines = families.flatMap((family) => [`${family}/`, ...rows.filter(({ rule }) => familyOf(rule) === family).map(line), ''])
  const off = rows.filter((row) => severityOf(row) === 'off').length
  const closing = word(settings ? 'cli.rules-here' : 'cli.rules-shipped', { all: String(rows.length), off: String(off) })
  return [...lines, closing].map((each) => `${each}\n`).join('')
}
