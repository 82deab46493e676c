import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { formats } from '../formats/index.js'
import { sharedFolder } from './temp-folder.js'

const top = fileURLToPath(new URL('../../', import.meta.url))

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly runs: { readonly steps: readonly { readonly name?: string; readonly run?: string; readonly env?: Readonly<Record<string, string>> }[] }
}

const action = parse(readFileSync(join(top, 'action.yml'), 'utf8')) as Action
const stepNamed = (wanted: string): Action['runs']['steps'][number] | undefined => action.runs.steps.find(({ name }) => name === wanted)
const step = stepNamed('Check')

const shop = sharedFolder({
  'shop/saydo.yaml': 'say: pages\ndo: staff\n',
  'shop/pages/returns.md': '# Returns\n\nYou can return anything within 30 days.\n',
  'shop/staff/returns.md': '# Returns\n\nAccept returns up to 14 days after the purchase.\n',
})

/** Runs the step as GitHub would: its script in bash, the inputs put into its variables. */
function run(inputs: Readonly<Record<string, string>>): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const given = (text: string): string => text
    .replace('${{ github.action_path }}/', top)
    .replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? '')
  const env = Object.fromEntries(Object.entries(step?.env ?? {}).map(([name, value]) => [name, given(value)]))
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? ''], {
    cwd: shop, encoding: 'utf8', env: { ...process.env, ...env, GITHUB_STEP_SUMMARY: join(shop, 'summary.md') },
  })
}

// bash is not the same program everywhere on Windows; GitHub brings its own
describe.skipIf(process.platform === 'win32')('the GitHub Action', () => {
  test('annotates, writes the summary and SARIF, and fails on errors; paths start at the top of the repository', () => {
    const { status, stdout } = run({ config: 'shop/saydo.yaml', 'sarif-file': 'out/saydo.sarif' })
    expect(status).toBe(1)
    expect(stdout).toMatch(/^::error file=shop\/pages\/returns\.md,line=3,/)
    expect(readFileSync(join(shop, 'summary.md'), 'utf8')).toContain('shop/pages/returns.md:3:1')
    expect(readFileSync(join(shop, 'out/saydo.sarif'), 'utf8')).toContain('"uri": "shop/staff/returns.md"')
  })

  test('installs what building needs also where NODE_ENV is production', () => {
    expect(stepNamed('Install saydo')?.run).toMatch(/^npm ci --include=dev /)
  })

  test('passes on what else is asked for, as words and not as a script', () => {
    expect(run({ config: 'shop/saydo.yaml', args: '--exit-zero --quiet' }).status).toBe(0)
    const { status, stdout, stderr } = run({ args: '$(touch broken); --nonsense', config: 'shop/saydo.yaml' })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain("unknown option '--nonsense'")
  })
})

/** What pre-commit calls the kinds of files that saydo reads, by their endings. */
const KINDS: Readonly<Record<string, string>> = {
  '.md': 'markdown', '.markdown': 'markdown', '.mdx': 'mdx', '.html': 'html', '.htm': 'html', '.yaml': 'yaml', '.yml': 'yaml', '.json': 'json', '.txt': 'plain-text', '.text': 'none',
}

test('the hook for pre-commit wakes for every kind of file that saydo reads', () => {
  const [hook] = parse(readFileSync(join(top, '.pre-commit-hooks.yaml'), 'utf8')) as [{ readonly types_or: readonly string[] }]
  const kinds = formats.flatMap((format) => format.extensions).map((ending) => KINDS[ending] ?? `unknown: ${ending}`).filter((kind) => kind !== 'none')
  expect([...new Set(kinds)].toSorted()).toEqual(hook.types_or.toSorted())
})
