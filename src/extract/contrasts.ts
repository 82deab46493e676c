import type { Contrast, Statement } from '../model/claim.js'
import type { Block } from '../model/document.js'
import type { TrailInfo } from './trail.js'

/** A record of a data file is told apart by a name, not by a sentence. */
const NAME = 4

/** What a block says in one word or two when it is one of several side by side. */
interface Sibling {
  readonly set: string
  readonly keys: readonly string[]
}

/**
 * Learns from the document's own lay-out which things it tells apart: the rows and columns of a table, the labels of a
 * list. "Single vision / Varifocal / Kids' range" need no list of words to be three products. Headings are no such
 * alternatives: they name subjects, and one sentence can belong to two of them.
 */
export function contrastsOf(file: string, blocks: readonly Block[], trails: readonly (readonly TrailInfo[])[], statements: readonly Statement[]): Contrast[] {
  const sets = new Map<string, Map<string, readonly string[]>>()
  const add = ({ set, keys }: Sibling): void => {
    if (keys.length === 0) return
    const members = sets.get(set) ?? new Map<string, readonly string[]>()
    members.set(keys.join(' '), keys)
    sets.set(set, members)
  }
  blocks.forEach((block, i) => {
    const trail = trails[i] as readonly TrailInfo[]
    for (const step of trail) {
      if (step.kind === 'row' && (block.kind === 'cell' || step.lexed.tokens.length <= NAME)) add({ set: `rows ${block.group}`, keys: named(step) })
      if (step.kind === 'column' && block.kind === 'cell' && trail.some((other) => other.kind === 'row')) add({ set: `columns ${block.group}`, keys: named(step) })
    }
  })
  for (const statement of statements) {
    const label = statement.labels.find((l) => l.kind === 'label')
    const group = blocks[statement.block]?.group
    if (label && group !== undefined) add({ set: `labels ${group}`, keys: specific(label.keys) })
  }
  return [...sets].flatMap(([name, members]) => contrast(file, name.split('s ')[0] as Contrast['kind'], [...members.values()]))
}

const named = (step: TrailInfo): string[] => specific([...step.keys.keys()])
const specific = (keys: readonly string[]): string[] => keys.filter((key) => !key.startsWith('#'))

/** Members keep only what sets them apart; a set whose members share everything is none. */
function contrast(file: string, kind: Contrast['kind'], members: readonly (readonly string[])[]): Contrast[] {
  if (members.length < 2) return []
  const count = new Map<string, number>()
  for (const keys of members) for (const key of new Set(keys)) count.set(key, (count.get(key) ?? 0) + 1)
  const distinct = members.map((keys) => keys.filter((key) => count.get(key) === 1)).filter((keys) => keys.length > 0)
  return distinct.length >= 2 ? [{ file, kind, members: distinct }] : []
}
