import { extname } from 'node:path'
import { matcher } from '../engine/path-pattern.js'
import type { Config, SideEntry } from '../model/config.js'
import type { DocumentTags, Side } from '../model/document.js'
import { NEVER } from './choose-files.js'
import type { ChosenFile } from './read-files.js'

/** Gives a document the tags that overrides have for it; they go before those of its entry. */
export function tagger({ overrides = [] }: Pick<Config, 'overrides'>): (file: ChosenFile) => ChosenFile {
  const tagged = overrides.filter(({ tags }) => Object.keys(tags).length > 0).map(({ files, tags }) => ({ tags, matchers: files.map(matcher) }))
  return (file) => tagged.reduce((one, { tags, matchers }) => (matchers.some((isMatch) => isMatch(one.path)) ? { ...one, tags: { ...one.tags, ...tags } } : one), file)
}

/**
 * Which side a path would be on, and with which tags: for documents that are not on the disk, such as one that was
 * deleted or has not been saved yet. Undefined for those that saydo would not read.
 */
export function placer(config: Pick<Config, Side | 'ignore' | 'overrides'>, extensions: readonly string[]): (path: string) => ChosenFile | undefined {
  const matchers = (entries: readonly SideEntry[]): readonly { readonly isMatch: (path: string) => boolean; readonly tags: DocumentTags }[] =>
    entries.map(({ path, ...tags }) => ({ isMatch: matcher(path), tags }))
  const sides = (['say', 'do'] as const).map((side: Side) => ({
    side,
    taken: matchers(config[side].filter(({ path }) => !path.startsWith('!'))),
    left: matchers(config[side].filter(({ path }) => path.startsWith('!')).map((entry) => ({ path: entry.path.slice(1) }))),
  }))
  const ignored = [...NEVER, ...config.ignore].map(matcher)
  const withTags = tagger(config)
  return (path) => {
    if (!extensions.includes(extname(path).toLowerCase()) || ignored.some((isMatch) => isMatch(path))) return undefined
    for (const { side, taken, left } of sides) {
      const fitting = taken.filter(({ isMatch }) => isMatch(path))
      if (fitting.length > 0 && !left.some(({ isMatch }) => isMatch(path))) return withTags({ path, side, tags: Object.assign({}, ...fitting.map(({ tags }) => tags)) as DocumentTags })
    }
    return undefined
  }
}
