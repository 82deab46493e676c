import picomatch from 'picomatch'

/** A path or pattern as people write it, with forward slashes and nothing around it that changes nothing. */
export const tidy = (pattern: string): string => pattern.replaceAll('\\', '/').replace(/^(\.\/)+/, '').replace(/\/+$/, '') || '.'

/** With each star more, a long name can be tried in a hundred times as many ways; four take a second at worst. */
const MOST = 4

/** What one name can fit in several ways: runs of stars, and brackets. */
const forks = (part: string): number => part.match(/\*+|[{(]/g)?.length ?? 0

/** The names between slashes; a slash inside brackets divides nothing. */
const namesIn = (pattern: string): readonly string[] => (/[({][^)}]*\//.test(pattern) ? [pattern] : pattern.split('/'))

/** False for a pattern that could take longer to compare than anybody waits. */
export function isPlain(pattern: string): boolean {
  const names = namesIn(pattern.replace(/\\./g, ''))
  return names.every((name) => forks(name) <= MOST) && names.filter((name) => name.includes('**')).length <= MOST
}

/** What people are told that a pattern should be. */
export const PLAIN = `a pattern with at most ${MOST} stars and brackets in each name, and at most ${MOST} times **`

/** Tells whether a pattern stands for a path: as a glob, as the path itself, or as a folder above it. */
export function matcher(pattern: string): (path: string) => boolean {
  const wanted = tidy(pattern)
  if (wanted === '.') return () => true
  const isMatch = picomatch(wanted, { posix: true })
  return (path) => path === wanted || path.startsWith(`${wanted}/`) || isMatch(path)
}
