import type { Block, Trail } from '../model/document.js'
import { chunks } from './chunks.js'
import { withoutSuppressions } from './data-suppressions.js'
import type { Data, DataEntry, DataList, DataMap, DataScalar } from './data.js'
import { tidy } from './prose.js'
import { isAddress, isIdentifier, readable } from './readable.js'
import { isQuestion } from './sections.js'
import type { Sheet } from './sheet.js'

interface Place {
  readonly trail: readonly Trail[]
  readonly group?: number
  /** Directly inside a list. */
  readonly listed: boolean
  readonly isRoot?: boolean
}

const frontKeys = new Set(['title', 'owner', 'reviewed', 'updated', 'side', 'touchpoint', 'valid_until', 'language'])
const describing = new Set(['name', 'title', 'what', 'label', 'description'])

/** Adds the scalars of a YAML or JSON document as fields, and what it says of itself as front matter. */
export function dataInto(sheet: Sheet, whole: Data): void {
  const data = withoutSuppressions(whole, sheet)
  if (data.kind === 'map') {
    for (const { key, value } of data.entries) {
      if (frontKeys.has(key) && value.kind === 'scalar' && value.type !== 'null') sheet.front[key] = tidy(value.prose).text
    }
  }
  walk(data, { trail: [], listed: false, isRoot: true }, sheet)
}

function walk(data: Data, place: Place, sheet: Sheet): void {
  if (data.kind === 'scalar') scalar(data, place, sheet)
  else if (data.kind === 'list') list(data, place, sheet)
  else if (isRecord(data, place)) record(data, place, sheet)
  else map(data, place, sheet)
}

/** The texts of a whole file have nothing to do with one another, so its outermost map is no record. */
function isRecord(data: DataMap, place: Place): boolean {
  return place.listed || (!place.isRoot && data.entries.every(({ value }) => value.kind === 'scalar'))
}

function scalar(data: DataScalar, place: Place, sheet: Sheet, also: Partial<Block> = {}): void {
  if (data.type === 'null' || isAddress(data.prose.text.trim())) return
  const kind = place.listed ? 'item' : 'field'
  const group = place.group === undefined ? {} : { group: place.group }
  // A text of one line is no list: "24. December" must keep its number.
  const pieces = data.prose.text.includes('\n') ? chunks(data.prose).map((chunk) => chunk.prose) : [tidy(data.prose)]
  for (const prose of pieces) sheet.add({ kind, prose, trail: place.trail, ...group, ...also })
}

function list(data: DataList, place: Place, sheet: Sheet): void {
  const group = sheet.group()
  for (const item of data.items) walk(item, { trail: place.trail, group, listed: true }, sheet)
}

function under(trail: readonly Trail[], key: string): readonly Trail[] {
  const text = readable(key)
  return text === '' ? trail : [...trail, { kind: 'key', text }]
}

function map(data: DataMap, place: Place, sheet: Sheet): void {
  const group = sheet.group()
  for (const { key, value } of data.entries) {
    if (!isCode({ key, value })) walk(value, { trail: under(place.trail, key), group, listed: false }, sheet)
  }
}

function isCode({ key, value }: DataEntry): boolean {
  return value.kind === 'scalar' && isIdentifier(key, value.prose.text)
}

interface Sibling {
  readonly entry: DataEntry
  readonly trail: Trail
}

/** The fields that say what a record is about; in a list without any such key, its two longest texts. */
function siblings(data: DataMap, place: Place): readonly Sibling[] {
  const texts = data.entries
    .filter((entry) => entry.value.kind === 'scalar' && entry.value.type === 'string' && !isCode(entry))
    .map((entry) => ({ entry, text: tidy((entry.value as DataScalar).prose).text }))
    .filter(({ text }) => text !== '' && !isAddress(text))
  const named = texts.filter(({ entry, text }) => describing.has(entry.key.toLowerCase()) || isQuestion(text))
  const longest = place.listed ? texts.toSorted((a, b) => b.text.length - a.text.length).slice(0, 2) : []
  const chosen = named.length > 0 ? named : longest
  return chosen.map(({ entry, text }) => ({ entry, trail: { kind: isQuestion(text) ? 'question' : 'row', text } }))
}

/** The siblings of one field: all that have a describing name, or else the longest text that is not the field itself. */
function beside(entry: DataEntry, all: readonly Sibling[]): readonly Trail[] {
  const others = all.filter((sibling) => sibling.entry !== entry)
  const isNamed = others.some((other) => describing.has(other.entry.key.toLowerCase()) || other.trail.kind === 'question')
  return (isNamed ? others : others.slice(0, 1)).map(({ trail }) => trail)
}

function record(data: DataMap, place: Place, sheet: Sheet): void {
  const group = place.group ?? sheet.group()
  const row = sheet.row()
  const all = siblings(data, place)
  for (const entry of data.entries) {
    const { key, value } = entry
    if (isCode(entry)) continue
    const trail = [...place.trail, ...beside(entry, all)]
    const column = readable(key)
    if (value.kind !== 'scalar') walk(value, { trail: under(trail, key), group, listed: false }, sheet)
    else scalar(value, { trail: column === '' ? trail : [...trail, { kind: 'column', text: column }], group, listed: false }, sheet, { row })
  }
}
