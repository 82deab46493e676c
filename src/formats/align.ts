import { parseFragment, defaultTreeAdapter as tree } from 'parse5'
import type { ProseBuilder } from '../model/text.js'
import { replace } from './prose.js'

/** Where a decoded value stands. */
export interface Place {
  readonly source: string
  readonly start: number
  readonly end: number
  /** Backslash escapes and line prefixes are taken out of the value: true in Markdown, false in HTML. */
  readonly markdown: boolean
}

interface Step {
  readonly value: number
  readonly source: number
}

const reference = /&(?:#x[0-9a-f]{1,8}|#[0-9]{1,9}|[a-z][a-z0-9]{0,31});?/iy
const punctuation = /[!-/:-@[-`{-~]/

function decoded(text: string): string {
  const node = parseFragment(text).childNodes[0]
  return node && tree.isTextNode(node) ? node.value : text
}

function entityStep(value: string, i: number, place: Place, j: number): Step | undefined {
  reference.lastIndex = j
  const match = reference.exec(place.source)?.[0]
  if (!match || j + match.length > place.end) return undefined
  const text = decoded(match)
  if (text === match) return undefined
  // "&nbspfoo" decodes to a space and "foo": only what was not left as it is belongs to the reference.
  let left = 0
  while (left < text.length - 1 && text[text.length - 1 - left] === match[match.length - 1 - left]) left++
  const length = text.length - left
  return value.startsWith(text.slice(0, length), i) ? { value: length, source: match.length - left } : undefined
}

function prefixLength(source: string, from: number, end: number): number {
  let j = from
  while (j < end && ' \t>'.includes(source.charAt(j))) j++
  return j - from
}

function lineStep(place: Place, j: number): Step | undefined {
  const { source, end } = place
  let to = j
  if (place.markdown) while (to < end && (source[to] === ' ' || source[to] === '\t')) to++
  if (source[to] !== '\n' && source[to] !== '\r') return undefined
  to += source.startsWith('\r\n', to) ? 2 : 1
  return { value: 1, source: to - j + (place.markdown ? prefixLength(source, to, end) : 0) }
}

function escapeStep(value: string, i: number, place: Place, j: number): Step | undefined {
  const next = place.source.charAt(j + 1)
  return place.markdown && j + 1 < place.end && punctuation.test(next) && next === value[i] ? { value: 1, source: 2 } : undefined
}

/** A step over something that looks different in source and value. `value: 0` skips source that is not in the value. */
function unequalStep(value: string, i: number, place: Place, j: number): Step | undefined {
  const from = place.source[j]
  if (value[i] === '\n') return lineStep(place, j)
  if (from === '\\') return escapeStep(value, i, place, j)
  if (from === '&') return entityStep(value, i, place, j)
  // A line break right after <pre> is not shown.
  if (i === 0 && !place.markdown && (from === '\n' || from === '\r')) return { value: 0, source: 1 }
  if (from === '\0') return { value: value[i] === '\uFFFD' ? 1 : 0, source: 1 }
  return undefined
}

const special = new Set(['\\', '&', '\n', '\r', '\0'])

/** Adds a decoded value, walking along the source that it came from. What cannot be matched is replaced as a whole. */
export function align(builder: ProseBuilder, value: string, place: Place): void {
  const { source, end } = place
  let i = 0
  let j = place.start
  let pending = i
  const flush = (): void => builder.same(value.slice(pending, i), j - (i - pending))
  while (i < value.length && j < end) {
    const equal = value[i] === source[j]
    const step = equal && !special.has(source.charAt(j)) ? undefined : unequalStep(value, i, place, j)
    if (step) {
      flush()
      replace(builder, value.slice(i, i + step.value), j, step.source)
      i += step.value
      j += step.source
      pending = i
    } else if (equal) {
      i++
      j++
    } else break
  }
  flush()
  if (i < value.length) replace(builder, value.slice(i), Math.min(j, end), Math.max(0, end - j))
}
