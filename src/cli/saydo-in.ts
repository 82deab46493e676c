import { fileURLToPath } from 'node:url'
import { check } from '../engine/check.js'
import { formats } from '../formats/index.js'
import { loadPack } from '../host/load-pack.js'
import type { Pack } from '../model/pack.js'
import { run } from './run.js'
import type { World } from './world.js'

/** What a run of saydo came to. */
export interface Ended {
  readonly exit: number
  readonly out: string
  readonly err: string
}

let rules: Pack | undefined
/** The rules as they stand in the repository, assembled once for each file of tests. */
const shipped = (): Pack => (rules ??= loadPack(fileURLToPath(new URL('../../rules', import.meta.url))))

/** For tests: a world that is the same everywhere and every day, but for what a test brings of its own. What is printed goes nowhere. */
export const worldIn = (cwd: string, own: Partial<World> = {}): World => ({
  cwd, env: {}, terminal: { isTTY: false, colours: 0 }, today: '2025-11-22', version: '1.2.3', extensions: formats.flatMap((format) => format.extensions),
  out: () => undefined, err: () => undefined, loadPack: shipped, check: (input) => check(input), ...own,
})

/** For tests: runs saydo in a folder with these words after its name, in such a world. */
export async function saydoIn(cwd: string, words: string | readonly string[], own: Partial<World> = {}): Promise<Ended> {
  let [out, err] = ['', '']
  const printed = { out: (text: string) => { out += text }, err: (text: string) => { err += text } }
  const exit = await run(typeof words === 'string' ? words.split(' ').filter(Boolean) : words, worldIn(cwd, { ...printed, ...own }))
  return { exit, out, err }
}

interface Place {
  readonly file: string
  readonly line: number
}

/** The findings of a JSON report, each as its rule and its places: `promise/contradicted site/a.md:3 staff/b.md:5`. */
export function foundIn(report: string): readonly string[] {
  const { findings } = JSON.parse(report) as { readonly findings: readonly (Place & { readonly ruleId: string; readonly related: readonly Place[] })[] }
  return findings.map((one) => [one.ruleId, ...[one, ...one.related].map(({ file, line }) => `${file}:${line}`)].join(' '))
}
