import type { Node } from './pattern.js'

/** A compiled pattern as linked steps, so that matching copies nothing. */
export type State =
  | { readonly type: 'accept' }
  | { readonly type: 'word'; readonly norm: string; readonly next: State }
  | { readonly type: 'prefix'; readonly norm: string; readonly next: State }
  | { readonly type: 'any'; readonly next: State }
  | { readonly type: 'gap'; readonly most: number; readonly next: State }
  | { readonly type: 'slot'; readonly dimension: string; readonly next: State }
  | { readonly type: 'list'; readonly id: string; readonly next: State }
  | { readonly type: 'split'; readonly options: readonly State[] }

/** The end of a pattern: all of it was found. */
export const ACCEPT: State = { type: 'accept' }

/** Links the elements of a pattern; alternatives share what follows them. */
export function stateOf(nodes: readonly Node[], next: State = ACCEPT): State {
  return nodes.reduceRight<State>((after, node) => {
    if (node.type !== 'either') return { ...node, next: after }
    const options = node.options.map((option) => stateOf(option, after))
    return { type: 'split', options: node.optional ? [...options, after] : options }
  }, next)
}
