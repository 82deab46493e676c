import type { Trail } from '../model/document.js'
import { proseBuilder, type Prose } from '../model/text.js'
import type { Data, DataMap, DataScalar } from './data.js'
import { parseJson } from './json-parse.js'
import { append, replace, tidy } from './prose.js'
import { isAddress, readable } from './readable.js'
import { isQuestion } from './sections.js'
import type { Sheet } from './sheet.js'

/** Units of UN/CEFACT, in which schema.org measures, as words. */
const units: Readonly<Record<string, string>> = {
  SEC: 'seconds', MIN: 'minutes', HUR: 'hours', DAY: 'days', d: 'days', WEE: 'weeks', MON: 'months', ANN: 'years',
  KGM: 'kg', GRM: 'g', KMT: 'km', KTM: 'km', SMI: 'miles', P1: '%', E34: 'GB',
}

/** Properties whose numbers are days without saying so. */
const inDays = new Set(['merchantReturnDays', 'returnPolicySeasonalOverride'])
const isoUnits: Readonly<Record<string, string>> = { Y: 'years', M: 'months', W: 'weeks', D: 'days', TH: 'hours', TM: 'minutes' }

/** Adds what a page states about itself in JSON-LD, in words that a reader would use. */
export function schemaInto(sheet: Sheet, source: string, start: number, end: number): void {
  const { data, problem } = parseJson(source, start, end)
  if (problem) sheet.problems.push(problem)
  if (data) walk(data, '', [], sheet)
}

function entry(map: DataMap, key: string): Data | undefined {
  return map.entries.find((one) => one.key === key)?.value
}

function scalarAt(map: DataMap, ...keys: readonly string[]): DataScalar | undefined {
  for (const key of keys) {
    const found = entry(map, key)
    if (found?.kind === 'scalar' && found.type !== 'null') return found
  }
  return undefined
}

function textAt(map: DataMap, ...keys: readonly string[]): string | undefined {
  return scalarAt(map, ...keys)?.prose.text
}

function singular(unit: string, amount: string): string {
  return amount === '1' && unit.endsWith('s') ? unit.slice(0, -1) : unit
}

/** Puts words behind a prose; they stand where it stands. */
function followed(prose: Prose, words: string): Prose {
  const last = prose.runs.at(-1)
  const first = prose.runs[0]
  if (!first || !last) return prose
  const builder = proseBuilder()
  replace(builder, `${prose.text} ${words}`, first.source, last.source + last.sourceLength - first.source)
  return builder.build()
}

function range(low: DataScalar, high: DataScalar): Prose {
  if (low.prose.text === high.prose.text) return high.prose
  const builder = proseBuilder()
  append(builder, low.prose)
  const from = low.prose.runs.at(-1)
  if (from) builder.instead('–', from.source + from.sourceLength, 0)
  append(builder, high.prose)
  return builder.build()
}

/** An amount with its unit or currency, which schema.org spreads over several properties. */
function amount(map: DataMap): Prose | undefined {
  const low = scalarAt(map, 'minValue', 'minPrice', 'lowPrice')
  const high = scalarAt(map, 'maxValue', 'maxPrice', 'highPrice')
  const one = scalarAt(map, 'value', 'price')?.prose
  const prose = one ?? (low && high ? range(low, high) : (high ?? low)?.prose)
  const code = textAt(map, 'unitCode')
  const unit = (code && units[code]) ?? textAt(map, 'unitText', 'currency', 'priceCurrency')
  return prose && unit ? followed(prose, singular(unit, prose.text)) : prose
}

const amountKeys = new Set(['value', 'price', 'minValue', 'maxValue', 'minPrice', 'maxPrice', 'lowPrice', 'highPrice', 'unitCode', 'unitText', 'currency', 'priceCurrency'])

/** "P14D" → "14 days". */
function isoDuration(text: string): string | undefined {
  if (!/^P(?=.)(?:\d+[YMWD])*(?:T(?:\d+[HM])+)?$/.test(text)) return undefined
  const [days = '', time = ''] = text.slice(1).split('T')
  const say = (part: string, mark: string): string[] =>
    [...part.matchAll(/(\d+)([A-Z])/g)].map(([, number = '', unit = '']) => `${number} ${singular(isoUnits[mark + unit] ?? '', number)}`)
  return [...say(days, ''), ...say(time, 'T')].join(' ')
}

