import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node, type Pair, type ParsedNode, type YAMLError } from 'yaml'
import type { Problem } from '../model/document.js'
import type { Span } from '../model/text.js'
import type { Path } from './describe-issue.js'

/** A YAML file as plain data, with the way back from each value to its place. */
export interface YamlFile {
  readonly value: unknown
  readonly problems: readonly Problem[]
  /** Where the value at a path stands, or its key; the nearest thing around it when there is none. */
  placeOf(path: Path, atKey?: boolean): Span
}

const SENTENCES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'This key stands here twice. Keep one of them, and put both values under it.',
  TAB_AS_INDENT: 'YAML is indented with spaces, but here is a tab.',
  BAD_INDENT: 'The indentation does not fit the lines around it.',
  MULTILINE_IMPLICIT_KEY: 'The line before has no value, or a quote or bracket is not closed.',
  MISSING_CHAR: 'A quote, a bracket or a comma is missing here.',
  RESOURCE_EXHAUSTION: 'Lists or maps are nested too deeply here.',
  BAD_ALIAS: 'An alias (*name) has no anchor (&name). If a text begins with * or &, put it in quotes.',
}

function syntaxProblem(file: string, error: YAMLError): Problem {
  const [start, end] = error.pos
  const message = SENTENCES[error.code] ?? `This is not valid YAML: ${(error.message.split(' at line ')[0] ?? '').trim()}.`
  return { file, message, span: { start, end: Math.max(start + 1, end) } }
}

const spanOf = (node: Node): Span => ({ start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 })

function pairOf(node: Node, key: string | number): Pair<Node, Node | null> | undefined {
  if (!isMap(node)) return undefined
  return (node.items as Pair<Node, Node | null>[]).find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key))
}

function childOf(node: Node, key: string | number): Node | undefined {
  if (isSeq(node)) return node.items[Number(key)] as Node | undefined
  return pairOf(node, key)?.value ?? undefined
}

function locate(root: Node, path: Path, atKey: boolean): Span {
  let node = root
  for (const [index, key] of path.entries()) {
    const pair = pairOf(node, key)
    const child = childOf(node, key)
    const last = index === path.length - 1
    if (pair && last && (atKey || !child || spanOf(child).start === spanOf(child).end)) return spanOf(pair.key)
    if (!child || isAlias(child)) return spanOf(child ?? pair?.key ?? node)
    node = child
  }
  return spanOf(node)
}

/** Reads YAML. Never throws; a file that does not parse gives problems and an undefined value. */
export function readYaml(file: string, source: string): YamlFile {
  // 'error': what is wrong is told below, and Node's own warnings would stand between the lines of a report
  const document = parseDocument<ParsedNode>(source, { prettyErrors: true, logLevel: 'error' })
  const problems = document.errors.map((error) => syntaxProblem(file, error))
  const usable = document.errors.every((error) => error.code === 'DUPLICATE_KEY')
  const root = document.contents
  const placeOf = (path: Path, atKey = false): Span => (root ? locate(root, path, atKey) : { start: 0, end: 0 })
  try {
    return { value: usable ? document.toJS() : undefined, problems, placeOf }
  } catch (error) {
    // toJS refuses documents whose aliases would blow up when written out
    return { value: undefined, problems: [...problems, { file, message: `This YAML cannot be used: ${(error as Error).message}.` }], placeOf }
  }
}
