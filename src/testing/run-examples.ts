import type { Config } from '../model/config.js'
import type { Finding, Report } from '../model/finding.js'
import type { Example, Pack, Rule } from '../model/pack.js'
import type { CheckInput, SourceFile } from '../model/program.js'

/** What examples are tried with. */
export interface Bench {
  readonly pack: Pack
  check(input: CheckInput): Promise<Report>
  /** Makes a configuration of plain data as in `saydo.yaml`; throws an Error in words when it cannot. */
  config(value: unknown): Config
}

/** An example that is not as it should be. */
export interface Failure {
  readonly ruleId: string
  /** Such as "bad example 2". */
  readonly example: string
  readonly message: string
}

type Kind = 'bad' | 'good'

/** How many examples rules have in all. */
export function countExamples(rules: readonly Rule[]): number {
  return rules.reduce((sum, rule) => sum + rule.bad.length + rule.good.length, 0)
}

/** The texts of an example as documents: `say/1.md`, `say/2.md` …, `do/1.md` … */
export function exampleFiles(example: Example): readonly SourceFile[] {
  const side = (name: 'say' | 'do'): readonly SourceFile[] =>
    example[name].map((source, index) => ({ path: `${name}/${index + 1}.md`, side: name, source, tags: {} }))
  return [...side('say'), ...side('do')]
}

function shorten(text: string): string {
  const flat = text.trim().replace(/\s+/g, ' ')
  return flat.length > 80 ? `${flat.slice(0, 79)}…` : flat
}

function placed(finding: Finding, at: string, files: readonly SourceFile[]): boolean {
  const source = files.find((file) => file.path === finding.at.file)?.source ?? ''
  const words = source.slice(finding.at.span.start, finding.at.span.end)
  return finding.at.quote.includes(at) || words.includes(at)
}

const listed = (findings: readonly Finding[]): string =>
  findings.length === 0 ? 'nothing' : findings.map((finding) => `${finding.ruleId} at ${finding.at.file} "${shorten(finding.at.quote)}"`).join('; ')

/** What is wrong with how an example came out; undefined when all is well. */
function verdict(rule: Rule, example: Example, kind: Kind, report: Report): string | undefined {
  const own = report.findings.filter((finding) => finding.ruleId === rule.id)
  if (kind === 'good') return own.length === 0 ? undefined : `should stay silent, but was reported: ${listed(own)}`
  if (own.length === 0) return `should be reported, but was not (reported: ${listed(report.findings)})`
  const { at } = example
  if (at === undefined || own.some((finding) => placed(finding, at, exampleFiles(example)))) return undefined
  return `should be reported at "${at}", but was at: ${listed(own)}`
}

function configOf(example: Example, bench: Bench): Config | string {
  try {
    return bench.config({ business: example.business, ...(example.today === undefined ? {} : { today: example.today }), ...example.config })
  } catch (error) {
    return (error as Error).message
  }
}

async function tryExample(rule: Rule, example: Example, kind: Kind, bench: Bench): Promise<string | undefined> {
  const config = configOf(example, bench)
  if (typeof config === 'string') return `could not be tried: ${config}`
  return verdict(rule, example, kind, await bench.check({ files: exampleFiles(example), config, pack: bench.pack, problems: [] }))
}

/** Tries the examples of rules: each bad one must be reported by its rule, each good one must not be. */
export async function runExamples(rules: readonly Rule[], bench: Bench): Promise<readonly Failure[]> {
  const failures: Failure[] = []
  for (const rule of rules) {
    for (const kind of ['bad', 'good'] as const) {
      for (const [index, example] of rule[kind].entries()) {
        const message = await tryExample(rule, example, kind, bench)
        const name = `${kind} example ${index + 1}`
        const texts = shorten([...example.say, ...example.do].join(' / '))
        if (message !== undefined) failures.push({ ruleId: rule.id, example: name, message: `${name} (${texts}) ${message}` })
      }
    }
  }
  return failures
}
