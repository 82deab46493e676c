import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import ignore from 'ignore'
import { isPlain, PLAIN } from '../engine/path-pattern.js'
import { UsageError } from './errors.js'
import { readSource } from './read-source.js'
import { wayTo } from './ways.js'

/** Tells whether git leaves a path out; paths are relative to the root, with forward slashes. */
export type Ignored = (path: string) => boolean

/** The top of the repository that a folder is in; the folder itself outside of any. */
export function gitRoot(folder: string): string {
  for (let current = resolve(folder); ; current = dirname(current)) {
    if (existsSync(join(current, '.git'))) return current
    if (dirname(current) === current) return folder
  }
}

/** Every folder from the top to those of the paths, shallow ones first, so that deeper rules come later and win. */
function foldersOf(paths: readonly string[]): readonly string[] {
  const folders = new Set<string>([''])
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0 && !folders.has(path.slice(0, end)); end = path.lastIndexOf('/', end - 1)) folders.add(path.slice(0, end))
  }
  return [...folders].sort((a, b) => a.split('/').length - b.split('/').length || a.length - b.length)
}

/** A rule of a .gitignore in a folder, written so that it means the same from the top. */
function fromTop(rule: string, folder: string): string {
  const line = rule.replace(/\r$/, '')
  if (folder === '' || line.trim() === '' || line.startsWith('#')) return line
  const not = line.startsWith('!') ? '!' : ''
  const body = line.slice(not.length).replace(/^\\(?=[#!])/, '')
  const anchored = /\/(?=\S)/.test(body.trimEnd())
  const prefix = folder.replace(/[\\*?[\] ]/g, '\\$&')
  return `${not}/${prefix}/${anchored ? '' : '**/'}${body.replace(/^\//, '')}`
}

/** Throws a UsageError for a pattern that could take for ever to compare, with its place. */
export function needPlain(pattern: string, file: string, line: number): void {
  if (!isPlain(pattern)) throw new UsageError(`${file}:${line}: "${pattern}" should be ${PLAIN}.`, 'Write several shorter patterns instead.')
}

function readRules(top: string, folder: string): readonly string[] {
  const path = join(top, folder, '.gitignore')
  // one that cannot be read (a folder of that name, say) rules nothing out, as in git
  const { text } = existsSync(path) ? readSource(path) : {}
  return (text ?? '').split('\n').map((rule, index) => {
    if (!rule.startsWith('#')) needPlain(rule.trim(), wayTo(top, path), index + 1)
    return fromTop(rule, folder)
  })
}

/** Reads the .gitignore files that bear on these paths: from the top of the repository (or the root, outside of one) down. */
export function gitIgnored(root: string, paths: readonly string[]): Ignored {
  const inRepository = wayTo(gitRoot(root), root)
  const build = (top: string, prefix: string): Ignored => {
    const rules = ignore()
    for (const folder of foldersOf(paths.map((path) => prefix + path))) rules.add(readRules(top, folder))
    return (path) => rules.ignores(prefix + path)
  }
  if (inRepository === '') return build(root, '')
  const whole = build(gitRoot(root), `${inRepository}/`)
  // whoever runs saydo inside a folder that git leaves out means that folder all the same
  return whole('') ? build(root, '') : whole
}
