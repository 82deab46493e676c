import { resolve } from 'node:path'
import type { Command } from 'commander'
import { UsageError } from '../../host/errors.js'
import { didYouMean } from '../../host/nearest.js'
import type { Project } from '../../host/open-project.js'
import { writeWhole } from '../../host/write-file.js'
import type { Report } from '../../model/finding.js'
import { brief } from '../../reporters/brief/brief.js'
import type { Messages } from '../../reporters/phrase.js'
import { type CheckedProject, type ReadingFlags, withProject } from '../checked-project.js'
import { localeOption, type Finish, type World } from '../world.js'
import { addEffortOptions } from '../effort.js'
import { checkerIn, inputOf } from '../project-in.js'
import { addProjectOptions } from './check-options.js'

interface BriefOptions extends ReadingFlags {
  readonly touchpoint?: string
  readonly output?: string
  readonly since?: string
}

const EXAMPLES = `
Examples:
  saydo brief                                 what all staff should know today
  saydo brief --touchpoint phone              for whoever answers the phone
  saydo brief --since HEAD~7                  with what has changed since then on top
  saydo brief --locale sk -o rano.md          in Slovak, into a file`

/** Adds `saydo brief`. */
export function addBrief(program: Command, world: World, finish: Finish): void {
  const command = program.command('brief')
    .summary('write the staff briefing: what is promised today')
    .description('Writes a sheet for staff, in Markdown: what customers are promised today, by touchpoint and topic, with the page that says so. Promises that are over, or do not hold yet, stand at its end.')
  addEffortOptions(addProjectOptions(command))
    .option('--touchpoint <name>', 'for one touchpoint, such as phone: first what its documents tell of, then what they do not')
    .option('--since <ref>', 'say first what has changed since this branch, tag or commit of git')
    .option('-o, --output <file>', 'write it into this file instead of printing it')
    .addOption(localeOption())
    .addHelpText('after', EXAMPLES)
    .action(async (options: BriefOptions) => finish(await withProject(world, options, (checked) => write(checked, world, options))))
}

/** The touchpoint by the name that the documents give it. Throws a UsageError for one that no document has. */
function touchpointIn({ documents }: Report, asked: string | undefined): string | undefined {
  if (asked === undefined) return undefined
  const names = [...new Set(documents.flatMap((document) => document.touchpoint ?? []))]
  const found = names.find((name) => name.toLowerCase() === asked.toLowerCase())
  if (found !== undefined) return found
  const hint = names.length > 0 ? `The documents name these: ${names.toSorted().join(', ')}.` : 'Name the touchpoint of each document for staff in saydo.yaml: do: [{path: playbooks/phone.md, touchpoint: phone}]'
  throw new UsageError(`No document is for the touchpoint "${asked}". ${didYouMean(asked, names)}`.trim(), hint)
}

/** What was promised before the work since a branch, tag or commit. Throws a UsageError where git cannot tell. */
async function ledgerBefore(ref: string, project: Project, { world, options, messages }: { readonly world: World; readonly options: BriefOptions; readonly messages: Messages }): Promise<Report['ledger']> {
  // git and the comparing of lines are loaded only by those who ask for them
  const { workSince } = await import('../../host/changes.js')
  const { before } = await workSince(ref, project)
  const check = checkerIn(world, project.root, { ...options, messages })
  return (await check({ ...inputOf(project), files: before, problems: [] })).ledger
}

async function write({ project, view }: CheckedProject, world: World, options: BriefOptions): Promise<void> {
  const { since } = options
  const before = since === undefined ? undefined : { ref: since, entries: await ledgerBefore(since, project, { world, options, messages: view.messages }) }
  const sheet = brief({ ...view, entries: view.report.ledger, touchpoint: touchpointIn(view.report, options.touchpoint), before })
  if (options.output === undefined) world.out(sheet)
  else await writeWhole(resolve(world.cwd, options.output), sheet)
}
