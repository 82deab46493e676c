import type { Finding, Phrase } from '../model/finding.js'
import { fingerprint } from '../model/fingerprint.js'
import type { SuppressedRule, Suppression } from '../model/suppression.js'
import type { Wishes } from './suppress.js'

/** A suppression in its document. */
interface Place {
  readonly file: string
  readonly asked: Suppression
}

function complaint(name: 'unused-suppression' | 'missing-reason' | 'unknown-rule', { file, asked }: Place, span: Suppression['span'], what: Phrase): Finding {
  const ruleId = `saydo/${name}`
  return {
    ruleId, severity: 'warning', at: { file, span, quote: asked.text }, related: [], what, why: [],
    fingerprint: fingerprint([ruleId, file, asked.text, ...Object.values(what.slots)]),
  }
}

const phrase = (id: string, slots: Readonly<Record<string, string>> = {}): Phrase => ({ id, slots })

/** Names that no rule has. Of those that resemble none, the first is enough: the others are likely the words of a reason. */
function unknown(place: Place, { ruleIds, nearest }: Wishes): readonly Finding[] {
  const ids = place.asked.rules.filter((rule): rule is SuppressedRule & { readonly id: string } => rule.id !== undefined && !ruleIds.includes(rule.id))
  const meant = ids.map(({ id, span }) => ({ id, span, name: nearest(id, ruleIds) }))
  const odd = meant.find(({ name }) => name === undefined)
  return meant.filter((one) => one.name !== undefined || one === odd).map(({ id, span, name }) =>
    complaint('unknown-rule', place, span, name === undefined ? phrase('finding.saydo.unknown-rule.odd', { rule: id }) : phrase('finding.saydo.unknown-rule', { rule: id, name })))
}

/** Rules that were silenced for nothing. Of a rule that is off nobody can tell. */
function unused(place: Place, used: ReadonlySet<SuppressedRule>, wishes: Wishes, isOff: (ruleId: string, file: string) => boolean): readonly Finding[] {
  const idle = place.asked.rules.filter((rule) => !used.has(rule) && (rule.id === undefined || (wishes.ruleIds.includes(rule.id) && !isOff(rule.id, place.file))))
  return idle.map(({ id, span }) => complaint('unused-suppression', place, span, id === undefined ? phrase('finding.saydo.unused-suppression') : phrase('finding.saydo.unused-suppression.rule', { rule: id })))
}

/** What is wrong with what documents ask not to hear of: a rule that there is not, no reason, or nothing there to be silent about. */
export function complaints(wishes: Wishes, used: ReadonlySet<SuppressedRule>, isOff: (ruleId: string, file: string) => boolean): readonly Finding[] {
  const places = [...wishes.suppressions].flatMap(([file, all]) => all.map((asked): Place => ({ file, asked })))
  return places.flatMap((place) => [
    ...unknown(place, wishes),
    ...(place.asked.reason === '' ? [complaint('missing-reason', place, place.asked.span, phrase('finding.saydo.missing-reason'))] : []),
    ...unused(place, used, wishes, isOff),
  ])
}
