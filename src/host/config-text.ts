import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { stringify } from 'yaml'
import { wayTo } from './ways.js'

/** What a new `saydo.yaml` says. */
export interface NewConfig {
  readonly business: string
  readonly say: readonly string[]
  readonly do: readonly string[]
  readonly ignore: readonly string[]
}

/** The remarks in it, in the language of whoever asked for it. */
export interface Remarks {
  readonly head: string
  readonly business: string
  readonly say: string
  readonly do: string
  /** For a side of which nothing was found. */
  readonly none: string
  readonly ignore: string
  readonly more: string
  readonly terms: string
  readonly rules: string
}

const SCHEMA = 'dist/schemas/saydo.json'

/** Where the schema stands, as seen from a folder: in the installed package, there or in a folder above; else in the saydo that is running. */
export function schemaPath(folder: string): string {
  for (let current = resolve(folder); ; current = dirname(current)) {
    const installed = join(current, 'node_modules/saydo', SCHEMA)
    if (existsSync(installed)) return wayTo(resolve(folder), installed)
    if (dirname(current) === current) break
  }
  const running = fileURLToPath(new URL(`../../${SCHEMA}`, import.meta.url))
  const way = wayTo(resolve(folder), running)
  // on another drive of Windows there is no relative way
  return isAbsolute(way) ? pathToFileURL(running).href : way
}

const comment = (text: string): string => text.split('\n').map((line) => `# ${line}`.trimEnd()).join('\n')

function list(key: string, items: readonly string[], remark: string, none?: string): readonly string[] {
  if (items.length > 0) return ['', comment(remark), stringify({ [key]: items }).trimEnd()]
  return none === undefined ? [] : ['', comment(remark), comment(none), `${key}: []`]
}

/** The text of a new `saydo.yaml`, with remarks. */
export function configText({ business, say, do: told, ignore }: NewConfig, remarks: Remarks, schema: string): string {
  return [
    `# yaml-language-server: $schema=${schema}`, comment(remarks.head), '', comment(remarks.business), `business: ${business}`,
    ...list('say', say, remarks.say, remarks.none), ...list('do', told, remarks.do, remarks.none), ...list('ignore', ignore, remarks.ignore),
    '', comment(remarks.more), '#', comment(remarks.terms), '# terms:', '#   - {use: Lantern Club, not: [loyalty card]}', '#', comment(remarks.rules), '# rules:', '#   promise/unbacked: warning', '',
  ].join('\n')
}
