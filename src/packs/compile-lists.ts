import type { CompiledLists, Lists } from '../model/pack.js'
import type { Token } from '../model/token.js'
import { anchorOf, type Commonness, literalsOf, type Trigger } from './anchors.js'
import { endless } from './circles.js'
import { compilePattern, type Node, type Pattern } from './pattern.js'
import { needsOf } from './sieve.js'

type Tokenize = (text: string) => readonly Token[]

interface Parsed {
  readonly key: string
  readonly source: string
  readonly pattern: Pattern
}

function parsed(key: string, source: string, tokenize: Tokenize): Parsed {
  try {
    return { key, source, pattern: compilePattern(source, tokenize) }
  } catch (error) {
    throw new Error(`${key}: ${(error as Error).message}`)
  }
}

/** Words of every page are poor things to wait for; a list or an amount is met in every other sentence. */
const STOP = 500
const LIST = 300
const AMOUNT = 150
/** A prefix meets more words than the one that is written. */
const PREFIX = 5

function commonness(patterns: readonly Parsed[], stop: readonly string[]): Commonness {
  const counts = new Map<Trigger, number>()
  for (const { pattern } of patterns) for (const literal of literalsOf(pattern.nodes)) counts.set(literal, (counts.get(literal) ?? 0) + 1)
  for (const word of stop) counts.set(`w:${word}`, STOP + (counts.get(`w:${word}`) ?? 0))
  return (trigger) => {
    if (trigger.startsWith('l:')) return LIST
    if (trigger.startsWith('s:')) return AMOUNT
    return (counts.get(trigger) ?? 0) + (trigger.startsWith('p:') ? PREFIX : 0)
  }
}

const listsIn = (nodes: readonly Node[]): readonly string[] =>
  nodes.flatMap((node) => (node.type === 'list' ? [node.id] : node.type === 'either' ? node.options.flatMap(listsIn) : []))

/** Throws for a `<list>` that there is none of, or that refers to itself. */
function checkReferences(patterns: readonly Parsed[], known: ReadonlySet<string>): void {
  const refers = new Map<string, Set<string>>()
  for (const { key, pattern } of patterns) {
    for (const id of listsIn(pattern.nodes)) {
      if (!known.has(id)) throw new Error(`${key}: <${id}> is no list of rules/cues.`)
      if (key.startsWith('cue:')) refers.set(key.slice(4), (refers.get(key.slice(4)) ?? new Set()).add(id))
    }
  }
  const trouble = endless(refers)
  if (trouble) throw new Error(trouble.message)
}

/** Ids of the cue lists among the keys of word lists. */
const cueIds = (keys: Iterable<string>): string[] => [...keys].filter((key) => key.startsWith('cue:')).map((key) => key.slice(4))

/**
 * Checks the word lists of one language and notes for each pattern by which words a text shows that it is worth trying, so that
 * nothing need be parsed when a run begins. `others`: cue lists outside these that patterns may refer to.
 * Throws an Error that names list and pattern.
 */
export function compileLists(lists: Lists, tokenize: Tokenize, others: readonly string[] = []): CompiledLists {
  const patterns = Object.entries(lists).flatMap(([key, sources]) => sources.map((source) => parsed(key, source, tokenize)))
  checkReferences(patterns, new Set([...cueIds(Object.keys(lists)), ...others]))
  const cost = commonness(patterns, lists['cue:stop'] ?? [])
  const anchors: Record<Trigger, number[]> = {}
  const needs = patterns.map(({ pattern: { nodes } }, index) => {
    const { triggers, node } = anchorOf(nodes, cost)
    for (const trigger of new Set(triggers)) (anchors[trigger] ??= []).push(index)
    // a word or prefix that the pattern waits for is there when it is met
    const rest = needsOf(nodes.filter((one) => one !== node || one.type === 'either'))
    return rest.length > 0 ? rest : 0
  })
  return { patterns: patterns.map(({ key, source }) => [key, source]), anchors, needs }
}
