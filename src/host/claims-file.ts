import { createHash } from 'node:crypto'
import { READING_FORMAT, problemShape, readingShape } from '../engine/reading-codec.js'
import { DamagedError, flag, list, number, oneOf, optional, record, type Shape, text, whole } from '../engine/shapes.js'
import type { Config } from '../model/config.js'
import type { Problem } from '../model/document.js'
import type { Pack } from '../model/pack.js'
import type { Reading } from '../model/program.js'
import { UsageError } from './errors.js'

/** One document in a claims file. */
export interface ClaimsDocument {
  readonly reading: Reading
  /** Where its lines begin, to tell line and column without its text. */
  readonly lines: readonly number[]
  /** What tells its text from any other; absent where the text is withheld. */
  readonly source?: string
}

/** Documents that were read elsewhere. */
export interface Claims {
  readonly documents: readonly ClaimsDocument[]
  /** What could not be read there. */
  readonly problems: readonly Problem[]
  /** Sentences were left out. */
  readonly redacted: boolean
  /** Words that no list knows were made unrecognisable with a secret; this tells whether another secret is the same. */
  readonly secret?: string
}

/** What claims are read with: the program, its rules, and those settings that decide what a document says. */
export interface Making {
  readonly version: string
  readonly pack: Pack
  readonly config: Config
}

/** Rises when the lines below change. */
const FORMAT = 1
const KIND = 'saydo claims'

interface Header {
  readonly kind: string
  readonly format: number
  readonly version: string
  readonly reading: number
  readonly rules: string
  readonly settings: string
  readonly documents: number
  /** Of all the lines below. */
  readonly sum: string
  readonly redacted: boolean
  readonly secret?: string
}

/** A short name for a text, that no other text has. */
export const nameOf = (value: string): string => createHash('sha256').update(value).digest('hex').slice(0, 32)

/** The rules without what is said about them, and without the words of the languages, which belong to the version. */
function rulesOf({ words: _words, messages: _messages, ...rules }: Pack): string {
  return nameOf(JSON.stringify(rules))
}

const settingsOf = ({ terms, topics }: Making['config']): string => nameOf(JSON.stringify([terms, topics]))

/** Lengths instead of places: shorter, and the same. */
const lineLengths: Shape<readonly number[]> = {
  write: (starts) => starts.slice(1).map((start, index) => start - (starts[index] as number)),
  read: (json) => {
    const starts = [0]
    for (const length of list(whole(1)).read(json)) starts.push((starts.at(-1) as number) + length)
    return starts
  },
}

const documentShape = record<ClaimsDocument>({ reading: readingShape, lines: lineLengths, source: optional(text) })
const problems = list(problemShape)
const headerShape: { readonly [K in keyof Header]-?: Shape<Header[K]> } = {
  kind: oneOf([KIND]), format: number, version: text, reading: number, rules: text, settings: text, documents: whole(), sum: text, redacted: flag, secret: optional(text),
}

/** A claims file: a line that says what it is, a line of problems, and a line for each document. */
export function claimsText(claims: Claims, making: Making): string {
  const lines = [problems.write(claims.problems), ...claims.documents.map((document) => documentShape.write(document))].map((line) => `${JSON.stringify(line)}\n`)
  const header: Header = {
    kind: KIND, format: FORMAT, version: making.version, reading: READING_FORMAT, rules: rulesOf(making.pack), settings: settingsOf(making.config),
    documents: claims.documents.length, sum: nameOf(lines.join('')), redacted: claims.redacted, secret: claims.secret,
  }
  return `${JSON.stringify(header)}\n${lines.join('')}`
}

const AGAIN = 'Make it again with this version of saydo: saydo extract -o FILE'

function headerOf(name: string, line: string, making: Making): Header {
  const foreign = new UsageError(`"${name}" is not a claims file of saydo.`, 'Such a file is made by: saydo extract -o playbook.claims.jsonl')
  let json: Readonly<Record<string, unknown>>
  try {
    json = JSON.parse(line) as typeof json
  } catch {
    throw foreign
  }
  if (json?.['kind'] !== KIND) throw foreign
  // the version comes first: another one may have another header
  const made = text.read(json['version'])
  if (made !== making.version) throw new UsageError(`"${name}" was made by saydo ${made}, and this is saydo ${making.version}.`, AGAIN)
  return Object.fromEntries(Object.entries(headerShape).map(([key, shape]) => [key, shape.read(json[key] ?? null)])) as unknown as Header
}

function refuseOther(name: string, header: Header, making: Making): void {
  if (header.format !== FORMAT || header.reading !== READING_FORMAT || header.rules !== rulesOf(making.pack)) throw new UsageError(`"${name}" was made with other rules than those here.`, AGAIN)
  if (header.settings !== settingsOf(making.config)) {
    throw new UsageError(`"${name}" was made with other "terms" or "topics" than those in the saydo.yaml here.`, 'Give both the same, then make it again: what a document says depends on them.')
  }
}

/** Reads a claims file. Throws a UsageError for one that is damaged, of another version, or none at all. */
export function readClaims(name: string, source: string, making: Making): Claims {
  const damaged = new UsageError(`"${name}" is damaged: it is cut off, or was changed after it was made.`, 'Copy it again, or make it again: saydo extract -o FILE')
  const end = source.indexOf('\n')
  try {
    const header = headerOf(name, end < 0 ? source : source.slice(0, end), making)
    refuseOther(name, header, making)
    const body = source.slice(end + 1)
    if (header.sum !== nameOf(body)) throw damaged
    const [first, ...rest] = body.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as unknown)
    if (rest.length !== header.documents) throw damaged
    return { problems: problems.read(first), documents: rest.map((line) => documentShape.read(line)), redacted: header.redacted, secret: header.secret }
  } catch (error) {
    throw error instanceof DamagedError || error instanceof SyntaxError ? damaged : error
  }
}
