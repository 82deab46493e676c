import { type Command, Option } from 'commander'
import { VERDICTS } from '../../model/ledger.js'
import type { LedgerView } from '../../reporters/promises/rows.js'
import type { Surface } from '../../reporters/reporter.js'
import { say } from '../../reporters/phrase.js'
import { type CheckedProject, type ReadingFlags, withProject } from '../checked-project.js'
import { screen } from '../deliver.js'
import { givenPaths } from '../given-paths.js'
import { checkChoice, chooses, type LedgerChoice } from '../ledger-choice.js'
import { addVoiceOptions } from '../options.js'
import { collected } from '../outputs.js'
import type { Finish, World } from '../world.js'
import { addEffortOptions } from '../effort.js'
import { addProjectOptions } from './check-options.js'

type Render = (view: LedgerView, surface: Surface) => string

/** How the ledger can be given; the code of each is loaded when it is asked for. */
const FORMATS: Readonly<Record<string, () => Promise<Render>>> = {
  table: async () => (await import('../../reporters/promises/table.js')).table,
  json: async () => (await import('../../reporters/promises/data.js')).json,
  csv: async () => (await import('../../reporters/promises/data.js')).csv,
  markdown: async () => (await import('../../reporters/promises/markdown.js')).markdown,
}

interface PromisesOptions extends ReadingFlags, LedgerChoice {
  readonly format: string
}

const EXAMPLES = `
A promise is
  contradicted   staff are told something worse for the customer
  condition      staff ask for more than customers were told
  weakened       staff read that it is only an aim
  unbacked       no document for staff mentions it
  silent         saydo found no passage for staff that is clearly about it
  kept           staff are told the same, or better

Examples:
  saydo promises                                  all of them, with what became of each
  saydo promises --status unbacked                those that staff have not heard of
  saydo promises --expiring 30d                   those that end within 30 days, or ended
  saydo promises site/returns.md --topic returns  what one page promises about returns
  saydo promises --format csv > promises.csv      for a spreadsheet`

/** Adds `saydo promises`. */
export function addPromises(program: Command, world: World, finish: Finish): void {
  const command = program.command('promises')
    .summary('list every promise, with what became of it')
    .description('Lists every promise to customers: what is promised, until when, where it stands, where staff are told of it, and whether they are told the same.')
    .argument('[paths...]', 'only promises that stand in these files or folders, or that staff are told of there')
  addEffortOptions(addProjectOptions(command))
    .addOption(new Option('-f, --format <name>', 'how to print').choices(Object.keys(FORMATS)).default('table'))
    .addOption(new Option('--status <verdict>', `only promises with this verdict, can be given several times (${VERDICTS.join(', ')})`).argParser(collected))
    .addOption(new Option('--topic <topic>', 'only promises about this topic, such as returns or returns.window; can be given several times').argParser(collected))
    .option('--expiring <time>', 'only promises that end within this time, such as 30d, 6w or 3m, or that have ended')
  addVoiceOptions(command).addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[], options: PromisesOptions) => finish(await withProject(world, options, (checked) => list(checked, { world, paths, options }))))
}

async function list({ project: { root, config }, view }: CheckedProject, { world, paths, options }: { readonly world: World; readonly paths: readonly string[]; readonly options: PromisesOptions }): Promise<void> {
  const { ledger } = view.report
  checkChoice(options, view.topics.map((topic) => topic.id))
  const entries = ledger.filter(chooses(options, givenPaths(paths, world.cwd, root), config.today))
  if (entries.length === 0 && ledger.length > 0) world.err(`${say({ id: 'promises.none', slots: { n: String(ledger.length) } }, view.messages)}\n`)
  const render = await (FORMATS[options.format] as () => Promise<Render>)()
  const isBare = entries.length === 0 && options.format === 'table'
  if (!isBare) world.out(render({ ...view, entries }, screen({ world, root, color: options.color })))
}
