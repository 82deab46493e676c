import type { Contrast, Extract, Statement } from '../model/claim.js'
import type { Alignment, Matched } from '../model/match.js'
import type { Pack } from '../model/pack.js'
import { type Aligner, aligner } from './align.js'
import { scopeJudge } from './scope.js'
import { keyWeights } from './weights.js'

/** A key that stands in more statements than this says nothing about any two of them. */
const TOO_COMMON = 250
/** Words that weigh less point at nothing by themselves. */
const LEAST = 0.12
/** So many of a statement's most telling words are looked up. */
const MOST_KEYS = 10
/** So many statements are compared in full. */
const CANDIDATES = 40
/** Only so many partners of one statement are worth a look. */
const MOST = 25

/** Statements by their telling words: number and nearness of each that has the word. */
interface Index {
  readonly statements: readonly Statement[]
  readonly places: ReadonlyMap<string, readonly (readonly [number, number])[]>
  readonly sums: Tally
}

/** Finds which statements speak of the same thing: by an index over their telling words, never all pairs. */
export function match(extracts: readonly Extract[], pack: Pack): Matched {
  const statements = extracts.flatMap((extract) => extract.statements)
  const weight = keyWeights(statements, pack.concepts)
  const judge = aligner(weight, scopeJudge(distinct(extracts.flatMap((extract) => extract.contrasts)), pack.concepts))
  const said = statements.filter((s) => s.side === 'say' && s.kind === 'said')
  const told = statements.filter((s) => s.side === 'do' && (s.kind === 'said' || s.kind === 'example'))
  const doIndex = indexOf(told, weight)
  const across = new Map(said.map((s) => [s, partners(s, doIndex, judge, weight)]))
  return {
    across, back: reverse(across), weight,
    withinSay: within(said, judge, weight),
    withinDo: within(told, judge, weight),
  }
}

/** The same table on a hundred pages tells the same things apart. */
function distinct(contrasts: readonly Contrast[]): Contrast[] {
  return [...new Map(contrasts.map((contrast) => [`${contrast.kind} ${contrast.members.map((keys) => keys.join(' ')).join('|')}`, contrast])).values()]
}

function indexOf(statements: readonly Statement[], weight: (key: string) => number): Index {
  const places = new Map<string, (readonly [number, number])[]>()
  statements.forEach((statement, index) => {
    for (const [key, near] of statement.weights) {
      if (weight(key) * near < LEAST) continue
      const list = places.get(key)
      if (list) list.push([index, near])
      else places.set(key, [[index, near]])
    }
  })
  return { statements, places, sums: tally(statements.length) }
}

/** Sums by statement number: an array is cheaper than a map for each of ten thousand statements. */
interface Tally {
  add(index: number, worth: number): void
  /** The numbers with the highest sums, in the order in which they were met where all are taken; empties the tally. */
  take(most: number): readonly number[]
}

function tally(size: number): Tally {
  const sums = new Float64Array(size)
  let met: number[] = []
  return {
    add: (index, worth) => {
      if (sums[index] === 0) met.push(index)
      sums[index] = (sums[index] as number) + worth
    },
    take: (most) => {
      const best = met.length > most ? [...met].sort((a, b) => (sums[b] as number) - (sums[a] as number)).slice(0, most) : met
      for (const index of met) sums[index] = 0
      met = []
      return best
    },
  }
}

/**
 * The statements that share most with one: first by the weight of its most telling words alone, over the index, then,
 * for the best of them, in full. So the work per statement is bounded, however large the site is.
 */
function partners(statement: Statement, { statements, places, sums }: Index, judge: Aligner, weight: (key: string) => number): Alignment[] {
  const keys = [...statement.weights].map(([key, near]) => [key, weight(key) * near] as const).filter(([, w]) => w >= LEAST).sort((a, b) => b[1] - a[1])
  let used = 0
  for (const [key, worth] of keys) {
    const list = places.get(key)
    if (!list || list.length > TOO_COMMON) continue
    for (const [index, near] of list) sums.add(index, worth * near)
    if (++used >= MOST_KEYS) break
  }
  return sums.take(CANDIDATES).flatMap((index) => {
    const other = statements[index] as Statement
    return other === statement ? [] : (judge.align(statement, other) ?? [])
  }).sort((a, b) => b.score - a.score).slice(0, MOST)
}

function reverse(across: ReadonlyMap<Statement, readonly Alignment[]>): Map<Statement, Alignment[]> {
  const back = new Map<Statement, Alignment[]>()
  for (const alignments of across.values()) {
    for (const alignment of alignments) {
      const list = back.get(alignment.b)
      if (list) list.push(alignment)
      else back.set(alignment.b, [alignment])
    }
  }
  for (const list of back.values()) list.sort((a, b) => b.score - a.score)
  return back
}

/** Pairs of one side: only statements that claim something can disagree. */
function within(statements: readonly Statement[], judge: Aligner, weight: (key: string) => number): Alignment[] {
  const claiming = statements.filter((statement) => statement.claims.length > 0)
  const index = indexOf(claiming, weight)
  const order = new Map(claiming.map((statement, i) => [statement, i]))
  return claiming.flatMap((statement) => partners(statement, index, judge, weight).filter((pair) =>
    (order.get(pair.b) ?? 0) > (order.get(pair.a) ?? 0) && !(pair.a.file === pair.b.file && pair.a.block === pair.b.block)))
}
