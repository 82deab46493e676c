import type { Config } from '../model/config.js'
import type { Pack } from '../model/pack.js'
import { broaderConcepts, type Kit, type Reader } from '../extract/kit.js'
import { compileLanguage, recogniser, sightOf, tokenize } from '../languages/index.js'
import { withTopics } from '../packs/assemble.js'
import { lexiconFor } from '../packs/lists.js'

/** The pack that was last made of a pack and topics of the user's own: a kit is remembered by its pack. */
const widened = new WeakMap<Pack, { readonly topics: string; readonly pack: Pack }>()

/** The pack with the topics of a configuration. */
export function packFor(pack: Pack, config: Config): Pack {
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
export function kitFor(pack: Pack, config: Config): Kit {
  const terms = JSON.stringify(config.terms)
  const before = made.get(pack)
  if (before?.terms === terms) return before.kit
  const kit = newKit(pack, config)
  made.set(pack, { terms, kit })
  return kit
}

/** Readers for every language that the pack has, each compiled when it is first asked for. */
function newKit(pack: Pack, config: Config): Kit {
  const readers: Record<string, Reader> = {}
  for (const [tag, data] of Object.entries(pack.languages)) {
    Object.defineProperty(readers, tag, { enumerable: true, get: remembered(() => readerOf(pack, config, tag, data)) })
  }
  const sights = { ...pack.others, ...Object.fromEntries(Object.entries(pack.languages).map(([tag, data]) => [tag, sightOf(tag, data)])) }
  return { readers, topics: new Map(pack.topics.map((topic) => [topic.id, topic])), broader: broaderConcepts(pack), recognise: recogniser(sights), fallback: 'en' }
}

function readerOf(pack: Pack, config: Config, tag: string, data: Readonly<Record<string, unknown>>): Reader {
  const endings = Array.isArray(data['endings']) ? (data['endings'] as string[]) : []
  return { language: compileLanguage(tag, data), lexicon: lexiconFor(pack, tag, config.terms, tokenize), endings: [...endings].sort((a, b) => b.length - a.length) }
}

function remembered<T>(make: () => T): () => T {
  let value: { readonly of: T } | undefined
  return () => (value ??= { of: make() }).of
}
