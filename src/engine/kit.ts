import type { Config } from '../model/config.js'
import type { Pack } from '../model/pack.js'
import { broaderConcepts, type Kit, type Reader } from '../extract/kit.js'
import { compileLanguage, tokenize } from '../languages/index.js'
import { lexiconFor } from '../packs/lists.js'

/** Readers for every language that the pack has, each compiled when it is first asked for. */
export function kitFor(pack: Pack, config: Config): Kit {
  const readers: Record<string, Reader> = {}
  for (const [tag, data] of Object.entries(pack.languages)) {
    Object.defineProperty(readers, tag, { enumerable: true, get: remembered(() => readerOf(pack, config, tag, data)) })
  }
  return { readers, topics: new Map(pack.topics.map((topic) => [topic.id, topic])), broader: broaderConcepts(pack), fallback: 'en' }
}

function readerOf(pack: Pack, config: Config, tag: string, data: Readonly<Record<string, unknown>>): Reader {
  const endings = Array.isArray(data['endings']) ? (data['endings'] as string[]) : []
  return { language: compileLanguage(tag, data), lexicon: lexiconFor(pack, tag, config.terms, tokenize), endings: [...endings].sort((a, b) => b.length - a.length) }
}

function remembered<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
