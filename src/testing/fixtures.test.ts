import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { check } from '../engine/check.js'
import { formats } from '../formats/index.js'
import { loadPack } from '../host/load-pack.js'
import { openProject, type Project } from '../host/open-project.js'
import type { Report } from '../model/finding.js'
import type { SourceFile } from '../model/program.js'
import { compareWithMarkers, unmark } from './fixtures.js'

const root = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const pack = loadPack(fileURLToPath(new URL('../../rules', import.meta.url)))
// `labelled` holds companies of another kind, without markers, and has no saydo.yaml of its own
const companies = readdirSync(root).filter((name) => existsSync(`${root}${name}/saydo.yaml`))

const open = (company: string): Promise<Project> => openProject({
  cwd: root, flags: { config: `${company}/saydo.yaml` }, today: '2025-11-22',
  pack, extensions: formats.flatMap((format) => format.extensions),
})

const checked = ({ config, problems }: Project, files: readonly SourceFile[]): Promise<Report> => check({ files, config, pack, problems })

test.each(companies)('%s: what its lines expect is reported, and nothing else', async (company) => {
  const project = await open(company)
  const documents = project.files.map(unmark)
  const wrong = compareWithMarkers(await checked(project, documents.map(({ file }) => file)), documents)
  // as one text, so that every sentence is shown in full
  expect(wrong.map((sentence) => `fixtures/${company}/${sentence}`).join('\n')).toBe('')
})

test('the tour shows the same with its markers in place', async () => {
  const project = await open('tour')
  const ids = (report: Report): readonly string[] => report.findings.map((finding) => `${finding.ruleId} ${finding.at.quote}`)
  const clean = await checked(project, project.files.map((file) => unmark(file).file))
  expect(ids(await checked(project, project.files))).toEqual(ids(clean))
})

describe('markers', () => {
  const file = (source: string): SourceFile => ({ path: 'say/a.md', side: 'say', source, tags: {} })

  test.each([
    ['Back in 30 days. <!-- expect: promise/contradicted -->', 'Back in 30 days.'],
    ['days: 30 # expect: promise/contradicted', 'days: 30'],
    ['Back in 30 days. {{expect: promise/contradicted}}', 'Back in 30 days.'],
    ['{"days": 30} // expect: promise/contradicted', '{"days": 30}'],
  ])('are taken out of %s', (line, text) => {
    const { file: { source }, markers } = unmark(file(`\n${line}\nMore.`))
    expect(source).toBe(`\n${text}\nMore.`)
    expect(markers).toEqual([{ file: 'say/a.md', line: 2, ruleId: 'promise/contradicted' }])
  })

  test('may name several rules, and may stand below their line', () => {
    const { markers } = unmark(file('One.\n\n<!-- expect: a/b, c/d -->\n'))
    expect(markers.map(({ line, ruleId }) => `${line} ${ruleId}`)).toEqual(['1 a/b', '1 c/d'])
  })

  test('that nothing answers are told, and so are findings that nobody expects', () => {
    const document = unmark(file('Back in 30 days. <!-- expect: a/b -->\nAnd more.'))
    const at = { file: 'say/a.md', span: { start: 17, end: 25 }, quote: 'And more' }
    const finding = { ruleId: 'c/d', severity: 'warning' as const, at, related: [], what: { id: 'x', slots: {} }, why: [], fingerprint: '' }
    const report: Report = { documents: [], summary: { errors: 0, warnings: 1, infos: 0, documents: { say: 1, do: 0 }, promises: 1, kept: 0 }, findings: [finding, { ...finding, severity: 'info' }], suppressed: [], ledger: [], problems: [], silences: [], unread: [] }
    expect(compareWithMarkers(report, [document])).toEqual([
      'say/a.md:1 should be reported by a/b, but is not: "Back in 30 days."',
      'say/a.md:2 is reported by c/d, but no marker expects it: "And more"',
    ])
  })
})
