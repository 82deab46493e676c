import { beforeAll, describe, expect, test } from 'vitest'
import { check } from '../engine/check.js'
import { configFrom } from '../host/check-config.js'
import { loadPack } from '../host/load-pack.js'
import type { Change, Finding } from '../model/finding.js'
import type { SourceFile } from '../model/program.js'

const pack = loadPack()
const config = configFrom({}, { today: '2025-11-22', ruleIds: pack.rules.map((rule) => rule.id) })

const document = (path: string, text: string, front = ''): SourceFile =>
  ({ path, side: path.startsWith('say') ? 'say' : 'do', source: `${front === '' ? '' : `---\n${front}\n---\n`}${text}\n`, tags: {} })

async function found(files: readonly SourceFile[], owners?: ReadonlyMap<string, string>): Promise<readonly Finding[]> {
  return (await check({ files, config, pack, problems: [], owners })).findings
}

// the first check of a process compiles the words
beforeAll(() => found([document('say/a.md', 'Hello.')]), 60_000)

/** What is said about the finding of this rule. */
async function changeOf(ruleId: string, files: readonly SourceFile[]): Promise<Change | undefined> {
  const findings = (await found(files)).filter((finding) => finding.ruleId === ruleId)
  expect(findings).toHaveLength(1)
  return findings[0]?.change
}

const PAGE = '# Returns\n\nYou can return any lamp within 30 days.'
const DESK = '# Returns\n\nAccept returns of lamps up to 14 days after the purchase.'

describe('which place should probably change', () => {
  test('staff follow what customers have read, when nothing else is known', async () => {
    expect(await changeOf('promise/contradicted', [document('say/a.md', PAGE), document('do/a.md', DESK)]))
      .toEqual({ where: 'related', because: { id: 'change.public', slots: {} } })
  })

  test('what was looked at last is more likely to be right', async () => {
    const files = [document('say/a.md', PAGE, 'updated: 2024-02-01'), document('do/a.md', DESK, 'reviewed: 2025-06-01')]
    expect(await changeOf('promise/contradicted', files)).toEqual({ where: 'at', because: { id: 'change.newer', slots: { older: '2024-02-01', newer: '2025-06-01' } } })
  })

  test('one date alone, or two of the same day, say nothing', async () => {
    const files = [document('say/a.md', PAGE, 'updated: 2024-02-01'), document('do/a.md', DESK, 'reviewed: 2024-02-01')]
    expect((await changeOf('promise/contradicted', files))?.because.id).toBe('change.public')
  })

  test('the terms hold, however old they are', async () => {
    const terms = document('say/terms.md', '# Terms and conditions\n\n## Returns\n\nYou can return any lamp within 30 days.', 'updated: 2020-01-01')
    expect(await changeOf('promise/contradicted', [terms, document('do/a.md', DESK, 'reviewed: 2025-06-01')]))
      .toEqual({ where: 'related', because: { id: 'change.terms', slots: {} } })
  })

  test('what most documents say is more likely to be right', async () => {
    const files = [document('say/a.md', PAGE), document('do/a.md', DESK), document('do/b.md', DESK)]
    const findings = (await found(files)).filter(({ ruleId }) => ruleId === 'promise/contradicted')
    expect(findings[0]?.change).toEqual({ where: 'at', because: { id: 'change.more', slots: { n: '2' } } })
  })

  test('nothing is said when one reason stands against another', async () => {
    const files = [document('say/a.md', PAGE, 'updated: 2025-06-01'), document('do/a.md', DESK, 'reviewed: 2024-01-01'), document('do/b.md', DESK, 'reviewed: 2024-01-01')]
    const findings = (await found(files)).filter(({ ruleId }) => ruleId === 'promise/contradicted')
    expect(findings[0]).toBeDefined()
    expect(findings[0]?.change).toBeUndefined()
  })
})

test('every place tells whom it belongs to: by the document, else by its path', async () => {
  const owners = new Map([['say/a.md', '@web'], ['do/a.md', '@desk']])
  const [finding] = await found([document('say/a.md', PAGE, 'owner: Vera'), document('do/a.md', DESK)], owners)
  expect([finding?.at.owner, finding?.related[0]?.owner]).toEqual(['Vera', '@desk'])
})
