import type { StatementKind } from '../model/claim.js'
import type { Block, Side } from '../model/document.js'
import type { Clause } from './lexed.js'
import { namedAbove, type TrailInfo } from './trail.js'

const has = (clause: Clause, cue: string): boolean => clause.hits.some((hit) => hit.key === `cue:${cue}`)

/** Trail kinds under which words to avoid are listed. */
const avoided = (trail: readonly TrailInfo[]): boolean => namedAbove(trail.filter((step) => step.kind !== 'row' && step.kind !== 'question'), 'avoid')

/** What a clause is good for: see `StatementKind`. */
export function kindOf(clause: Clause, block: Block, trail: readonly TrailInfo[], side: Side): StatementKind {
  if (avoided(trail) || clause.hits.some((hit) => hit.key === 'cue:avoid' && hit.from === clause.from && hit.to >= clause.label[1] && clause.label[1] > clause.label[0])) return 'avoided'
  if (clause.question) return 'question'
  if (has(clause, 'history')) return 'history'
  if (has(clause, 'competitor')) return 'competitor'
  if (side === 'say' && has(clause, 'advice-to-customer') && !has(clause, 'give') && !has(clause, 'free')) return 'advice'
  if (block.kind === 'heading') return has(clause, 'free') || clause.quantities.length > 0 ? 'said' : 'heading'
  return 'said'
}
