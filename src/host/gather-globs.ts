import { extname } from 'node:path'
import { escapePath } from 'tinyglobby'
import type { Guess } from './guess-sides.js'

type GuessedSide = Guess['side']

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** The folders right below a folder. */
function below(folder: string, guesses: readonly Guess[]): readonly string[] {
  const start = folder === '' ? 0 : folder.length + 1
  const deeper = guesses.filter(({ path }) => folderOf(path) !== folder).map(({ path }) => path.slice(0, path.indexOf('/', start)))
  return [...new Set(deeper)]
}

/** Fewer files of one kind than this are named one by one: a pattern would also take in what comes later. */
const FEW = 3

/** A pattern for all files of one kind in a folder where they are of one side; else each by its name. */
function loosePatterns(folder: string, loose: readonly Guess[], side: GuessedSide): readonly string[] {
  const kinds = [...new Set(loose.map(({ path }) => extname(path)))]
  return kinds.flatMap((kind) => {
    const files = loose.filter(({ path }) => extname(path) === kind)
    const wanted = files.filter((guess) => guess.side === side)
    const inOne = wanted.length >= FEW && wanted.length === files.length && side !== 'neither'
    return inOne ? [`${folder === '' ? '' : `${escapePath(folder)}/`}*${kind}`] : wanted.map(({ path }) => escapePath(path))
  })
}

function patternsIn(folder: string, guesses: readonly Guess[], side: GuessedSide): readonly string[] {
  const sides = new Set(guesses.map((guess) => guess.side).filter((one) => one !== 'neither' || side === 'neither'))
  if (!sides.has(side)) return []
  if (sides.size === 1 && folder !== '') return [`${escapePath(folder)}/**`]
  const loose = guesses.filter(({ path }) => folderOf(path) === folder)
  const inside = below(folder, guesses).flatMap((child) => patternsIn(child, guesses.filter(({ path }) => path.startsWith(`${child}/`)), side))
  return [...inside, ...loosePatterns(folder, loose.filter((one) => one.side !== 'neither' || side === 'neither'), side)]
}

/** What `saydo.yaml` should say so that each side has the documents that were guessed for it. */
export interface Gathered {
  readonly say: readonly string[]
  readonly do: readonly string[]
  /** What the patterns would take in that is for neither. */
  readonly ignore: readonly string[]
}

/** True when a pattern would take in files below what another pattern stands for. */
const takesIn = (pattern: string, other: string): boolean =>
  (pattern.endsWith('/**') && other.startsWith(pattern.slice(0, -2))) || (pattern.includes('*.') && folderOf(pattern) === folderOf(other) && extname(pattern) === extname(other))

/** The fewest patterns for the guessed documents: whole folders where all in them are of one side, else kinds of files, else names. */
export function gatherGlobs(guesses: readonly Guess[]): Gathered {
  const [say, told, neither] = (['say', 'do', 'neither'] as const).map((side) => patternsIn('', guesses, side)) as [readonly string[], readonly string[], readonly string[]]
  return { say, do: told, ignore: neither.filter((other) => [...say, ...told].some((pattern) => takesIn(pattern, other))) }
}
