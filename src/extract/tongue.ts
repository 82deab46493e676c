import type { Block, Document } from '../model/document.js'
import type { Kit, Reader } from './kit.js'

/** What the blocks of a document are read with; undefined for a block in a language that cannot be read. */
export interface Tongues {
  /** The language of the document as a whole; undefined where it cannot be read. */
  readonly main: string | undefined
  readonly of: (block: Block) => Reader | undefined
  /** Languages that were met and cannot be read. */
  readonly unread: readonly string[]
}

/** A guess against what the document says of itself needs this many letters to stand on. */
const LONG = 30
/** A guess that the language is none that can be read needs more. */
const LONGER = 60
/** So much of a document is looked at for a guess of the whole. */
const MUCH = 4000
const ACCENT = /\p{M}/u

/** `sk` of "sk-SK"; nothing of "Slovak" or "all", which are no tags. */
const tagOf = (stated: string | undefined): string | undefined => /^([a-z]{2,3})(?:[-_]|$)/.exec(stated?.toLowerCase() ?? '')?.[1]

/** Asked by name alone: to look at a reader is to compile its language. */
const canRead = (kit: Kit, tag: string): boolean => Object.hasOwn(kit.readers, tag)

/** `site/sk/faq.md`, `messages.bg.yaml`, `returns_lt.html`, `locales/ru-RU.json`: the last part of the path that is a language's tag. */
function fromPath(path: string, kit: Kit): string | undefined {
  const parts = path.split('/').flatMap((step) => [step, ...step.split(/[._-]/)])
  return parts.map((part) => /^([a-z]{2})(?:[-_][A-Z]{2,4})?$/.exec(part)?.[1]).filter((tag) => tag !== undefined && canRead(kit, tag)).at(-1)
}

/** A map of texts by language: `en: …`, `sk: …`. */
const fromKey = (block: Block, kit: Kit): string | undefined =>
  block.trail.filter((step) => step.kind === 'key' || step.kind === 'column').map((step) => tagOf(step.text)).filter((tag) => tag !== undefined && canRead(kit, tag)).at(-1)

const textOf = (blocks: readonly Block[]): string => {
  let text = ''
  for (const { prose } of blocks) if (text.length < MUCH) text += `${prose.text}\n`
  return text
}

/**
 * The languages of a document: what the configuration, the mark-up or the path says, else a guess by the look of its words.
 * A long block that is plainly in another language is read in that one: a Slovak sentence to say, in an English playbook.
 * Where no word of a language has an accent, all of it is read as typed without them.
 */
export function tonguesOf(document: Document, kit: Kit): Tongues {
  const stated = tagOf(document.tags.language) ?? tagOf(document.language) ?? fromPath(document.path, kit)
  // A few words that look foreign are more likely a name than a document that nobody here can read.
  const guessed = (text: string, expected?: string): string | undefined => {
    const guess = kit.recognise(text, expected)
    return guess === undefined || canRead(kit, guess) || text.length >= LONGER ? guess : undefined
  }
  const main = stated ?? guessed(textOf(document.blocks)) ?? kit.fallback
  const unread = new Set<string>()
  const readable = (tag: string): string | undefined => {
    if (canRead(kit, tag)) return tag
    unread.add(tag)
    return undefined
  }
  const known = new Map<Block, string | undefined>()
  const read = (block: Block): string | undefined => {
    const own = tagOf(block.language) ?? fromKey(block, kit)
    if (own !== undefined) return readable(own)
    const guess = block.prose.text.length >= LONG || stated === undefined ? guessed(block.prose.text, main) : undefined
    return readable(guess ?? main)
  }
  for (const block of document.blocks) known.set(block, read(block))
  const accented = new Set(document.blocks.filter((block) => ACCENT.test(block.prose.text.normalize('NFD'))).map((block) => known.get(block)))
  const readerOf = (tag: string | undefined): Reader | undefined => tag === undefined ? undefined : ((accented.has(tag) ? undefined : kit.bareReaders[tag]) ?? kit.readers[tag])
  return { main: canRead(kit, main) ? main : undefined, of: (block) => readerOf(known.get(block)), unread: [...unread] }
}
