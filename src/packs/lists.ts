import type { Pack, Words } from '../model/pack.js'
import type { TermRule } from '../model/config.js'
import type { Token } from '../model/token.js'
import type { Lexicon } from '../model/lexicon.js'
import { buildLexicon } from './lexicon.js'

/** Every word list of a pack in one language, by the key that its hits carry (see `model/lexicon.ts`). */
function lists(pack: Pack, tag: string): Map<string, readonly string[]> {
  const out = new Map<string, readonly string[]>()
  const add = (key: string, words: Words): void => {
    const own = words[tag]
    if (own) out.set(key, own)
  }
  for (const cue of pack.cues) add(`cue:${cue.id}`, cue.words)
  for (const concept of pack.concepts) add(`concept:${concept.id}`, concept.words)
  for (const topic of pack.topics) {
    add(`topic:${topic.id}`, topic.cues)
    for (const measure of topic.measures) {
      const id = `${topic.id}.${measure.id}`
      add(`measure:${id}`, measure.cues)
      add(`not:${id}`, measure.not)
      add(`no:${id}`, measure.no)
      for (const member of measure.members) add(`member:${id}.${member.id}`, member.words)
    }
  }
  for (const rule of pack.rules) {
    add(`rule:${rule.id}`, rule.patterns)
    add(`unless:${rule.id}`, rule.unless)
    add(`near:${rule.id}`, rule.unlessNear)
    add(`about:${rule.id}`, rule.about)
    for (const part of rule.parts) add(`part:${rule.id}#${part.id}`, part.words)
  }
  return out
}

/** The configured terms as word lists: they are names, so they stand for every language. */
function terms(rules: readonly TermRule[]): [string, readonly string[]][] {
  return rules.flatMap((term, i) => [
    [`term:${i}`, [term.use]] as [string, readonly string[]],
    ...term.not.map((name, j): [string, readonly string[]] => [`banned:${i}.${j}`, [name]]),
  ])
}

/** The lexicon of one language for one configuration. */
export function lexiconFor(pack: Pack, tag: string, configured: readonly TermRule[], tokenize: (text: string) => readonly Token[]): Lexicon {
  return buildLexicon(new Map([...lists(pack, tag), ...terms(configured)]), tokenize)
}
