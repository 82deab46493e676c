import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { redacted } from '../../engine/redact.js'
import { type Claims, type ClaimsDocument, claimsText, nameOf } from '../../host/claims-file.js'
import type { ProjectFlags } from '../../host/open-project.js'
import { readDocuments } from '../../host/run-check.js'
import { hider, signOf } from '../../host/secret.js'
import { writeWhole } from '../../host/write-file.js'
import type { Side } from '../../model/document.js'
import type { SourceFile } from '../../model/program.js'
import { lineStarts } from '../../model/text.js'
import { harmless } from '../../reporters/harmless.js'
import { say } from '../../reporters/phrase.js'
import { projectIn } from '../project-in.js'
import { inShard, shardOf, type Shard } from '../shard.js'
import { EXIT, localeOption, messagesOf, secretOf, type Exit, type Finish, type World } from '../world.js'
import { addProjectOptions } from './check-options.js'

interface ExtractOptions extends ProjectFlags {
  readonly side?: Side
  readonly outputFile?: string
  readonly redact?: boolean
  readonly shard?: Shard
  readonly locale?: string
}

const EXAMPLES = `
Examples:
  saydo extract --side do -o playbook.claims.jsonl            what staff are told, for: saydo check --claims playbook.claims.jsonl
  saydo extract --side do --redact -o playbook.claims.jsonl   the same without the sentences
  saydo extract --shard 2/8 -o part-2.claims.jsonl            the second of eight parts, for: saydo check --claims part-*.claims.jsonl`

/** Adds `saydo extract`. */
export function addExtract(program: Command, world: World, finish: Finish): void {
  const command = program.command('extract')
    .summary('write down what documents say, to be compared elsewhere')
    .description('Reads documents and writes down what saydo understands of them, so that they can be compared in another repository or on another machine.')
  addProjectOptions(command)
    .addOption(new Option('--side <side>', 'only documents of this side').choices(['say', 'do']))
    .option('-o, --output-file <file>', 'where to write (default: standard output)')
    .option('--redact', 'leave out all sentences; words that saydo does not know are left out, or made unrecognisable with the secret in SAYDO_SECRET')
    .option('--shard <part/of>', 'read only one of several parts of the documents, such as 2/8', shardOf)
    .addOption(localeOption())
    .addHelpText('after', EXAMPLES)
    .action(async (options: ExtractOptions) => finish(await runExtract(world, options)))
}

async function claimsOf(world: World, options: ExtractOptions): Promise<{ readonly claims: Claims; readonly text: string }> {
  const { files, problems, config, pack, place } = await projectIn(world, options)
  const ours = inShard([...files, ...problems.map(({ file }) => ({ path: file }))].map(({ path }) => path), options.shard)
  const mine = files.filter(({ path }) => ours.has(path))
  const readings = await readDocuments({ files: mine, pack, config })
  const secret = secretOf(world)
  const hide = hider(secret)
  const documents = readings.flatMap((reading, index): ClaimsDocument[] => {
    const { source } = mine[index] as SourceFile
    if (options.side !== undefined && reading.extract.side !== options.side) return []
    const lines = lineStarts(source)
    return [options.redact ? { reading: redacted(reading, hide), lines } : { reading, lines, source: nameOf(source) }]
  })
  const isMine = (file: string): boolean => ours.has(file) && (options.side === undefined || place(file)?.side === options.side)
  const claims: Claims = {
    documents, problems: problems.filter(({ file }) => isMine(file)), redacted: options.redact ?? false,
    secret: options.redact && secret !== undefined ? signOf(secret) : undefined,
  }
  return { claims, text: claimsText(claims, { version: world.version, pack, config }) }
}

async function runExtract(world: World, options: ExtractOptions): Promise<Exit> {
  const messages = messagesOf(world.loadPack(), options.locale)
  const { claims, text } = await claimsOf(world, options)
  const tell = (id: string, slots: Readonly<Record<string, string>> = {}): void => world.err(`${say({ id, slots }, messages)}\n`)
  if (options.outputFile === undefined) world.out(text)
  else await writeWhole(resolve(world.cwd, options.outputFile), text)
  if (options.outputFile !== undefined) tell('cli.extracted', { n: String(claims.documents.length), file: harmless(options.outputFile) })
  if (options.redact) tell(claims.secret === undefined ? 'cli.redacted' : 'cli.redacted-with-secret')
  return claims.problems.length > 0 ? EXIT.findings : EXIT.clean
}
