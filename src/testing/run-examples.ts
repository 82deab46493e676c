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

/** One example of a rule, and whether the rule must report it. */
export interface Trial {
  readonly rule: Rule
  readonly kind: 'bad' | 'good'
  /** Counts from 1, apart for bad and good ones. */
  readonly number: number
  readonly example: Example
}

type Side = 'say' | 'do'

/** Every example of these rules. */
export function trialsOf(rules: readonly Rule[]): readonly Trial[] {
  return rules.flatMap((rule) => (['bad', 'good'] as const).flatMap((kind) => rule[kind].map((example, index) => ({ rule, kind, number: index + 1, example }))))
}

/** How many examples rules have in all. */
export function countExamples(rules: readonly Rule[]): number {
  return trialsOf(rules).length
}

/** The beginning of an example's texts, to know it by. */
export function excerpt({ example }: Trial): string {
  return shorten([...example.say, ...example.do].join(' / '))
}

const pathOf = (side: Side, index: number): string => `${side}/${index + 1}.md`

/** The texts of an example as documents: `say/1.md`, `say/2.md` …, `do/1.md` … */
function exampleFiles(example: Example, config?: Config): readonly SourceFile[] {
  const tagsOf = (side: Side, path: string): SourceFile['tags'] => {
    const { path: _, ...tags } = config?.[side].find((entry) => entry.path === path) ?? { path }
    return { language: example.language, ...tags }
  }
  const of = (side: Side): readonly SourceFile[] => example[side].map((source, index) => {
    const path = pathOf(side, index)
    return { path, side, source, tags: tagsOf(side, path) }
  })
  return [...of('say'), ...of('do')]
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
function verdict({ rule, example, kind }: Trial, report: Report): string | undefined {
  const own = report.findings.filter((finding) => finding.ruleId === rule.id)
  if (kind === 'good') return own.length === 0 ? undefined : `should stay silent, but was reported: ${listed(own)}`
  if (own.length === 0) return `should be reported, but was not (reported: ${listed(report.findings)})`
  const { at } = example
  if (at === undefined || own.some((finding) => placed(finding, at, exampleFiles(example)))) return undefined
  return `should be reported at "${at}", but was at: ${listed(own)}`
}

/** What an example says of its texts (`do: [{touchpoint: phone}, …]`, in their order) as entries of a configuration. */
function entries(example: Example, side: Side): object {
  const tags = example.config?.[side]
  return Array.isArray(tags) ? { [side]: tags.map((tag: object, index) => ({ path: pathOf(side, index), ...tag })) } : {}
}

function configOf(example: Example, bench: Bench): Config | string {
  const { business, today } = example
  try {
    return bench.config({ business, ...(today === undefined ? {} : { today }), ...example.config, ...entries(example, 'say'), ...entries(example, 'do') })
  } catch (error) {
    return (error as Error).message
  }
}

/** Tries one example: what is wrong with it in words, or undefined when it came out as it should. */
export async function tryExample(trial: Trial, bench: Bench): Promise<string | undefined> {
  const config = configOf(trial.example, bench)
  if (typeof config === 'string') return `could not be tried: ${config}`
  return verdict(trial, await bench.check({ files: exampleFiles(trial.example, config), config, pack: bench.pack, problems: [] }))
}

/** Tries the examples of rules: each bad one must be reported by its rule, each good one must not be. */
export async function runExamples(rules: readonly Rule[], bench: Bench): Promise<readonly Failure[]> {
  const failures: Failure[] = []
  for (const trial of trialsOf(rules)) {
    const message = await tryExample(trial, bench)
    const name = `${trial.kind} example ${trial.number}`
    if (message !== undefined) failures.push({ ruleId: trial.rule.id, example: name, message: `${name} (${excerpt(trial)}) ${message}` })
  }
  return failures
}
