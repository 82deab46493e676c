import picomatch from 'picomatch'
import { extname } from 'node:path'
import type { Config, SideEntry } from '../model/config.js'
import type { DocumentTags, Side } from '../model/document.js'
import { NEVER, tidy } from './choose-files.js'
import type { ChosenFile } from './read-files.js'

/** Tells whether an entry stands for a path: as a glob, as the path itself, or as a folder above it. */
function matcher(pattern: string): (path: string) => boolean {
  const wanted = tidy(pattern)
  if (wanted === '.') return () => true
  const isMatch = picomatch(wanted, { posix: true })
  return (path) => path === wanted || path.startsWith(`${wanted}/`) || isMatch(path)
}

/**
 * Which side a path would be on, and with which tags: for documents that are not on the disk, such as one that was
 * deleted or has not been saved yet. Undefined for those that saydo would not read.
 */
export function placer(config: Pick<Config, Side | 'ignore'>, extensions: readonly string[]): (path: string) => ChosenFile | undefined {
  const matchers = (entries: readonly SideEntry[]): readonly { readonly isMatch: (path: string) => boolean; readonly tags: DocumentTags }[] =>
    entries.map(({ path, ...tags }) => ({ isMatch: matcher(path), tags }))
  const sides = (['say', 'do'] as const).map((side: Side) => ({
    side,
    taken: matchers(config[side].filter(({ path }) => !path.startsWith('!'))),
    left: matchers(config[side].filter(({ path }) => path.startsWith('!')).map((entry) => ({ path: entry.path.slice(1) }))),
  }))
  const ignored = [...NEVER, ...config.ignore].map(matcher)
  return (path) => {
    if (!extensions.includes(extname(path).toLowerCase()) || ignored.some((isMatch) => isMatch(path))) return undefined
    for (const { side, taken, left } of sides) {
      const fitting = taken.filter(({ isMatch }) => isMatch(path))
      if (fitting.length > 0 && !left.some(({ isMatch }) => isMatch(path))) return { path, side, tags: Object.assign({}, ...fitting.map(({ tags }) => tags)) as DocumentTags }
    }
    return undefined
  }
}
