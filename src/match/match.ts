import type { Contrast, Extract, Statement } from '../model/claim.js'
import type { Alignment, Matched } from '../model/match.js'
import type { Pack } from '../model/pack.js'
import { type Aligner, aligner } from './align.js'
import { candidatesAmong } from './candidates.js'
import { numbered } from './numbered.js'
import { scopeJudge } from './scope.js'
import { keyWeights } from './weights.js'

/** Only so many partners of one statement are worth a look. */
const MOST = 25

/** Gives the numbers of the statements that one may have to do with. */
type Candidates = (statement: number) => readonly number[]

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
  const amongTold = among(told)
  const across = new Map(said.map((a) => [numbers.statements[a] as Statement, partners(a, amongTold(a), judge).map(([b, score]) => judge.align(b, score))]))
  const claiming = (members: readonly number[]): readonly number[] => members.filter((i) => (numbers.statements[i] as Statement).claims.length > 0)
  const within = (members: readonly number[]): Alignment[] => withinSide(members, among(members), judge, numbers.statements)
  const nearest: Matched['nearest'] = (statement, most) => {
    const at = numbers.statements.indexOf(statement)
    return at < 0 ? [] : nearby(at < said.length ? { left: [at], right: told } : { left: said, right: [at] }, most, judge)
  }
  return { across, back: reverse(across), nearest, weight: weights.weight, withinSay: within(claiming(said)), withinDo: within(claiming(told)) }
}

/** The same table on a hundred pages tells the same things apart. */
function distinct(contrasts: readonly Contrast[]): Contrast[] {
  return [...new Map(contrasts.map((contrast) => [`${contrast.kind} ${contrast.members.map((keys) => keys.join(' ')).join('|')}`, contrast])).values()]
}

/** Which of the candidates are partners of a statement, and with what score; the best first. */
function partners(statement: number, candidates: readonly number[], judge: Aligner): (readonly [number, number])[] {
  judge.face(statement)
  const found: (readonly [number, number])[] = []
  for (const other of candidates) {
    const score = other === statement ? 0 : judge.score(other)
    if (score > 0) found.push([other, score])
  }
  return found.sort((a, b) => b[1] - a[1]).slice(0, MOST)
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

/** Pairs of one side, each once: only statements that claim something can disagree. */
function withinSide(members: readonly number[], candidates: Candidates, judge: Aligner, statements: readonly Statement[]): Alignment[] {
  return members.flatMap((a) => partners(a, candidates(a), judge)
    .filter(([b]) => b > a && !sameBlock(statements[a] as Statement, statements[b] as Statement)).map(([b, score]) => judge.align(b, score)))
}

const sameBlock = (a: Statement, b: Statement): boolean => a.file === b.file && a.block === b.block