function whole(prose: Prose, words: string): Prose {
  const builder = proseBuilder()
  const first = prose.runs[0]
  const last = prose.runs.at(-1)
  if (first && last) replace(builder, words, first.source, last.source + last.sourceLength - first.source)
  return builder.build()
}

/** A single value in words; undefined for addresses. */
function said(key: string, { prose }: DataScalar): Prose | undefined {
  const { text } = prose
  if (inDays.has(key) && /^\d+$/.test(text)) return followed(prose, singular('days', text))
  const member = /^(?:https?:\/\/)?schema\.org\/(\w+)$/.exec(text)?.[1]
  const words = member ? readable(member) : isoDuration(text)
  if (words) return whole(prose, words)
  return isAddress(text) ? undefined : tidy(prose)
}

function openingHours(map: DataMap): Prose | undefined {
  const opens = scalarAt(map, 'opens')
  const closes = scalarAt(map, 'closes')
  if (!opens || !closes) return undefined
  const days = entry(map, 'dayOfWeek')
  const named = (days?.kind === 'list' ? days.items : days ? [days] : []).filter((day) => day.kind === 'scalar')
  const builder = proseBuilder()
  named.forEach(({ prose }, i) => {
    const at = prose.runs[0]?.source ?? 0
    append(builder, whole(prose, prose.text.replace(/^.*\//, '')))
    builder.instead(i < named.length - 1 ? ', ' : ' ', at + prose.text.length, 0)
  })
  append(builder, range(opens, closes))
  return builder.build()
}

function typeOf(map: DataMap): string {
  const type = entry(map, '@type')
  const first = type?.kind === 'list' ? type.items[0] : type
  return first?.kind === 'scalar' ? readable(first.prose.text.replace(/^.*\//, '')) : ''
}

function named(trail: readonly Trail[], ...texts: readonly string[]): readonly Trail[] {
  const [first = '', second = ''] = texts
  // "has merchant return policy" and "merchant return policy" say the same; the type says it better.
  const kept = first.includes(second) && second !== '' ? [second] : second.includes(first) ? [second] : [first, second]
  return [...trail, ...kept.filter((text) => text !== '').map((text): Trail => ({ kind: 'key', text }))]
}

function field(sheet: Sheet, prose: Prose | undefined, trail: readonly Trail[]): void {
  if (prose) sheet.add({ kind: 'field', prose, trail })
}

const measures = new Set(['quantitative value', 'monetary amount', 'price specification', 'delivery charge specification', 'unit price specification'])

function walk(data: Data, key: string, trail: readonly Trail[], sheet: Sheet): void {
  if (data.kind === 'list') for (const item of data.items) walk(item, key, trail, sheet)
  else if (data.kind === 'scalar') {
    if (data.type !== 'null') field(sheet, said(key, data), named(trail, readable(key)))
  } else object(data, key, trail, sheet)
}

function object(map: DataMap, key: string, trail: readonly Trail[], sheet: Sheet): void {
  const type = typeOf(map)
  const own = named(trail, readable(key.replace(/^@.*/, '')), measures.has(type) ? '' : type)
  const hours = openingHours(map)
  const total = hours ?? amount(map)
  // An offer has a price among other things; a measure is nothing but its amount.
  const isMeasure = measures.has(type) || hours !== undefined
  field(sheet, total, isMeasure || !total ? own : named(own, entry(map, 'price') ? 'price' : ''))
  const question = [textAt(map, 'name'), textAt(map, 'text')].find((text) => text && isQuestion(text))
  const inner: readonly Trail[] = question ? [...own, { kind: 'question', text: question }] : own
  for (const one of map.entries) {
    const isTold = (total && amountKeys.has(one.key)) || (hours && /^(?:opens|closes|dayOfWeek)$/.test(one.key))
    if (isTold || /^@(?!graph)/.test(one.key) || one.key === 'sku') continue
    const isQuestionItself = one.value.kind === 'scalar' && one.value.prose.text === question
    walk(one.value, one.key, isQuestionItself ? own : inner, sheet)
  }
}
