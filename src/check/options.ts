import type { FileSettings } from '../model/config.js'
import type { Mark } from '../model/claim.js'
import type { Rule } from '../model/pack.js'

// The configuration is checked before it comes here: an option that stands there is of its kind.

/** An option that is a list of words, topics or steps; empty where it is not set. */
export function listOption({ rules }: FileSettings, ruleId: string, name: string): readonly string[] {
  const value = rules[ruleId]?.options[name]
  return value === undefined ? [] : Array.isArray(value) ? (value as readonly string[]) : [value as string]
}

/** An option that is a number; undefined where it is not set. */
export const numberOption = ({ rules }: FileSettings, ruleId: string, name: string): number | undefined => rules[ruleId]?.options[name] as number | undefined

const folded = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `

/** Tells whether the words that a rule found are among those that the configuration allows (`allow`). */
export function isAllowed(settings: FileSettings, rule: Pick<Rule, 'id'>): (mark: Mark) => boolean {
  const allowed = listOption(settings, rule.id, 'allow').map(folded)
  return (mark) => allowed.some((words) => folded(mark.text).includes(words))
}
