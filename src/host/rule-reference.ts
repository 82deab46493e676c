import type { Example, Pack, Rule } from '../model/pack.js'

/** Between these lines of `rules/README.md` stands what `ruleReference` gives. */
export const REFERENCE_MARKS = ['<!-- rules: written by `npm run reference`, not by hand -->', '<!-- end of rules -->'] as const

const SEVERITIES: Readonly<Record<Rule['severity'], string>> = { error: 'error', warning: 'warning', info: 'suggestion' }
const SIDES = { say: 'Customers read', do: 'Staff are told' } as const

/** As a block of code: a heading in an example is no heading of the reference. */
const fenced = (text: string): readonly string[] => ['```md', ...text.trim().split('\n'), '```']

function exampleLines(heading: string, example: Example | undefined): readonly string[] {
  if (!example) return []
  const side = (name: 'say' | 'do'): readonly string[] => example[name].flatMap((text) => [`${SIDES[name]}:`, '', ...fenced(text), ''])
  return [`*${heading}${example.today === undefined ? '' : ` (on ${example.today})`}*`, '', ...side('say'), ...side('do')]
}

/** The shortest example in English shows best what is meant. */
function plainest(examples: readonly Example[]): Example | undefined {
  const size = ({ say, do: told }: Example): number => [...say, ...told].join('').length
  return [...examples].filter((one) => one.language === 'en').sort((a, b) => size(a) - size(b))[0]
}

function optionLines({ options }: Rule): readonly string[] {
  const all = Object.entries(options)
  return all.length === 0 ? [] : [...all.map(([name, { title }]) => `- \`${name}\`: ${title}`), '']
}

function ruleLines(rule: Rule): readonly string[] {
  return [
    `### \`${rule.id}\``, '', `**${rule.title}** · ${SEVERITIES[rule.severity]} · [all examples](${rule.id}.yaml)`, '',
    `${rule.why} ${rule.fix}`, '', ...optionLines(rule),
    ...exampleLines('Is reported', plainest(rule.bad)), ...exampleLines('Stays silent', plainest(rule.good)),
  ]
}

const anchor = (id: string): string => id.replace('/', '')

/** Every rule in Markdown: an overview, then each with its severity, why it matters, what to do, its options, and an example on both sides of the line. */
export function ruleReference({ rules }: Pack): string {
  const row = (rule: Rule): string => `| [\`${rule.id}\`](#${anchor(rule.id)}) | ${SEVERITIES[rule.severity]} | ${rule.title} |`
  return ['| rule | reported as | what is wrong |', '|---|---|---|', ...rules.map(row), '', ...rules.flatMap(ruleLines)].join('\n').trimEnd()
}

/** A text with what stands between the marks replaced. Throws an Error when it lacks them. */
export function withReference(text: string, reference: string): string {
  const [from, to] = REFERENCE_MARKS.map((mark) => text.indexOf(mark)) as [number, number]
  if (from < 0 || to < from) throw new Error(`There is no "${REFERENCE_MARKS[0]}" with its end.`)
  return `${text.slice(0, from + REFERENCE_MARKS[0].length)}\n\n${reference}\n\n${text.slice(to)}`
}
