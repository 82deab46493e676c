import type { Block, Trail, TrailKind } from '../model/document.js'
import type { Kit, Reader } from './kit.js'
import { cuesIn, type Lexed, keysOf, lex } from './lexed.js'

/** How much a word above or beside a sentence counts against one in it. */
const NEARNESS: Readonly<Record<TrailKind, number>> = { heading: 0.5, item: 0.6, row: 0.85, column: 0.7, key: 0.6, question: 0.75 }
/** Each further heading outwards counts for half; the keys of a data file are its only words, so they keep more. */
const OUTWARDS: Readonly<Partial<Record<TrailKind, number>>> = { heading: 0.5, key: 0.8 }

/** What one piece of trail says. */
export interface TrailInfo {
  readonly kind: TrailKind
  readonly weight: number
  readonly keys: ReadonlyMap<string, number>
  readonly hits: ReadonlySet<string>
  readonly lexed: Lexed
  /** What it was read with: names in data files are typed with plain letters, or are English. */
  readonly reader: Reader
}

/** Reads the trails of a document's blocks; the same heading is read once in each language. */
export type TrailReader = (block: Block, reader: Reader) => readonly TrailInfo[]

export function trailReader(kit: Kit): TrailReader {
  const known = new Map<string, Omit<TrailInfo, 'kind' | 'weight'>>()
  const info = (text: string, reader: Reader, isName: boolean): Omit<TrailInfo, 'kind' | 'weight'> => {
    const memo = `${reader.language.tag} ${isName} ${text}`
    const found = known.get(memo)
    if (found) return found
    const made = isName ? readName(text, reader, kit) : readStep(text, reader, kit)
    known.set(memo, made)
    return made
  }
  return (block, reader) => block.trail.map((step, i) => ({ kind: step.kind, weight: weightOf(block.trail, i), ...info(step.text, reader, NAMES.has(step.kind)) }))
}

/** Keys of data files become rows and columns where maps are alike. */
const NAMES: ReadonlySet<TrailKind> = new Set(['key', 'row', 'column'])

function readStep(text: string, reader: Reader, kit: Kit): Omit<TrailInfo, 'kind' | 'weight'> {
  const lexed = lex(text, reader)
  const keys = new Map(lexed.clauses.flatMap((clause) => [...keysOf(lexed, clause, [clause.from, clause.to], kit, reader)]))
  return { keys, hits: new Set(lexed.clauses.flatMap((clause) => clause.hits.map((hit) => hit.key))), lexed, reader }
}

const PLAIN_LETTERS = /^[\x20-\x7e]*$/
const HAS_LETTERS = /[a-z]{2}/i

/** Reads the name of a field or a file: in the letters of the language, in plain ones, or in English. */
export function readName(text: string, reader: Reader, kit: Kit): Omit<TrailInfo, 'kind' | 'weight'> {
  const typed = PLAIN_LETTERS.test(text) && HAS_LETTERS.test(text) ? kit.typedReaders[reader.language.tag] : undefined
  if (!typed) return readStep(text, reader, kit)
  const plain = readStep(typed.spell(text), typed, kit)
  if (plain.hits.size > 0) return plain
  const own = readStep(text, reader, kit)
  return own.hits.size > 0 ? own : readStep(text, kit.readers[kit.fallback] as Reader, kit)
}

function weightOf(trail: readonly Trail[], at: number): number {
  const step = trail[at] as Trail
  const inner = trail.slice(at + 1).filter((other) => other.kind === step.kind).length
  return NEARNESS[step.kind] * (OUTWARDS[step.kind] ?? 0.5) ** inner
}

/** A heading or column name is short; a longer step is a sentence of its own. */
const SHORT = 8

/** True when a short step of the trail has a word of a cue list: a column "Avoid", a heading "Words to leave out". */
export const namedAbove = (trail: readonly TrailInfo[], cue: string): boolean =>
  trail.some((step) => step.hits.has(`cue:${cue}`) && step.lexed.tokens.length <= SHORT)

/** Ids of the cue lists that have a word in the trail. */
export function cuesAbove(trail: readonly TrailInfo[]): Set<string> {
  return new Set(trail.flatMap((step) => cuesIn([...step.hits])))
}
