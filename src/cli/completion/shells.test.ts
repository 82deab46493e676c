import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Command } from 'commander'
import type { Pack } from '../../model/pack.js'
import { cannedRules } from '../../reporters/canned.js'
import { tempFolder } from '../../testing/temp-folder.js'
import { buildProgram } from '../program.js'
import { saydoIn, worldIn } from '../saydo-in.js'

const pack: Pack = { topics: [], concepts: [], cues: [], rules: cannedRules, languages: {}, others: {}, messages: { en: {} } }

async function scriptFor(shell: string): Promise<string> {
  const { exit, out } = await saydoIn('.', `completion ${shell}`, { loadPack: () => pack })
  expect(exit).toBe(0)
  return out
}

const program = (): Promise<Command> => buildProgram([], worldIn('.'), () => undefined)

describe.each(['bash', 'zsh', 'fish'])('saydo completion %s', (shell) => {
  test('knows every command, every option and every rule', async () => {
    const script = await scriptFor(shell)
    for (const command of (await program()).commands) {
      expect(script).toContain(command.name())
      // fish writes options without their hyphens
      for (const { long, hidden } of command.options) if (!hidden) expect(script).toContain(shell === 'fish' ? `-l ${(long ?? '').slice(2)}` : long)
    }
    for (const { id } of cannedRules) expect(script).toContain(id)
  })
})

/** What bash offers when the tab key is pressed after these words; the last may be empty. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const folder = tempFolder({ 'site/returns.md': '', 'saydo.yaml': '' })
  writeFileSync(join(folder, 'script'), await scriptFor('bash'))
  const out = execFileSync('bash', ['--norc', '-c', 'source ./script; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); compopt() { :; }; _saydo; printf "%s\\n" "${COMPREPLY[@]}"', 'bash', 'saydo', ...words], { cwd: folder, encoding: 'utf8' })
  return out.split('\n').filter((word) => word !== '' && word !== 'script')
}

const BASH = process.platform !== 'win32'

describe.runIf(BASH)('in bash', () => {
  test.each<[readonly string[], readonly string[]]>([
    [['ba'], ['baseline']],
    [['check', '--why'], ['--why-not']],
    [['check', '--rule', ''], ['promise/contradicted', 'promise/unbacked', 'wording/scripted']],
    [['check', '--rule', 'promise/unbacked', 'wor'], ['wording/scripted']],
    [['check', '--format', 'sa'], ['sarif']],
    [['explain', 'promise/c'], ['promise/contradicted']],
    [['check', 'si'], ['site']],
    [['check', '--config', 'say'], ['saydo.yaml']],
    [['check', '--quiet', 'say'], ['saydo.yaml']],
    [['completion', 'z'], ['zsh']],
    [['help', 'ex'], ['explain', 'extract']],
    [['check', '--max-warnings', ''], []],
  ])('%j', async (words, wanted) => {
    expect((await offered(...words)).toSorted()).toEqual([...wanted].toSorted())
  })
})

test('a shell that saydo does not know', async () => {
  const { exit, err } = await saydoIn('.', 'completion tcsh')
  expect(exit).toBe(2)
  expect(err).toContain('Allowed choices are bash, zsh, fish.')
})
