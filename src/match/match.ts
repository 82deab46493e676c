import type { Contrast, Extract, Statement } from '../model/claim.js'
import type { Alignment, Matched } from '../model/match.js'
import type { Pack } from '../model/pack.js'
import { type Aligner, aligner } from './align.js'
import { candidatesAmong } from './candidates.js'
import { type Candidates, type Links, linksOf, partners, turned } from './links.js'
import { madeMap } from './made-map.js'
import { type Numbered, numbered } from './numbered.js'
import { scopeJudge } from './scope.js'
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
  const links = linksOf(said.length, among(told), judge)
  const nearest: Matched['nearest'] = (statement, most) => {
    const at = numbers.statements.indexOf(statement)
    return at < 0 ? [] : nearby(at < said.length ? { left: [at], right: told } : { left: said, right: [at] }, most, judge)
  }
  return { ...bothWays(links, numbers, judge), nearest, weight: weights.weight, measured: measuredIn(numbers, { said, told, links }, { among, judge }) }
}

/** The pairs of both sides, from either end. */
function bothWays(links: Links, { statements }: Numbered, judge: Aligner): Pick<Matched, 'across' | 'back'> {
  const back = turned(links, statements.length)
  const pair = (a: number, b: number, score: number): Alignment => {
    judge.face(a)
    return judge.align(b, score)
  }
  return {
    across: madeMap(statements.slice(0, links.size), (a) => {
      const pairs: Alignment[] = []
      links.each(a, (b, score) => pairs.push(pair(a, b, score)))
      return pairs
    }),
    back: madeMap(back.order.map((b) => statements[b] as Statement), (place) => {
      const b = back.order[place] as number
      return back.of(b).map(([a, score]) => pair(a, b, score))
    }),
  }
}

interface Sides {
  readonly said: readonly number[]
  readonly told: readonly number[]
  readonly links: Links
}

interface Means {
  readonly among: (members: readonly number[]) => Candidates
  readonly judge: Aligner
}

/** The pairs that both measure something of one kind: of both sides, and those of each side, each once. */
function measuredIn({ statements, measures }: Numbered, { said, told, links }: Sides, { among, judge }: Means): Matched['measured'] {
  const alike = (a: number, b: number): boolean => ((measures[a] as number) & (measures[b] as number)) !== 0
  const sameBlock = (a: number, b: number): boolean => statements[a]?.file === statements[b]?.file && statements[a]?.block === statements[b]?.block
  const within = (members: readonly number[]): readonly Alignment[] => {
    const claiming = members.filter((i) => (statements[i] as Statement).claims.length > 0)
    const candidates = among(claiming)
    return claiming.flatMap((a) => partners(a, candidates(a), judge).filter(([b]) => b > a && alike(a, b) && !sameBlock(a, b)).map(([b, score]) => judge.align(b, score)))
  }
  const across = said.flatMap((a) => {
    const pairs: Alignment[] = []
    judge.face(a)
    links.each(a, (b, score) => { if (alike(a, b)) pairs.push(judge.align(b, score)) })
    return pairs
  })
  return { across, say: within(said), do: within(told) }
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
    return right.map((b) => ({ a, b, score: judge.shared(b) })).filter(({ score }) => score >= NEAR)
  })
  return found.sort((x, y) => y.score - x.score).slice(0, most).map(({ a, b, score }) => {
    judge.face(a)
    return judge.align(b, score)
  })
}
