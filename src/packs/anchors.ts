import type { Node } from './pattern.js'

/** What a text must hold for a pattern to have a chance, written `w:word`, `p:prefix`, `s:dimension` or `l:list`. */
export type Trigger = string

/** How often a trigger is likely to be met; the rarer, the better it is to wait for. */
export type Commonness = (trigger: Trigger) => number

/** What a pattern waits for: one of some triggers, which stand for one of its elements. */
export interface Anchor {
  readonly triggers: readonly Trigger[]
  readonly node?: Node
}

interface Choice extends Anchor {
  readonly cost: number
}

/** What one element of a pattern can be waited for by; undefined for one that may be missing or may be anything. */
function choiceOf(node: Node, cost: Commonness): Choice | undefined {
  const single = (trigger: Trigger): Choice => ({ triggers: [trigger], node, cost: cost(trigger) })
  if (node.type === 'word') return single(`w:${node.norm}`)
  if (node.type === 'prefix') return single(`p:${node.norm}`)
  if (node.type === 'slot') return single(`s:${node.dimension}`)
  if (node.type === 'list') return single(`l:${node.id}`)
  if (node.type !== 'either' || node.optional) return undefined
  const options = node.options.map((option) => rarest(option, cost))
  if (options.some((option) => option === undefined)) return undefined
  const all = options as readonly Choice[]
  return { triggers: all.flatMap(({ triggers }) => triggers), node, cost: all.reduce((sum, option) => sum + option.cost, 0) }
}

function rarest(nodes: readonly Node[], cost: Commonness): Choice | undefined {
  let best: Choice | undefined
  for (const node of nodes) {
    const choice = choiceOf(node, cost)
    if (choice && (!best || choice.cost < best.cost)) best = choice
  }
  return best
}

/** The triggers of which one must be met before a pattern is worth trying: those of its rarest element. */
export function anchorOf(nodes: readonly Node[], cost: Commonness): Anchor {
  return rarest(nodes, cost) ?? { triggers: [] }
}

/** Every word and prefix in a pattern, for counting how common they are. */
export function literalsOf(nodes: readonly Node[]): readonly Trigger[] {
  return nodes.flatMap((node) => {
    if (node.type === 'word') return [`w:${node.norm}`]
    if (node.type === 'prefix') return [`p:${node.norm}`]
    return node.type === 'either' ? node.options.flatMap(literalsOf) : []
  })
}
