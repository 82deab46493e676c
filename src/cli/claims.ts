import { resolve } from 'node:path'
import { renamed, unknownKeys } from '../engine/redact.js'
import { type Claims, type ClaimsDocument, type Making, nameOf, readClaims } from '../host/claims-file.js'
import { UsageError } from '../host/errors.js'
import { readSource } from '../host/read-source.js'
import { readDocuments } from '../host/run-check.js'
import { hider, signOf } from '../host/secret.js'
import type { Problem } from '../model/document.js'
import type { Reading, SourceFile } from '../model/program.js'
import { byCodeUnits } from '../model/text.js'
import { secretOf, type World } from './world.js'

/** The documents of a project that are here, and those that were read elsewhere. */
export interface Gathered {
  readonly files: readonly SourceFile[]
  readonly problems: readonly Problem[]
  readonly readings: readonly Reading[]
  /** Where lines begin in the documents that were read elsewhere. */
  readonly lines: ReadonlyMap<string, readonly number[]>
}

interface Named extends Claims {
  readonly name: string
}

/** In bytes; the claims of ten thousand documents take about a tenth of it. */
const LARGEST = 400 << 20

function open(world: World, name: string, making: Making): Named {
  const decoded = readSource(resolve(world.cwd, name), LARGEST)
  if (decoded.text === undefined) throw new UsageError(`The claims file "${name}" cannot be read. ${decoded.message}`, 'Check the path after --claims. Such a file is made by: saydo extract -o playbook.claims.jsonl')
  return { name, ...readClaims(name, decoded.text, making) }
}

/** Refuses a document that would count twice. One that is here as well, with the same text, is the same. */
function refuseTwice(all: readonly Named[], files: ReadonlyMap<string, SourceFile>): void {
  const known = new Map<string, string>()
  for (const { name, documents } of all) {
    for (const { reading: { extract: { file } }, source } of documents) {
      const other = known.get(file)
      if (other !== undefined) throw new UsageError(`"${file}" stands in "${other}" and in "${name}".`, 'Name each claims file once, and those of one run of extract only.')
      known.set(file, name)
      const here = files.get(file)
      if (here && source === undefined) throw new UsageError(`"${file}" stands here and, without its text, in "${name}".`, 'If they are two documents, rename one. If they are one, leave it out on one side, with "ignore" in saydo.yaml.')
      if (here && source !== nameOf(here.source)) throw new UsageError(`"${file}" is not the text that "${name}" was made of.`, 'Make the claims file again, or rename one of the two if they are different documents.')
    }
  }
}

/** Gives words that were made unrecognisable their name back where a document here has the same one. */
async function withOurWords(all: readonly Named[], world: World, ours: () => Promise<readonly Reading[]>): Promise<readonly ClaimsDocument[]> {
  const hidden = all.filter((claims) => claims.secret !== undefined)
  if (hidden.length === 0) return all.flatMap(({ documents }) => documents)
  const secret = secretOf(world)
  const other = hidden.find((claims) => secret === undefined || claims.secret !== signOf(secret))
  if (other || secret === undefined) {
    throw new UsageError(`"${hidden[0]?.name ?? ''}" was made with a secret, and SAYDO_SECRET ${secret === undefined ? 'is not set here' : 'is another one here'}.`, 'Set SAYDO_SECRET to the same value in both places, or make the file without it.')
  }
  const readable = all.filter((claims) => claims.secret === undefined).flatMap(({ documents }) => documents.map(({ reading }) => reading))
  const hide = hider(secret)
  const names = new Map([...unknownKeys([...(await ours()), ...readable])].map((key) => [hide(key), key]))
  return all.flatMap((claims) => claims.documents.map((document) => (claims.secret === undefined ? document : { ...document, reading: renamed(document.reading, (key) => names.get(key) ?? key) })))
}

/** What could not be read, each once, by path: whether it was tried here or elsewhere does not show. */
function together(problems: readonly Problem[]): readonly Problem[] {
  const each = new Map(problems.map(({ file, message, span, line, column }) => [JSON.stringify([file, message, span, line]), { file, message, span, line, column }]))
  return [...each.values()].sort((a, b) => byCodeUnits(a.file, b.file))
}

/** The documents here with those of claims files. Throws a UsageError for files that cannot be used, or not together. */
export async function withClaims(files: readonly SourceFile[], problems: readonly Problem[], { world, making, names }: { readonly world: World; readonly making: Making; readonly names: readonly string[] }): Promise<Gathered> {
  const all = names.map((name) => open(world, name, making))
  refuseTwice(all, new Map(files.map((file) => [file.path, file])))
  const elsewhere = new Set(all.flatMap(({ documents }) => documents.map(({ reading }) => reading.extract.file)))
  const ours = files.filter(({ path }) => !elsewhere.has(path))
  const documents = await withOurWords(all, world, () => readDocuments({ files: ours, pack: making.pack, config: making.config }))
  return {
    files: ours, readings: documents.map(({ reading }) => reading), lines: new Map(documents.map(({ reading, lines }) => [reading.extract.file, lines])),
    problems: together([...problems, ...all.flatMap((claims) => claims.problems)]),
  }
}
