import { existsSync } from 'node:fs'
import { join } from 'node:path'
import ignore from 'ignore'
import { gitRoot, needPlain } from './gitignore.js'
import { readSource } from './read-source.js'
import { wayTo } from './ways.js'

/** Where GitHub and GitLab look; the first that is there counts. */
const PLACES = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']

interface Line {
  readonly covers: (path: string) => boolean
  /** Empty when the line says that nobody owns what it covers. */
  readonly owners: readonly string[]
}

/** `docs/*` covers what stands in the folder itself; all else is as in a .gitignore. */
function coverOf(pattern: string): Line['covers'] {
  const rule = ignore().add(pattern)
  if (!pattern.endsWith('/*')) return (path) => rule.ignores(path)
  const folder = ignore().add(pattern.slice(0, -1))
  const isIn = (path: string): boolean => path !== '' && folder.ignores(`${path}/`)
  const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
  return (path) => isIn(above(path)) && !isIn(above(above(path)))
}

/** Heads of sections, comments and empty lines name no files. */
function lineOf(text: string, file: string, number: number): readonly Line[] {
  const [pattern, ...owners] = text.replace(/(^|\s)#.*$/, '').match(/(?:\\.|\S)+/g) ?? []
  if (pattern === undefined || /^\^?\[/.test(pattern)) return []
  needPlain(pattern, file, number)
  return [{ covers: coverOf(pattern), owners }]
}

/** Who owns a path, by the text of a CODEOWNERS file: the last line that covers it counts. Throws a UsageError for a pattern that could take for ever to compare. */
export function readCodeowners(text: string, file = 'CODEOWNERS'): (path: string) => string | undefined {
  const lines = text.split(/\r?\n/).flatMap((line, index) => lineOf(line, file, index + 1)).toReversed()
  return (path) => {
    const owners = lines.find((line) => line.covers(path))?.owners ?? []
    return owners.length === 0 ? undefined : owners.join(', ')
  }
}

/** The owners of these paths (relative to `root`), as the CODEOWNERS file of the repository has them. */
export function codeowners(root: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const top = gitRoot(root)
  const place = PLACES.find((each) => existsSync(join(top, each)))
  if (place === undefined) return new Map()
  const ownerOf = readCodeowners(readSource(join(top, place)).text ?? '', place)
  const way = wayTo(top, root)
  return new Map(paths.flatMap((path) => {
    const owner = ownerOf(way === '' ? path : `${way}/${path}`)
    return owner === undefined ? [] : [[path, owner] as const]
  }))
}
