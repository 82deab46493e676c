import type { Statement } from '../model/claim.js'
import type { Passage, Passages, Together } from '../model/match.js'
import { scorer, sharedBy } from './align.js'
import { candidatesAmong } from './candidates.js'
import { type Links, linksOf, turned } from './links.js'
import { type Numbered, numbered } from './numbered.js'
import type { KeyWeights } from './weights.js'

/** Next to nothing of one's own is not covered by chance. */
const LEAST_MASS = 0.2

const keyOf = ({ file, passage }: Statement): string => `${passage} ${file}`

/** The passages with something that counts, in their order. */
function passagesOf(statements: readonly Statement[]): ReadonlyMap<string, Passage> {
  const members = new Map<string, Statement[]>()
  for (const statement of statements) {
    const list = members.get(keyOf(statement))
    if (list) list.push(statement)
    else members.set(keyOf(statement), [statement])
  }
  return new Map([...members].filter(([, list]) => list.some(({ kind }) => kind === 'said')).map(([key, list]) => [key, { statements: list, weights: nearest(list) }]))
}

/** Each key as near as it stands to any of the statements. */
function nearest(statements: readonly Statement[]): ReadonlyMap<string, number> {
  const [first] = statements
  if (first && statements.length === 1) return first.weights
  const weights = new Map<string, number>()
  for (const statement of statements) for (const [key, near] of statement.weights) if (near > (weights.get(key) ?? 0)) weights.set(key, near)
  return weights
}

/** A passage as one statement, as far as it is compared. */
const asOne = ({ statements, weights }: Passage): Statement => ({ ...(statements[0] as Statement), weights, quantities: statements.flatMap((statement) => statement.quantities), claims: [] })

/** Finds which passages of both sides belong together, in the same way as single statements. */
export function passageLinks(statements: readonly Statement[], weights: KeyWeights): Passages {
  const [said, told] = (['say', 'do'] as const).map((side) => passagesOf(statements.filter((statement) => statement.side === side))) as [ReadonlyMap<string, Passage>, ReadonlyMap<string, Passage>]
  const all = [...said.values(), ...told.values()]
  const numbers = numbered(all.map(asOne), weights)
  const candidates = candidatesAmong(Array.from(told.values(), (_, i) => said.size + i), numbers, weights.names.length)
  const links = linksOf(all.length, { members: Array.from(said.values(), (_, i) => i), candidates }, scorer(numbers, weights))
  const partners = partnersIn(links, { all, said: said.size, mass: numbers.mass, shared: sharedBy(weights.weight) })
  const byKey = new Map([...told].map(([key, passage]) => [key, partners.get(passage) ?? []]))
  return {
    told: [...told.values()],
    partners: (passage) => partners.get(passage) ?? [],
    of: (a, b) => {
      const passage = said.get(keyOf(a))
      return byKey.get(keyOf(b))?.find((together) => together.a === passage)
    },
  }
}

interface Linked {
  readonly all: readonly Passage[]
  /** So many of them, the first ones, are for customers. */
  readonly said: number
  readonly mass: Numbered['mass']
  readonly shared: Together['shared']
}

/** The passages for customers by those for staff. */
function partnersIn(links: Links, linked: Linked): ReadonlyMap<Passage, readonly Together[]> {
  const { all, said, mass, shared } = linked
  const back = turned(links, said, all.length)
  const scoreAt = (place: number | undefined): number => (place === undefined ? 0 : (links.scores[place] as number))
  const partnersOf = (b: number): readonly Together[] => {
    const list = back.of(b)
    return list.map(([a, place], rank) => {
      const [first, end] = [links.starts[a] as number, links.starts[a + 1] as number]
      const nextThere = [first, first + 1].find((other) => other !== place && other < end)
      const [score, light, heavy] = [scoreAt(place), Math.min(mass[a] as number, mass[b] as number), Math.max(mass[a] as number, mass[b] as number)]
      return {
        shared, a: all[a] as Passage, b: all[b] as Passage, score, telling: links.tellings[place] as number, rank, rankBack: place - first,
        margin: score - scoreAt(list[rank === 0 ? 1 : 0]?.[1]), marginBack: score - scoreAt(nextThere),
        coverage: Math.min(1, score / Math.max(LEAST_MASS, light)), mutual: Math.min(1, score / Math.max(LEAST_MASS, heavy)),
      }
    })
  }
  return new Map(back.order.map((b) => [all[b] as Passage, partnersOf(b)]))
}
