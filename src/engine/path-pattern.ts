import picomatch from 'picomatch'

/** A path or pattern as people write it, with forward slashes and nothing around it that changes nothing. */
export const tidy = (pattern: string): string => pattern.replaceAll('\\', '/').replace(/^(\.\/)+/, '').replace(/\/+$/, '') || '.'

/** Tells whether a pattern stands for a path: as a glob, as the path itself, or as a folder above it. */
export function matcher(pattern: string): (path: string) => boolean {
  const wanted = tidy(pattern)
  if (wanted === '.') return () => true
  const isMatch = picomatch(wanted, { posix: true })
  return (path) => path === wanted || path.startsWith(`${wanted}/`) || isMatch(path)
}
