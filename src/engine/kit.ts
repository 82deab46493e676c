import type { Config } from '../model/config.js'
import type { LanguageData, Pack, ScopeKind } from '../model/pack.js'
import { broaderConcepts, type Kit, type Reader, type TypedReader } from '../extract/kit.js'
import { bare, bareLanguage, compileLanguage, hasAccents, inflected, recogniser, sightOf, tokenize, typing } from '../languages/index.js'
import { withTopics } from '../packs/assemble.js'
import { lexiconFor } from '../packs/lists.js'

/** The pack that was last made of a pack and topics of the user's own: a kit is remembered by its pack. */
const widened = new WeakMap<Pack, { readonly topics: string; readonly pack: Pack }>()

/** The pack with the topics of a configuration. */
export function packFor(pack: Pack, config: Pick<Config, 'topics'>): Pack {
  if (config.topics.length === 0) return pack
  const topics = JSON.stringify(config.topics)
  const before = widened.get(pack)
  if (before?.topics === topics) return before.pack
  const made = withTopics(pack, config.topics)
  widened.set(pack, { topics, pack: made })
  return made
}

/** The kit that was last made of a pack: compiling the words takes longer than reading a document with them. */
const made = new WeakMap<Pack, { readonly terms: string; readonly kit: Kit }>()

/** The kit for a pack and the terms of a configuration. */
export function kitFor(pack: Pack, config: Pick<Config, 'terms'>): Kit {
  const terms = JSON.stringify(config.terms)
  const before = made.get(pack)
  if (before?.terms === terms) return before.kit
  const kit = newKit(pack, config)
  made.set(pack, { terms, kit })
  return kit
}

const FALLBACK = 'en'

/** Readers for every language that the pack has, each compiled when it is first asked for. */
function newKit(pack: Pack, config: Pick<Config, 'terms'>): Kit {
  const sights = pack.sights ?? Object.fromEntries(Object.entries(pack.languages).map(([tag, data]) => [tag, sightOf(tag, data)]))
  const tags = Object.keys(pack.languages)
  return {
    readers: lazily(tags, (tag) => readerOf(pack, config, tag, PLAIN)),
    typedReaders: lazily(tags.filter((tag) => tag !== FALLBACK), (tag) => typedReaderOf(pack, tag)),
    bareReaders: lazily(tags.filter((tag) => hasAccents(sights[tag]?.alphabet ?? '')), (tag) => readerOf(pack, config, tag, BARE)),
    topics: new Map(pack.topics.map((topic) => [topic.id, topic])), broader: broaderConcepts(pack), scopes: scopesOf(pack), recognise: recogniser({ ...pack.others, ...sights }), fallback: FALLBACK,
  }
}

/** Concepts that name a group of customers, products or places, and which kind of group. */
export const scopesOf = (pack: Pack): ReadonlyMap<string, ScopeKind> =>
  new Map(pack.concepts.flatMap((concept) => (concept.scope ? [[concept.id, concept.scope] as const] : [])))

/** How a language is written: as its file says, or without accents. */
interface Writing {
  readonly data: (data: LanguageData) => LanguageData
  readonly word?: (word: string) => string
}

const PLAIN: Writing = { data: (data) => data }
const BARE: Writing = { data: bareLanguage, word: bare }

/** Names of fields are no text in which a configured term could be wrong. */
function typedReaderOf(pack: Pack, tag: string): TypedReader {
  const { data, word, text } = typing(pack.languages[tag] as LanguageData)
  return { ...readerOf(pack, { terms: [] }, tag, { data: () => data, word }), spell: text }
}

function readerOf(pack: Pack, config: Pick<Config, 'terms'>, tag: string, { data, word }: Writing): Reader {
  const file = data(pack.languages[tag] as LanguageData)
  const endings = (Array.isArray(file['endings']) ? (file['endings'] as string[]) : []).toSorted((a, b) => b.length - a.length)
  const forms = (name: string): string => (file['inflects'] === true ? inflected(name, endings) : name)
  return { language: compileLanguage(tag, file), lexicon: lexiconFor(pack, tag, tokenize, { terms: config.terms, inflected: forms, as: word }), endings }
}

/** A record whose values are made when they are first asked for. */
function lazily<T>(keys: readonly string[], make: (key: string) => T): Readonly<Record<string, T>> {
  const record: Record<string, T> = {}
  for (const key of keys) {
    let value: { readonly of: T } | undefined
    Object.defineProperty(record, key, { enumerable: true, get: () => (value ??= { of: make(key) }).of })
  }
  return record
}
