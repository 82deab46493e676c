import type { CompiledLists, Lists, Pack, Rule, Topic, Words } from '../model/pack.js'
import type { TermRule } from '../model/config.js'
import type { Token } from '../model/token.js'
import type { Lexicon } from '../model/lexicon.js'
import { compileLists } from './compile-lists.js'
import { buildLexicon, lexiconOf } from './lexicon.js'

/** What to make of the words that stand under a key (see `model/lexicon.ts`). */
type Change = (key: string, words: Words) => Words

const topicWith = (topic: Topic, change: Change): Topic => ({
  ...topic, cues: change(`topic:${topic.id}`, topic.cues),
  measures: topic.measures.map((measure) => {
    const id = `${topic.id}.${measure.id}`
    const members = measure.members.map((member) => ({ ...member, words: change(`member:${id}.${member.id}`, member.words) }))
    return { ...measure, cues: change(`measure:${id}`, measure.cues), not: change(`not:${id}`, measure.not), no: change(`no:${id}`, measure.no), members }
  }),
})

const ruleWith = (rule: Rule, change: Change): Rule => ({
  ...rule, patterns: change(`rule:${rule.id}`, rule.patterns), unless: change(`unless:${rule.id}`, rule.unless),
  unlessNear: change(`near:${rule.id}`, rule.unlessNear), about: change(`about:${rule.id}`, rule.about),
  parts: rule.parts.map((part) => ({ ...part, words: change(`part:${rule.id}#${part.id}`, part.words) })),
})

/** The pack with all its word lists changed. */
function withWords(pack: Pack, change: Change): Pack {
  return {
    ...pack, cues: pack.cues.map((cue) => ({ ...cue, words: change(`cue:${cue.id}`, cue.words) })),
    concepts: pack.concepts.map((concept) => ({ ...concept, words: change(`concept:${concept.id}`, concept.words) })),
    topics: pack.topics.map((topic) => topicWith(topic, change)), rules: pack.rules.map((rule) => ruleWith(rule, change)),
  }
}

/**
 * A pack without its words, and the words of each language by key, so that a run loads those of the languages it meets.
 * In the pack, every list keeps its languages, with nothing in them: that a measure has words of its own matters without them.
 */
export function splitByLanguage(pack: Pack): { readonly core: Pack; readonly words: Readonly<Record<string, Lists>> } {
  const words: Record<string, Record<string, readonly string[]>> = {}
  const core = withWords(pack, (key, own) => {
    for (const [tag, list] of Object.entries(own)) (words[tag] ??= {})[key] = list
    return Object.fromEntries(Object.keys(own).map((tag) => [tag, []]))
  })
  return { core, words }
}

/** The word lists of one language that stand in the pack itself, by the key that their hits carry. */
function inlineLists(pack: Pack, tag: string): Lists {
  const out: Record<string, readonly string[]> = {}
  withWords(pack, (key, words) => {
    const own = words[tag] ?? []
    if (own.length > 0) out[key] = own
    return words
  })
  return out
}

/** How much of the word lists that any language fills one language fills, by the first part of their key (`topic`, `rule` …). */
export interface Cover {
  readonly filled: number
  readonly of: number
  readonly patterns: number
}

/** What a language covers of all that any language has words for. */
export function coverOf(pack: Pack, tag: string): ReadonlyMap<string, Cover> {
  const inline = inlineLists(pack, tag)
  const counts = new Map<string, number>(Object.entries(inline).map(([key, patterns]) => [key, patterns.length]))
  for (const [key] of pack.words?.[tag]?.patterns ?? []) counts.set(key, 1 + (counts.get(key) ?? 0))
  const out = new Map<string, Cover>()
  withWords(pack, (key, words) => {
    const kind = key.slice(0, key.indexOf(':'))
    const before = out.get(kind) ?? { filled: 0, of: 0, patterns: 0 }
    const patterns = counts.get(key) ?? 0
    if (Object.keys(words).length > 0) out.set(kind, { filled: before.filled + (patterns > 0 ? 1 : 0), of: before.of + 1, patterns: before.patterns + patterns })
    return words
  })
  return out
}

/** How patterns are written in the texts of a lexicon, such as without accents. */
type Writing = (pattern: string) => string

/** The configured terms as word lists: they are names, so they stand for every language, in the forms that it gives them. */
function terms(rules: readonly TermRule[], inflected: Writing): Lists {
  return Object.fromEntries(rules.flatMap((term, i) => [
    [`term:${i}`, [inflected(term.use)]] as const,
    ...term.not.map((name, j) => [`banned:${i}.${j}`, [inflected(name)]] as const),
  ]))
}

const rewritten = (lists: Lists, as: Writing): Lists => Object.fromEntries(Object.entries(lists).map(([key, patterns]) => [key, patterns.map(as)]))

function listsOf({ patterns }: CompiledLists): Lists {
  const out: Record<string, string[]> = {}
  for (const [key, source] of patterns) (out[key] ??= []).push(source)
  return out
}

/** What a lexicon is made for. */
export interface LexiconOptions {
  readonly terms: readonly TermRule[]
  /** Makes a pattern for every form of a name. */
  readonly inflected: Writing
  /** When texts are written otherwise than the word lists. */
  readonly as?: Writing
}

/** The lexicon of one language for one configuration. */
export function lexiconFor(pack: Pack, tag: string, tokenize: (text: string) => readonly Token[], { terms: configured, inflected, as }: LexiconOptions): Lexicon {
  const own = { ...inlineLists(pack, tag), ...terms(configured, inflected) }
  const ready = pack.words?.[tag]
  if (ready === undefined) return buildLexicon(as ? rewritten(own, as) : own, tokenize)
  const parts = as ? [compileLists(rewritten(listsOf(ready), as), tokenize)] : [ready]
  const cues = pack.cues.map((cue) => cue.id)
  return lexiconOf(Object.keys(own).length > 0 ? [...parts, compileLists(as ? rewritten(own, as) : own, tokenize, cues)] : parts, tokenize)
}
