import { describe, expect, test } from 'vitest'
import { isPlain } from '../engine/path-pattern.js'
import type { Pack } from '../model/pack.js'
import { tempFolder } from '../testing/temp-folder.js'
import { ConfigError } from './errors.js'
import { openProject, type ProjectFlags } from './open-project.js'

const pack: Pack = { rules: [], topics: [], concepts: [], cues: [], languages: {}, others: {}, messages: {} }
const TANGLED = '*a*a*a*a*a*a*a*b'
const NAME = `say/${'a'.repeat(200)}.md`
const SIDES = 'say: say\ndo: do\n'

/** What is wrong with a company that has a page with a long name, with places; these patterns would take years to compare with it. */
async function told(files: Readonly<Record<string, string>>, flags: ProjectFlags = {}): Promise<readonly string[]> {
  const folder = tempFolder({ '.git/HEAD': '', [NAME]: '# Awnings\n', 'do/desk.md': '# Desk\n', 'saydo.yaml': SIDES, ...files })
  try {
    await openProject({ cwd: folder, flags, today: '2025-11-22', pack, extensions: ['.md'] })
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) return [(error as Error).message]
    return error.problems.map(({ file, span, message }) => `${file}@${error.sources.get(file)?.slice(span?.start, span?.end)} ${message}`)
  }
}

const SHOULD = 'should be a pattern with at most 4 stars and brackets in each name, and at most 4 times **'

describe('a pattern that could take for ever to compare is told with its place:', () => {
  test.each([
    ['a side', `say: ["${TANGLED}", say]\ndo: do\n`, `"${TANGLED}" ${SHOULD}.`],
    ['what a side leaves out', `say: [say, "!${TANGLED}"]\ndo: do\n`, `"!${TANGLED}" ${SHOULD}.`],
    ['a side with labels', `say: {path: "${TANGLED}", region: Malta}\ndo: do\n`, `"${TANGLED}" ${SHOULD}.`],
    ['what is left out', `${SIDES}ignore: ["${TANGLED}"]\n`, `"ignore" ${SHOULD}, but it is "${TANGLED}".`],
    ['an override', `${SIDES}overrides: [{files: "${TANGLED}", business: retail}]\n`, `"files" ${SHOULD}, but it is "${TANGLED}".`],
    ['topics', `${SIDES}topics: "${TANGLED}"\n`, `"topics" ${SHOULD}, but it is "${TANGLED}".`],
  ])('%s', async (_, config, message) => {
    const [first = ''] = await told({ 'saydo.yaml': config })
    expect(first).toMatch(/^saydo\.yaml@"!?\*a/)
    expect(first.replace('Each item of ', '')).toContain(message)
  })

  test('a flag', async () => {
    expect(await told({}, { say: [TANGLED] })).toEqual([`--say: "${TANGLED}" ${SHOULD}.`])
  })

  test.each(['.gitignore', 'say/.gitignore', 'CODEOWNERS', '.github/CODEOWNERS'])('a line of %s', async (file) => {
    expect(await told({ [file]: `# * a * b * c * d * e * f\n${TANGLED} @desk\n` })).toEqual([expect.stringMatching(new RegExp(`^${file.replaceAll('.', '\\.')}:2: "\\*a.*${SHOULD.slice(0, 20)}`))])
  })
})

test.each<[pattern: string, plain: boolean]>([
  ['site/**/*.{md,mdx}', true],
  ['**/*-*-*.md', true],
  ['a/*/b/*/c/*/d/*/e/*/f', true],
  ['say/a\\*b\\*c\\*d\\*e\\*.md', true],
  ['**/a/**/a/**/a/**/b', true],
  ['**/a/**/a/**/a/**/a/**/b', false],
  ['+(a)+(a)+(a)+(a)+(a)b', false],
  ['{a,a}{a,a}{a,a}{a,a}{a,a}b', false],
  ['{*a/,*a/}{*a/,*a/}*', false],
])('%s is plain: %s', (pattern, plain) => {
  expect(isPlain(pattern)).toBe(plain)
})
