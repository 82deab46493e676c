import type { Lists, Pack, Rule, Topic, Words } from '../model/pack.js'
import type { TermRule } from '../model/config.js'
import type { Token } from '../model/token.js'
import type { Lexicon } from '../model/lexicon.js'
import { buildLexicon } from './lexicon.js'

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

/** Every word list of a pack in one language, by the key that its hits carry. */
function lists(pack: Pack, tag: string): Map<string, readonly string[]> {
  const out = new Map<string, readonly string[]>()
  const apart = pack.words?.[tag] ?? {}
  withWords(pack, (key, words) => {
    const own = [...(apart[key] ?? []), ...(words[tag] ?? [])]
    if (own.length > 0) out.set(key, own)
    return words
  })
  return out
}

/** The configured terms as word lists: they are names, so they stand for every language. */
function terms(rules: readonly TermRule[]): [string, readonly string[]][] {
  return rules.flatMap((term, i) => [
    [`term:${i}`, [term.use]] as [string, readonly string[]],
    ...term.not.map((name, j): [string, readonly string[]] => [`banned:${i}.${j}`, [name]]),
  ])
}

/** The lexicon of one language for one configuration. `as` changes how the patterns are written, such as without accents. */
export function lexiconFor(pack: Pack, tag: string, configured: readonly TermRule[], tokenize: (text: string) => readonly Token[], as: (pattern: string) => string = (pattern) => pattern): Lexicon {
  return buildLexicon(new Map([...lists(pack, tag), ...terms(configured)].map(([key, patterns]) => [key, patterns.map(as)])), tokenize)
}
