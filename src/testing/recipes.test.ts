import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { putFiles, tempFolder } from './temp-folder.js'
import { tempRepository } from './temp-repository.js'

const guide = readFileSync(new URL('../../.github/CI.md', import.meta.url), 'utf8')
/** The program as the build made it; `npm test` builds first. */
const bin = fileURLToPath(new URL('../../bin/saydo.js', import.meta.url))

/** The piece of code in the guide that holds these words. */
function recipe(words: string): string {
  const found = [...guide.matchAll(/^```\w+\n([^]*?)^```$/gm)].map(([, code]) => code as string).find((code) => code.includes(words))
  if (found === undefined) throw new Error(`The guide has no code with "${words}".`)
  return found
}

const SHOP = {
  'saydo.yaml': 'business: retail\nsay: site\ndo: desk\n',
  'site/returns.md': '# Returns\n\nYou can return any globe within 30 days of delivery.\n',
  'desk/refunds.md': '# Returned globes\n\nAccept returned globes up to 30 days after delivery.\n',
}
const STRICTER = SHOP['desk/refunds.md'].replace('30 days', '14 days')

/** npx that finds saydo, npm that has installed everything, and a reviewdog that shows what it is given. */
function programs(): string {
  const folder = tempFolder({ npx: `#!/bin/sh\nshift\nexec "${process.execPath}" "${bin}" "$@"\n`, npm: '#!/bin/sh\n', reviewdog: '#!/bin/sh\ncat\n' })
  for (const name of ['npx', 'npm', 'reviewdog']) chmodSync(join(folder, name), 0o755)
  return folder
}

/** Runs lines in a shell, as a CI does; gives what they print, and throws where one fails. */
const shell = (cwd: string, lines: string): string =>
  execFileSync('bash', ['-eo', 'pipefail', '-c', lines], { cwd, encoding: 'utf8', stdio: 'pipe', env: { ...process.env, PATH: `${programs()}${delimiter}${process.env['PATH'] ?? ''}` } })

// the recipes are written for the shells of CI machines and of git
describe.skipIf(process.platform === 'win32')('what CI.md tells to write', { timeout: 60_000 }, () => {
  test('GitLab: the lines leave the reports that the job hands on, also when they fail', () => {
    const { promises: job } = parse(recipe('codequality')) as { promises: { script: readonly string[]; artifacts: { when: string; reports: Readonly<Record<string, string>> } } }
    const folder = tempFolder({ ...SHOP, 'desk/refunds.md': STRICTER })
    expect(() => shell(folder, job.script.join('\n'))).toThrow()
    expect(job.artifacts.when).toBe('always')
    const [quality, tests] = [job.artifacts.reports['codequality'], job.artifacts.reports['junit']].map((name) => readFileSync(join(folder, name as string), 'utf8'))
    expect(JSON.parse(quality as string)).toMatchObject([{ check_name: 'saydo/promise/contradicted', location: { path: 'site/returns.md' } }])
    expect(tests).toContain('failures="1"')
  })

  test('reviewdog is given diagnostics', () => {
    expect(JSON.parse(shell(tempFolder({ ...SHOP, 'desk/refunds.md': STRICTER }), recipe('reviewdog')))).toMatchObject({ diagnostics: [{ location: { path: 'site/returns.md' } }] })
  })

  test.each([
    ['a hook of one’s own', () => recipe('.git/hooks/pre-commit')],
    ['husky', () => `printf '#!/bin/sh\\n%s\\n' "$(${recipe('npx husky init').replace(/^.*&& /, '').replace(/ > .*\n/, '')})" > .git/hooks/pre-commit; chmod +x .git/hooks/pre-commit`],
    ['lefthook', () => `printf '#!/bin/sh\\n%s\\n' '${(parse(recipe('glob')) as { 'pre-commit': { commands: { saydo: { run: string } } } })['pre-commit'].commands.saydo.run}' > .git/hooks/pre-commit; chmod +x .git/hooks/pre-commit`],
  ])('before a commit, %s: what will be committed counts, and not what stands on the disk', (_name, install) => {
    const { path, git, write } = tempRepository(SHOP)
    shell(path, install())
    const commit = (): string => shell(path, 'git -c user.name=Writer -c user.email=writer@example.org commit --quiet --message work 2>&1')
    write('desk/refunds.md', STRICTER)
    git('add', '--all')
    putFiles(path, SHOP)
    expect(commit).toThrow()
    git('add', '--all')
    write('desk/refunds.md', STRICTER)
    write('site/hello.md', '# Hello\n\nWe sell globes.\n')
    git('add', 'site')
    commit()
    expect(git('status', '--short')).toBe(' M desk/refunds.md\n')
  })
})
