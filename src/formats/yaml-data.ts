import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar } from 'yaml'
import type { Prose } from '../model/text.js'
import type { Data, DataScalar } from './data.js'
import { verbatim } from './prose.js'
import { doubleQuoted, singleQuoted } from './quoted.js'

function proseOf(node: Scalar, start: number, end: number, source: string): Prose {
  if (node.type === 'QUOTE_DOUBLE') return doubleQuoted(source, start + 1, end - 1)
  if (node.type === 'QUOTE_SINGLE') return singleQuoted(source, start + 1, end - 1)
  if (node.type !== 'BLOCK_FOLDED' && node.type !== 'BLOCK_LITERAL') return verbatim(source, start, end)
  // The line with "|" or ">" and its flags is no text.
  const line = source.indexOf('\n', start) + 1
  return line === 0 || line > end ? verbatim(source, end, end) : verbatim(source, line, end)
}

function scalar(node: Scalar.Parsed, source: string): DataScalar {
  const [start, end] = node.range
  const prose = proseOf(node, start, Math.min(end, source.length), source)
  const type = node.value === null ? 'null' : typeof node.value === 'string' ? 'string' : 'other'
  return { kind: 'scalar', type, prose }
}

/** A node of YAML with the places of its scalars. An alias says nothing: its text stands elsewhere. */
export function yamlData(node: ParsedNode | null, source: string): Data | undefined {
  if (isScalar(node)) return scalar(node, source)
  if (isSeq(node)) {
    return { kind: 'list', items: node.items.flatMap((item) => yamlData(item as ParsedNode | null, source) ?? []) }
  }
  if (!isMap(node)) return undefined
  const entries = node.items.flatMap(({ key, value }) => {
    const data = isAlias(value) ? undefined : yamlData(value, source)
    return data ? [{ key: isScalar(key) ? String(key.value) : '', value: data }] : []
  })
  return { kind: 'map', entries }
}
