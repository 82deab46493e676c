import type { Contrast, Extract, Statement } from '../model/claim.js'
import type { Alignment, Matched, Pairs } from '../model/match.js'
import type { Pack } from '../model/pack.js'
import { type Aligner, aligner } from './align.js'
import { candidatesAmong } from './candidates.js'
import { type Candidates, type Links, linksOf, turned } from './links.js'
import { madeMap } from './made-map.js'
import { type Numbered, numbered } from './numbered.js'
import { passageLinks } from './passages.js'
import { scopeJudge } from './scope.js'
import { timedPairs, together } from './timed.js'
import { keyWeights } from './weights.js'

/** Finds which statements speak of the same thing: by an index over their telling words, never all pairs. */
export function match(extracts: readonly Extract[], pack: Pack): Matched {
  const statements = extracts.flatMap((extract) => extract.statements)
  const weights = keyWeights(statements, pack.concepts)
  const saidAll = statements.filter((s) => s.side === 'say' && s.kind === 'said')
  const toldAll = statements.filter((s) => s.side === 'do' && (s.kind === 'said' || s.kind === 'example'))
  const numbers = numbered([...saidAll, ...toldAll], weights)
  const judge = aligner(numbers, weights, scopeJudge(numbers.statements, distinct(extracts.flatMap((extract) => extract.contrasts)), pack.concepts))
  const said = saidAll.map((_, i) => i)
  const told = toldAll.map((_, i) => saidAll.length + i)
  const among = (members: readonly number[]): Candidates => candidatesAmong(members, numbers, weights.names.length)
  const means: Means = { numbers, among, judge }
  const links = linksOf(numbers.statements.length, { members: said, candidates: among(told) }, judge)
  const nearest: Matched['nearest'] = (statement, most) => {
    const at = numbers.statements.indexOf(statement)
    return at < 0 ? [] : nearby(at < said.length ? { left: [at], right: told } : { left: said, right: [at] }, most, judge)
  }
  const measured = {
    across: together(pairsIn(links, means, alike(numbers)), timedPairs({ statements: numbers.statements, left: said, right: told, keep: () => true }, judge)),
    say: within(said, means), do: within(told, means),
  }
  return { ...bothWays(links, saidAll.length, means), nearest, weight: weights.weight, measured, statements: numbers.statements, passages: lazily(() => passageLinks(statements, weights)) }
}

/** Works something out when it is first asked for. */
function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

interface Means {
  readonly numbers: Numbered
  readonly among: (members: readonly number[]) => Candidates
  readonly judge: Aligner
}

/** The pairs of both sides, from either end. */
function bothWays(links: Links, size: number, { numbers: { statements }, judge }: Means): Pick<Matched, 'across' | 'back'> {
  const back = turned(links, size, statements.length)
  return {
    across: madeMap(statements.slice(0, size), (a) => {
      const pairs: Alignment[] = []
      for (let i = links.starts[a] as number; i < (links.starts[a + 1] as number); i++) pairs.push(pairAt(i, a, { links, judge }))
      return pairs
    }),
    back: madeMap(back.order.map((b) => statements[b] as Statement), (place) => back.of(back.order[place] as number).map(([a, i]) => pairAt(i, a, { links, judge }))),
  }
}

/** The pair of a statement with its partner at a place of the links. */
const pairAt = (place: number, a: number, { links, judge }: { readonly links: Links; readonly judge: Aligner }): Alignment =>
  judge.align(a, links.others[place] as number, { score: links.scores[place] as number, telling: links.tellings[place] as number })

type Keep = (a: number, b: number) => boolean

/** Tells whether two statements measure something of one kind. */
const alike = ({ measures }: Numbered): Keep => (a, b) => ((measures[a] as number) & (measures[b] as number)) !== 0

/** The linked pairs that are kept. */
function pairsIn(links: Links, { judge }: Means, keep: Keep): Pairs {
  const [firsts, places] = [new Int32Array(links.others.length), new Int32Array(links.others.length)]
  let count = 0
  for (let a = 0; a + 1 < links.starts.length; a++) {
    for (let i = links.starts[a] as number; i < (links.starts[a + 1] as number); i++) {
      if (!keep(a, links.others[i] as number)) continue
      firsts[count] = a
      places[count++] = i
    }
  }
  const kept = places.slice(0, count)
  return {
    firsts: firsts.slice(0, count), seconds: kept.map((i) => links.others[i] as number), scores: Float64Array.from(kept, (i) => links.scores[i] as number),
    at: (place) => pairAt(kept[place] as number, firsts[place] as number, { links, judge }),
  }
}

/** The pairs of one side that both measure something of one kind, each once. */
function within(members: readonly number[], means: Means): Pairs {
  const { numbers, among, judge } = means
  const { statements } = numbers
  const isAlike = alike(numbers)
  const sameBlock = (a: number, b: number): boolean => statements[a]?.block === statements[b]?.block && statements[a]?.file === statements[b]?.file
  const claiming = members.filter((i) => (statements[i] as Statement).claims.length > 0)
  const links = linksOf(statements.length, { members: claiming, candidates: among(claiming), keep: (a, b) => b > a && isAlike(a, b) && !sameBlock(a, b) }, judge)
  const timed = timedPairs({ statements, left: claiming, right: claiming, keep: (a, b) => b > a && !sameBlock(a, b) }, judge)
  return together(pairsIn(links, means, () => true), timed)
}

/** The same table on a hundred pages tells the same things apart. */
function distinct(contrasts: readonly Contrast[]): Contrast[] {
  return [...new Map(contrasts.map((contrast) => [`${contrast.kind} ${contrast.members.map((keys) => keys.join(' ')).join('|')}`, contrast])).values()]
}

/** With less in common than this, two statements have nothing to do with each other. */
const NEAR = 0.12

/** Every statement of the left against every one of the right: for one statement that somebody asks about, not for all. */
function nearby({ left, right }: Readonly<Record<'left' | 'right', readonly number[]>>, most: number, judge: Aligner): Alignment[] {
  const found = left.flatMap((a) => {
    judge.face(a)
    return right.map((b) => ({ a, b, score: judge.shared(b), telling: judge.telling() })).filter(({ score }) => score >= NEAR)
  })
  return found.sort((x, y) => y.score - x.score).slice(0, most).map(({ a, b, ...shared }) => judge.align(a, b, shared))
}
