import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import type { Rule } from '../model/pack.js'
import { assemble, PackError } from '../packs/assemble.js'
import { UsageError } from './errors.js'

const isYaml = (path: string): boolean => /\.ya?ml$/.test(path)

function yamlFiles(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(isYaml).sort().map((name) => join(path, name))
}

/** In a folder, YAML files that are no rules (topics, words) stand beside rules and are passed over; a file named outright must be one. */
function readRule(file: string, outright: boolean): readonly Rule[] {
  try {
    const data = parse(readFileSync(file, 'utf8')) as { id?: unknown; examples?: unknown } | null
    if (!outright && data?.examples === undefined) return []
    // a file whose id is missing or no `family/name` still goes through the check that says so
    const id = typeof data?.id === 'string' && data.id.includes('/') ? data.id : 'wording/unnamed'
    const rules = assemble([{ path: `${id}.yaml`, data }]).rules
    if (rules.length > 0) return rules
  } catch (error) {
    const reason = error instanceof PackError ? error.message.replace(/^rules\/[^,:]+[,:] ?/, '') : (error as Error).message
    throw new UsageError(`${file} is not a rule that can be used: ${reason}`)
  }
  throw new UsageError(`${file} holds a rule whose id begins with no family that saydo has (promise/, instruction/, term/, wording/, playbook/, saydo/).`)
}

/** Reads rule files of the user's own: files, or folders that hold some. */
export function loadRules(cwd: string, paths: readonly string[]): readonly Rule[] {
  return paths.flatMap((path) => {
    const real = resolve(cwd, path)
    if (!existsSync(real)) throw new UsageError(`There is no file or folder "${path}".`)
    const rules = yamlFiles(real).flatMap((file) => readRule(file, file === real))
    if (rules.length === 0) throw new UsageError(`There is no rule file in "${path}".`)
    return rules
  })
}
