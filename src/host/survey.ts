import { readAll } from '../engine/check.js'
import { formatFor } from '../formats/index.js'
import type { Extract } from '../model/claim.js'
import type { Side } from '../model/document.js'
import type { Pack } from '../model/pack.js'
import type { SourceFile } from '../model/program.js'
import { DEFAULT_CONFIG } from './config-value.js'
import { findDocuments } from './find-documents.js'
import { guessBusiness, type BusinessGuess } from './guess-business.js'
import { guessSides, type Guess, type Witness } from './guess-sides.js'
import { gatherGlobs, type Gathered } from './gather-globs.js'
import { loadSides } from './load-sides.js'
import { readFiles } from './read-files.js'

/** What stands in a folder, as far as saydo can tell without having been told. */
export interface Survey {
  readonly guesses: readonly Guess[]
  readonly patterns: Gathered
  readonly business?: BusinessGuess
  /** Tags of the languages that the documents are written in, the most frequent first. */
  readonly languages: readonly string[]
}

/** Of a folder with many documents so many are read; the others go with them. */
const PER_FOLDER = 12
const IN_ALL = 400

/** Some documents of each folder, spread over it. */
function sample(paths: readonly string[]): readonly string[] {
  const byFolder = new Map<string, string[]>()
  for (const path of paths) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), path])
  }
  const spread = (all: readonly string[]): readonly string[] => all.filter((_, i) => Math.floor((i * PER_FOLDER) / all.length) !== Math.floor(((i - 1) * PER_FOLDER) / all.length))
  return [...byFolder.values()].flatMap((all) => (all.length <= PER_FOLDER ? all : spread(all))).slice(0, IN_ALL)
}

/** The side that a document states at its top. */
async function statedSide({ path, source }: SourceFile): Promise<Side | undefined> {
  if (!/^side:/m.test(source)) return undefined
  const side = (await formatFor(path)?.load())?.read(source).front['side']
  return side === 'say' || side === 'do' ? side : undefined
}

/** A document in which saydo found nothing to read is for nobody. */
const isBlank = ({ extract, stated }: Witness): boolean => stated === undefined && extract !== undefined && extract.statements.length === 0 && extract.unread.length === 0

function languagesOf(extracts: readonly Extract[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { language, statements } of extracts) if (statements.length > 0) counts.set(language, 1 + (counts.get(language) ?? 0))
  return [...counts].sort((a, b) => b[1] - a[1]).map(([tag]) => tag)
}

/** Looks at the documents below a folder, and guesses which are for customers, which for staff, and what trade it is. */
export async function survey(root: string, extensions: readonly string[], pack: Pack): Promise<Survey> {
  const paths = await findDocuments(root, extensions)
  const { files } = readFiles(root, sample(paths).map((path) => ({ path, side: 'say', tags: {} })))
  const extracts = (await readAll({ files, pack, config: DEFAULT_CONFIG })).map((reading) => reading.extract)
  const stated = await Promise.all(files.map(statedSide))
  const read = new Map(files.map((file, i): [string, Witness] => [file.path, { path: file.path, extract: extracts[i], stated: stated[i] }]))
  const sides = loadSides()
  const witnesses = paths.map((path) => read.get(path) ?? { path })
  const blank = new Set(witnesses.filter(isBlank).map(({ path }) => path))
  const guesses = guessSides(witnesses, sides).map((guess): Guess => (blank.has(guess.path) ? { path: guess.path, side: 'neither', reason: 'text', sure: true } : guess))
  const companys = extracts.filter((_, i) => guesses.some((guess) => guess.path === files[i]?.path && guess.side !== 'neither'))
  return { guesses, patterns: gatherGlobs(guesses), business: guessBusiness(companys, pack, sides), languages: languagesOf(companys) }
}
