import type { Statement, Weights } from '../model/claim.js'
import { isWord, TOPIC } from '../model/keys.js'
import { type Alignment, LEAST_SHARED } from '../model/match.js'
import type { Numbered } from './numbered.js'
import type { ScopeJudge } from './scope.js'
import type { KeyWeights } from './weights.js'

/** Weighs what one statement has in common with others, all by their numbers. */
export interface Scorer {
  /** The statement that the others are set against from now on. */
  face(a: number): void
  /** The weight of what the two have in common; 0 where that is too little for them to be about one thing. */
  score(b: number): number
  /** The same, however little it is. */
  shared(b: number): number
  /** How many telling words it has in common with the one that was scored last. */
  telling(): number
}

/** Sets one statement against others. */
export interface Aligner extends Scorer {
  /** All that is to be said of a pair, given what the two share. */
  align(a: number, b: number, shared: Pick<Alignment, 'score' | 'telling'>): Alignment
}

/** A shared word of at least this weight tells something. */
const TELLING = 0.45
/** The same amount on both sides speaks for the same thing. */
const SAME_AMOUNT = 0.3

/** The keys of one statement, each at its number, so that another's keys are looked up without searching. */
interface Faced {
  /** The statement that last wrote here, plus one; entries of others do not count. */
  readonly owner: Int32Array
  /** Which of its entries the key is. */
  readonly entry: Int32Array
}

type Amounts = Numbered['amounts'][number]

const meet = (mine: Amounts, other: Amounts): boolean => mine.length > 0 && other.length > 0 && mine.some((amount) => other.includes(amount))

export const aligner = (numbers: Numbered, weights: KeyWeights, scopes: ScopeJudge): Aligner => ({ ...scorer(numbers, weights), align: pairMaker(numbers, weights.weight, scopes) })

export function scorer({ statements, starts, keys, near, worth, amounts }: Numbered, { names }: KeyWeights): Scorer {
  const isSubject = Uint8Array.from(names, (key) => (isWord(key) || key.startsWith(TOPIC) ? 1 : 0))
  const faced: Faced = { owner: new Int32Array(names.length), entry: new Int32Array(names.length) }
  const common = new Float64Array(statements.reduce((most, statement) => Math.max(most, statement.weights.size), 1))
  let a = -1
  let telling = 0
  const sizeOf = (i: number): number => (starts[i + 1] as number) - (starts[i] as number)

  /** The weight of each common key, at its place in the statement that has fewer keys; gives how many places there are. */
  const compare = (b: number): number => {
    const small = sizeOf(a) <= sizeOf(b)
    const [from, to] = [starts[b] as number, starts[b + 1] as number]
    if (small) common.fill(0, 0, sizeOf(a))
    for (let i = from; i < to; i++) {
      const key = keys[i] as number
      const shared = faced.owner[key] === a + 1
      const entry = faced.entry[key] as number
      if (!small) common[i - from] = shared ? (worth[i] as number) * (near[entry] as number) : 0
      else if (shared) common[entry - (starts[a] as number)] = (worth[entry] as number) * (near[i] as number)
    }
    return small ? sizeOf(a) : to - from
  }

  const sumOf = (b: number): number => {
    const places = compare(b)
    const first = starts[sizeOf(a) <= sizeOf(b) ? a : b] as number
    let sum = 0
    telling = 0
    for (let i = 0; i < places; i++) {
      const worth = common[i] as number
      sum += worth
      if (worth >= TELLING && isSubject[keys[first + i] as number]) telling++
    }
    return sum
  }

  const withAmounts = (sum: number, b: number): number => (meet(amounts[a] as Amounts, amounts[b] as Amounts) ? sum + SAME_AMOUNT : sum)

  return {
    face(next) {
      a = next
      for (let i = starts[a] as number; i < (starts[a + 1] as number); i++) {
        faced.owner[keys[i] as number] = a + 1
        faced.entry[keys[i] as number] = i
      }
    },
    score(b) {
      const sum = sumOf(b)
      return sum < LEAST_SHARED ? 0 : withAmounts(sum, b)
    },
    shared: (b) => withAmounts(sumOf(b), b),
    telling: () => telling,
  }
}

function pairMaker({ statements, mass }: Numbered, weight: KeyWeights['weight'], scopes: ScopeJudge): Aligner['align'] {
  const shared = sharedBy(weight)
  return (a, b, { score, telling }) => ({
    a: statements[a] as Statement, b: statements[b] as Statement, score, telling,
    coverage: Math.min(1, score / Math.max(0.2, Math.min(mass[a] as number, mass[b] as number))),
    mutual: Math.min(1, score / Math.max(0.2, mass[a] as number, mass[b] as number)),
    shared, scope: scopes.relate(a, b),
  })
}

interface Weighed {
  readonly weights: Weights
}

/** Tells which keys a pair has in common, weightiest first: one function for all pairs, which come in millions. */
export function sharedBy(weight: (key: string) => number): () => readonly string[] {
  return function (this: { readonly a: Weighed; readonly b: Weighed }) {
    const [small, large] = this.a.weights.size <= this.b.weights.size ? [this.a, this.b] : [this.b, this.a]
    const shared: [string, number][] = []
    for (const [key, near] of small.weights) {
      const other = large.weights.get(key)
      if (other !== undefined) shared.push([key, weight(key) * near * other])
    }
    return shared.sort((x, y) => y[1] - x[1]).map(([key]) => key)
  }
}
