import type { SuppressedRule, Suppression } from '../model/suppression.js'
import type { Prose, Span } from '../model/text.js'
import type { Data, DataMap, DataScalar } from './data.js'
import { requestOf } from './directives.js'
import type { Sheet } from './sheet.js'

/** The key under which a map asks saydo not to report something: JSON has no comments. */
const KEY = 'saydo'
const SHAPE = 'Write {"disable": [{"rule": "promise/unbacked", "key": "faq.returns", "reason": "why"}]}, or {"disable": "promise/unbacked -- why"}.'

function proseSpan({ runs }: Prose): Span {
  const last = runs.at(-1)
  return { start: runs[0]?.source ?? 0, end: last ? last.source + last.sourceLength : 0 }
}

const scalarsOf = (data: Data): readonly DataScalar[] =>
  data.kind === 'scalar' ? [data] : data.kind === 'list' ? data.items.flatMap(scalarsOf) : data.entries.flatMap(({ value }) => scalarsOf(value))

/** Where the texts of a value stand, from the first to the last; undefined where it has none. */
function spanOf(data: Data): Span | undefined {
  const spans = scalarsOf(data).filter(({ prose }) => prose.text !== '').map(({ prose }) => proseSpan(prose))
  const [first] = spans
  return first && { start: spans.reduce((least, { start }) => Math.min(least, start), first.start), end: spans.reduce((most, { end }) => Math.max(most, end), first.end) }
}

/** The value at "faq.returns" or "steps.0"; keys may have dots of their own. */
function valueAt(data: Data, path: string): Data | undefined {
  if (data.kind === 'scalar') return undefined
  const entries = data.kind === 'map' ? data.entries : data.items.map((value, i) => ({ key: String(i), value }))
  for (const { key, value } of entries) {
    if (key === path) return value
    const found = path.startsWith(`${key}.`) ? valueAt(value, path.slice(key.length + 1)) : undefined
    if (found) return found
  }
  return undefined
}

interface Job {
  readonly sheet: Sheet
  /** The map that the key stands in, without it. */
  readonly around: DataMap
}

const complain = (job: Job, at: Data, message: string): void => void job.sheet.problems.push({ message, ...(spanOf(at) ? { span: spanOf(at) } : {}) })

function add(job: Job, made: Omit<Suppression, 'rules'> & { readonly rules: readonly Pick<SuppressedRule, 'id' | 'span'>[] }, where: Data): void {
  const covers = spanOf(where)
  job.sheet.suppressions.push({ ...made, rules: made.rules.map((rule) => (covers ? { ...rule, covers } : rule)) })
}

/** `"promise/unbacked -- briefing goes out on Monday"`, as in a comment. */
function sentence({ prose }: DataScalar, job: Job): void {
  const span = proseSpan(prose)
  const { reason, rules } = requestOf(prose.text, span.start)
  // an escape in the text would shift what comes after it, so all its rules stand at the text as a whole
  add(job, { text: prose.text, span, reason, rules: rules.length > 0 ? rules.map(({ id }) => ({ id, span })) : [{ span }] }, job.around)
}

const FIELDS: readonly string[] = ['rule', 'key', 'reason']

/** `{"rule": "promise/unbacked", "key": "faq.returns", "reason": "…"}` */
function record(data: DataMap, job: Job): void {
  const odd = data.entries.find(({ key }) => !FIELDS.includes(key))
  const span = spanOf(data)
  if (odd || !span) return complain(job, odd?.value ?? data, `This is nothing that saydo can leave out. ${SHAPE}`)
  const field = (name: string): readonly DataScalar[] => data.entries.filter(({ key }) => key === name).flatMap(({ value }) => scalarsOf(value))
  const [key] = field('key')
  const where = key ? valueAt(job.around, key.prose.text) : job.around
  if (!where) return complain(job, key as Data, `There is no "${key?.prose.text ?? ''}" beside this "${KEY}".`)
  const ids = field('rule').map(({ prose }) => ({ id: prose.text, span: proseSpan(prose) }))
  const text = [ids.map(({ id }) => id).join(', '), key?.prose.text ?? ''].filter((part) => part !== '').join(' ')
  add(job, { text, span, reason: field('reason').map(({ prose }) => prose.text.trim()).join(' '), rules: ids.length > 0 ? ids : [{ span }] }, where)
}

function request(data: Data, job: Job): void {
  if (data.kind === 'list') for (const item of data.items) request(item, job)
  else if (data.kind === 'map') record(data, job)
  else if (data.type === 'string') sentence(data, job)
  else complain(job, data, `This is nothing that saydo can leave out. ${SHAPE}`)
}

function ask(own: DataMap, job: Job): void {
  for (const { key, value } of own.entries) {
    if (key === 'disable') request(value, job)
    else complain(job, value, `There is no "${KEY}.${key}". ${SHAPE}`)
  }
}

/** What is left of YAML or JSON without the maps under the key `saydo`; what these ask for goes to the sheet. */
export function withoutSuppressions(data: Data, sheet: Sheet): Data {
  if (data.kind === 'scalar') return data
  if (data.kind === 'list') return { ...data, items: data.items.map((item) => withoutSuppressions(item, sheet)) }
  const isOwn = ({ key, value }: DataMap['entries'][number]): boolean => key === KEY && value.kind === 'map'
  const around: DataMap = { kind: 'map', entries: data.entries.filter((entry) => !isOwn(entry)) }
  for (const { value } of data.entries.filter(isOwn)) ask(value as DataMap, { sheet, around })
  return { ...around, entries: around.entries.map((entry) => ({ ...entry, value: withoutSuppressions(entry.value, sheet) })) }
}
