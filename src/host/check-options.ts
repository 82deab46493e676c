import type { Pack, Rule, RuleOption } from '../model/pack.js'
import { isMap } from './config-schema.js'
import type { Complaint, Path } from './describe-issue.js'
import { didYouMean } from './nearest.js'

/** What options may speak of. */
export type Known = Pick<Pack, 'rules' | 'topics'>

const WANTED: Readonly<Record<RuleOption['type'], string>> = {
  words: 'a list of words', topics: 'a list of topics, such as returns or returns.window', steps: 'a list of steps', number: 'a number from 0 up',
}

/** The names that an option may hold; undefined where any text will do. */
function namesFor(type: RuleOption['type'], rule: Rule, { topics }: Known): readonly string[] | undefined {
  if (type === 'steps') return rule.parts.map((part) => part.id)
  if (type === 'topics') return topics.flatMap((topic) => [topic.id, ...topic.measures.map((measure) => `${topic.id}.${measure.id}`)])
  return undefined
}

function itemComplaints(value: unknown, path: Path, names: readonly string[] | undefined): readonly Complaint[] | undefined {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (items.length === 0 || !items.every((item) => typeof item === 'string' && item !== '')) return undefined
  return items.flatMap((item, index) => (names === undefined || names.includes(item as string) ? [] : [{
    path: Array.isArray(value) ? [...path, index] : path, atKey: false, message: `There is no "${String(item)}" here. ${didYouMean(item as string, names)}`.trim(),
  }]))
}

function valueComplaints(value: unknown, path: Path, { option, rule, known }: { readonly option: RuleOption; readonly rule: Rule; readonly known: Known }): readonly Complaint[] {
  const wrong: Complaint = { path, atKey: false, message: `"${String(path.at(-1))}" should be ${WANTED[option.type]}.` }
  if (option.type === 'number') return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? [] : [wrong]
  return itemComplaints(value, path, namesFor(option.type, rule, known)) ?? [wrong]
}

/** What is wrong with the options that `rules` sets, with the way to each of them; `path` leads to these rules. */
export function optionComplaints(rules: unknown, path: Path, known: Known): readonly Complaint[] {
  if (!isMap(rules)) return []
  return Object.entries(rules).flatMap(([id, setting]) => {
    const rule = known.rules.find((each) => each.id === id)
    if (!rule || !isMap(setting)) return []
    return Object.entries(setting).filter(([name]) => name !== 'severity').flatMap(([name, value]): readonly Complaint[] => {
      const option = rule.options[name]
      if (option) return valueComplaints(value, [...path, id, name], { option, rule, known })
      const names = ['severity', ...Object.keys(rule.options)]
      return [{ path: [...path, id, name], atKey: true, message: `The rule ${id} has no option "${name}". ${didYouMean(name, names)}`.trim() }]
    })
  })
}
