import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Pack, Rule } from '../model/pack.js'
import { type OwnPack, withOwn } from '../packs/own-pack.js'
import { UsageError } from './errors.js'
import { loadOwnPack } from './load-own-pack.js'
import { problemPlace } from './problem-place.js'

/** Rules to be tried, and the pack to try them with. */
export interface TriedRules {
  readonly rules: readonly Rule[]
  readonly pack: Pack
}

/** A rule of saydo's own that is being worked on is checked as the rule that it is, and not as one of the user's. */
function asShipped(own: OwnPack, { rules }: Pack): OwnPack {
  const ids = new Set(rules.map((rule) => rule.id))
  return { ...own, rules: own.rules.map((rule) => (ids.has(rule.id) ? { ...rule, own: undefined } : rule)) }
}

/**
 * Reads files of the user's own, or folders of them: the rules to be tried, and all else that they bring along. A file that is none of a
 * pack is passed over in a folder. Throws a UsageError for what cannot be used.
 */
export async function loadRules(cwd: string, paths: readonly string[], shipped: Pack): Promise<TriedRules> {
  let pack = shipped
  const rules: Rule[] = []
  for (const path of paths) {
    const real = resolve(cwd, path)
    if (!existsSync(real)) throw new UsageError(`There is no file or folder "${path}".`)
    const { own, problems, sources } = await loadOwnPack(real, cwd, { ...pack, lenient: statSync(real).isDirectory() ? 'folder' : 'file' })
    const [first] = problems
    if (first) throw new UsageError(`${problemPlace(first, sources)} is not a rule that can be used: ${first.message}`)
    if (own.rules.length === 0) throw new UsageError(`There is no rule file in "${path}".`)
    const here = asShipped(own, shipped)
    rules.push(...here.rules)
    pack = withOwn(pack, here)
  }
  return { rules, pack }
}
