import type { Extract, Statement } from '../model/claim.js'
import type { Alignment, Matched } from '../model/match.js'
import type { Pack } from '../model/pack.js'
import { type Aligner, aligner } from './align.js'
import { scopeJudge } from './scope.js'
import { keyWeights } from './weights.js'

/** A key that stands in more statements than this says nothing about any two of them. */
const TOO_COMMON = 400
/** Only so many partners of one statement are worth a look. */
const MOST = 25

type Index = ReadonlyMap<string, readonly Statement[]>

/** Finds which statements speak of the same thing: by an index over their telling words, never all pairs. */
export function match(extracts: readonly Extract[], pack: Pack): Matched {
  const statements = extracts.flatMap((extract) => extract.statements)
  const weight = keyWeights(statements, pack.concepts)
  const judge = aligner(weight, scopeJudge(extracts.flatMap((extract) => extract.contrasts), pack.concepts))
  const said = statements.filter((s) => s.side === 'say' && s.kind === 'said')
  const told = statements.filter((s) => s.side === 'do' && (s.kind === 'said' || s.kind === 'example'))
  const doIndex = indexOf(told, weight)
  const across = new Map(said.map((s) => [s, partners(s, doIndex, judge, weight)]))
  return {
    across, back: reverse(across), weight,
    withinSay: within(said, indexOf(said, weight), judge, weight),
    withinDo: within(told, doIndex, judge, weight),
  }
}

function indexOf(statements: readonly Statement[], weight: (key: string) => number): Index {
  const index = new Map<string, Statement[]>()
  for (const statement of statements) {
    for (const [key, near] of statement.weights) {
      if (weight(key) * near < 0.12) continue
      const list = index.get(key)
      if (list) list.push(statement)
      else index.set(key, [statement])
    }
  }
  return index
}

function partners(statement: Statement, index: Index, judge: Aligner, weight: (key: string) => number): Alignment[] {
  const seen = new Set<Statement>()
  const found: Alignment[] = []
  for (const [key, near] of statement.weights) {
    if (weight(key) * near < 0.12) continue
    const list = index.get(key) ?? []
    if (list.length > TOO_COMMON) continue
    for (const other of list) {
      if (other === statement || seen.has(other)) continue
      seen.add(other)
      const alignment = judge.align(statement, other)
      if (alignment) found.push(alignment)
    }
  }
  return found.sort((a, b) => b.score - a.score).slice(0, MOST)
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

function within(statements: readonly Statement[], index: Index, judge: Aligner, weight: (key: string) => number): Alignment[] {
  const order = new Map(statements.map((statement, i) => [statement, i]))
  return statements.flatMap((statement) =>
    statement.claims.length === 0 ? [] : partners(statement, index, judge, weight).filter((pair) =>
      (order.get(pair.b) ?? 0) > (order.get(pair.a) ?? 0) && pair.b.claims.length > 0 && !(pair.a.file === pair.b.file && pair.a.block === pair.b.block)))
}
