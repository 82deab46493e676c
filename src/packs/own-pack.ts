import type * as v from 'valibot'
import type { Concept, Cue, Pack, Rule, Topic, Words } from '../model/pack.js'
import { conceptsOf, cueOf, joined, mergedTopic, type PackFile, ruleOf, topicFrom } from './assemble.js'
import { endless, type Endless } from './circles.js'
import { conceptFile, cueFile, ruleFile, topicFile } from './schema.js'

/** What a file of the user's own holds. */
export type OwnKind = 'rule' | 'topic' | 'concepts' | 'cue'

/** The schema that a file of each kind keeps to. */
export const OWN_SCHEMAS: Readonly<Record<OwnKind, v.GenericSchema>> = { rule: ruleFile, topic: topicFile, concepts: conceptFile, cue: cueFile }

/** Rules, topics and words of the user's own. */
export interface OwnPack {
  readonly rules: readonly Rule[]
  readonly topics: readonly Topic[]
  readonly concepts: readonly Concept[]
  readonly cues: readonly Cue[]
}

/** What a file holds, by the keys that only its kind has; undefined for something else. */
export function ownKind(data: unknown): OwnKind | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined
  if ('concepts' in data) return 'concepts'
  if ('measures' in data) return 'topic'
  if (['examples', 'severity', 'patterns', 'why', 'fix'].some((key) => key in data)) return 'rule'
  return 'id' in data ? 'cue' : undefined
}

/** Files that keep to their schemas, as a pack. A rule in it is one that looks for words, whatever its family is called. */
export function ownPack(files: readonly PackFile[]): OwnPack {
  const of = (kind: OwnKind): readonly PackFile[] => files.filter(({ data }) => ownKind(data) === kind)
  return {
    rules: of('rule').map((file) => ({ ...ruleOf(file), own: true })), topics: of('topic').map(topicFrom),
    concepts: of('concepts').flatMap(conceptsOf), cues: of('cue').map(cueOf),
  }
}

interface Named {
  readonly id: string
}

/** The items of two lists; two with one id are put together. */
function together<T extends Named>(shipped: readonly T[], own: readonly T[], put: (a: T, b: T) => T): readonly T[] {
  const all = new Map(shipped.map((item) => [item.id, item]))
  for (const item of own) {
    const known = all.get(item.id)
    all.set(item.id, known ? put(known, item) : item)
  }
  return [...all.values()]
}

const withWords = <T extends { readonly words: Words }>(a: T, b: T): T => ({ ...a, words: joined(a.words, b.words) })

const refersOf = (cue: Cue): readonly string[] => cue.refers ?? []
const cueWith = (a: Cue, b: Cue): Cue => ({ ...withWords(a, b), refers: [...refersOf(a), ...refersOf(b)] })

/** Lists of words of the user's own that lead back to themselves, be it by way of the pack's. */
export function endlessLists(pack: Pick<Pack, 'cues'>, { cues }: OwnPack): Endless | undefined {
  const refers = new Map<string, Set<string>>()
  for (const cue of [...cues, ...pack.cues]) refers.set(cue.id, new Set([...refers.get(cue.id) ?? [], ...refersOf(cue)]))
  return endless(refers)
}

/** A pack with what users add to it. A topic, a concept or a list of words that is known already gets more words; a rule takes the place of one with its id. */
export function withOwn(pack: Pack, own: OwnPack): Pack {
  return {
    ...pack,
    rules: together(pack.rules, own.rules, (_, mine) => mine), topics: together(pack.topics, own.topics, mergedTopic),
    concepts: together(pack.concepts, own.concepts, (a, b) => ({ ...withWords(a, b), is: [...new Set([...a.is, ...b.is])] })), cues: together(pack.cues, own.cues, cueWith),
  }
}
