import type { Claim } from '../model/claim.js'
import type { Hit } from '../model/lexicon.js'
import type { Measure } from '../model/pack.js'
import { ROLE_FACTS } from '../model/roles.js'
import { sourceSpan } from '../model/text.js'
import { split } from './lexed.js'
import { type Setting, topicsOf } from './setting.js'

/** Words of a measure count only where its topic is spoken of: in the sentence, its row, or the heading above. */
const TOPIC_NEAR = 0.5
/** A negation reaches so many words ahead. */
const REACH = 3

interface Word {
  readonly hit: Hit
  readonly kind: 'measure' | 'no' | 'member'
  readonly topic: string
  readonly measure: Measure
  readonly member?: string
}

/** A comma ends the reach of a negation: "no contract, cancel any time". */
function negates(setting: Setting, not: Hit, hit: Hit): boolean {
  if (not.key !== 'cue:negation' || not.from >= hit.from || hit.from - not.to > REACH) return false
  return !setting.lexed.tokens.slice(not.to, hit.from).some((token) => token.kind === 'mark')
}

/** The longer phrase knows better: "no extra work without approval" is no "work without approval". */
function outdone(setting: Setting, hit: Hit): boolean {
  const [kind, id] = split(hit.key)
  const opposite = kind === 'measure' ? 'no' : kind === 'no' ? 'measure' : undefined
  const begun = (other: Hit): boolean => setting.clause.hits.some((not) => not.key === 'cue:negation' && not.from === other.from)
  return opposite !== undefined && setting.clause.hits.some((other) =>
    other.key === `${opposite}:${id}` && (opposite === 'no' || begun(other)) && other.from <= hit.from && other.to >= hit.to && other.to - other.from > hit.to - hit.from)
}

function wordOf(setting: Setting, hit: Hit, topics: ReadonlyMap<string, number>): Word | undefined {
  const [kind, id] = split(hit.key)
  if (kind !== 'measure' && kind !== 'no' && kind !== 'member') return undefined
  const [topic = '', name, member] = id.split('.')
  if ((topics.get(topic) ?? 0) < TOPIC_NEAR || (kind === 'member') !== (member !== undefined)) return undefined
  const measure = setting.kit.topics.get(topic)?.measures.find((one) => one.id === name)
  return measure && ROLE_FACTS[measure.role].dimensions.length === 0 ? { hit, kind, topic: `${topic}.${measure.id}`, measure, member } : undefined
}

/** Yes or no: undefined where a "no" of its own stands beside a denied "yes". */
function yesOf(setting: Setting, word: Word, hits: readonly Hit[]): boolean | undefined {
  const negated = hits.some((not) => negates(setting, not, word.hit))
  // "We never refuse a return" accepts it.
  if (word.kind === 'no') return hits.some((not) => not.key === 'cue:negation' && not.to === word.hit.from)
  const refused = hits.some((other) => other.key === `no:${word.topic}`)
  return refused ? undefined : !negated
}

/** Claims made by words alone: yes or no, members of sets, ranked choices. One for each measure and kind of word. */
export function wordClaims(setting: Setting): Claim[] {
  const topics = topicsOf(setting)
  const hits = setting.clause.hits.filter((hit) => !outdone(setting, hit))
  const seen = new Set<string>()
  return hits.flatMap((hit) => {
    const word = seen.has(hit.key) ? undefined : wordOf(setting, hit, topics)
    seen.add(hit.key)
    return word ? claimOf(setting, word, hits) : []
  })
}

function claimOf(setting: Setting, word: Word, hits: readonly Hit[]): Claim[] {
  const { lexed, prose } = setting
  const range = { start: lexed.tokens[word.hit.from]?.start ?? 0, end: lexed.tokens[word.hit.to - 1]?.end ?? 0 }
  const base = { topic: word.topic, role: word.measure.role, evidence: 'own' as const, ambiguous: false, span: sourceSpan(prose, range), text: lexed.text.slice(range.start, range.end) }
  if (word.member) return [{ ...base, members: [word.member] }]
  const yes = word.measure.role === 'yes' ? yesOf(setting, word, hits) : undefined
  return yes === undefined ? [] : [{ ...base, yes }]
}
