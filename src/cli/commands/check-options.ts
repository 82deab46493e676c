import { Option, type Command } from 'commander'
import type { ProjectFlags } from '../../host/open-project.js'
import { REPORTERS } from '../../reporters/reporters.js'
import type { BaselineFlags } from '../baseline.js'
import { addEffortOptions, type EffortFlags } from '../effort.js'
import { addVoiceOptions, type VoiceFlags, wholeNumber } from '../options.js'
import type { Strictness } from '../outcome.js'
import { collected, collectedFormat } from '../outputs.js'
import type { StdinFlags } from '../typed-text.js'
import type { WorkFlags } from '../work.js'

/** What can be said after `saydo check`. */
export interface CheckOptions extends ProjectFlags, EffortFlags, VoiceFlags, Strictness, WorkFlags, BaselineFlags, StdinFlags {
  /** In the order given, each once. */
  readonly format?: readonly string[]
  readonly outputFile?: readonly string[]
  readonly quiet?: boolean
  readonly rule?: readonly string[]
  readonly whyNot?: string
  /** Put right what can be, or only show it. */
  readonly fix?: boolean
  readonly fixDryRun?: boolean
  readonly watch?: boolean
  readonly claims?: readonly string[]
}

const EXAMPLES = `
Examples:
  saydo check                                      with the saydo.yaml of this folder or one above
  saydo check site/returns.md                      report only what concerns this page
  saydo check --say "site/**" --do "playbooks/**"  without a saydo.yaml
  saydo check -o json=report.json                  print the report, and write it into a file for programs
  saydo check --since main                         report only what has changed since main
  saydo check --claims playbook.claims.jsonl       with staff documents of another repository
  saydo check --watch                              check again whenever something changes
  saydo check --fix                                put right what can be, and report the rest
  saydo check --why-not site/returns.md:12         why was nothing reported about this line?

Exit codes: 0 all is well, 1 errors were found, 2 the command or saydo.yaml needs a change, 3 a bug in saydo`

/** Which documents are read, and as what; the same for every command that reads a project. */
export function addProjectOptions(command: Command): Command {
  return command
    .option('-c, --config <file>', 'the configuration to use (default: saydo.yaml, from here upwards)')
    .option('--say <glob...>', 'documents that customers read')
    .option('--do <glob...>', 'documents that tell staff what to do')
    .option('--business <name>', 'the trade you are in, such as retail or hospitality')
    .option('--today <day>', 'judge offers as on this day, such as 2025-11-22')
}

/** What is reported, and how; the same for commands that report what a check found. */
export function addReportOptions(command: Command): Command {
  return addVoiceOptions(addEffortOptions(addProjectOptions(command))
    .addOption(new Option('-f, --format <name>', 'how to report, can be given several times (default: text)').choices(REPORTERS.map((reporter) => reporter.id)).argParser(collectedFormat))
    .addOption(new Option('-o, --output-file <[format=]file>', 'write a report into this file instead of printing it; with several formats, name the one: sarif=report.sarif').argParser(collected))
    .option('-q, --quiet', 'report errors only')
    .option('--max-warnings <number>', 'fail when there are more warnings than this', wholeNumber)
    .option('--exit-zero', 'end with 0 even when something is found')
    .option('--rule <id...>', 'report findings of these rules only')
    .option('--since <ref>', 'report only what the work since this branch, tag or commit of git has caused')
    .option('--baseline [file]', 'report only what is not in this baseline (default: saydo-baseline.json beside saydo.yaml)')
    .option('--no-baseline', 'report everything, whatever saydo.yaml says of a baseline')
    .option('--claims <file...>', 'compare also with what `saydo extract` wrote down in another repository or on another machine')
    .option('--allow-empty', 'accept a check that has nothing to compare'))
}

/** The words of `saydo check` and its help. */
export function addCheckOptions(command: Command): Command {
  return addReportOptions(command)
    .addOption(new Option('--staged', 'report only what the staged changes cause, reading files as they are staged').conflicts('since'))
    .option('--why-not <file:line>', 'tell what was made of a line, and why nothing was reported about it')
    .option('--stdin', 'take the text of one document from standard input, and report what touches it')
    .addOption(new Option('--stdin-filename <file>', 'which document that is; it need not be on the disk').conflicts(['fix', 'fixDryRun']))
    .addOption(new Option('--watch', 'check again whenever a document or saydo.yaml changes, until Ctrl-C').conflicts(['stdin', 'stdinFilename', 'staged', 'whyNot']))
    .addOption(new Option('--fix', 'put right what can be put right without thinking, and report the rest').conflicts(['staged', 'whyNot', 'watch']))
    .addOption(new Option('--fix-dry-run', 'show as a diff what --fix would change, and write nothing').conflicts(['fix', 'staged', 'whyNot', 'watch', 'format', 'outputFile']))
    .addHelpText('after', EXAMPLES)
}
