import { readFileSync, readdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** The rooms of the house and the floor that each is on; `src/README.md` says what each is for. */
const FLOORS: Readonly<Record<string, number>> = {
  model: 0,
  formats: 1, languages: 1, packs: 1, extract: 1, match: 1, check: 1, settle: 1, reporters: 1,
  engine: 2,
  host: 3, testing: 3,
  cli: 4,
}
/** Up to this floor the same input gives the same result, on any machine and any day. */
const PURE = 2

interface Import {
  readonly text: string
  readonly line: number
}

interface SourceText {
  /** Relative to `src`, with forward slashes. */
  readonly path: string
  readonly room: string
  readonly tree: ts.SourceFile
  readonly imports: readonly Import[]
}

const src = fileURLToPath(new URL('.', import.meta.url))
const isSource = (path: string): boolean => path.endsWith('.ts') && !path.endsWith('.test.ts')
const floorOf = (room: string): number => FLOORS[room] ?? -1
const lineOf = (tree: ts.SourceFile, at: number): number => tree.getLineAndCharacterOfPosition(at).line + 1

function sourceText(path: string): SourceText {
  const text = readFileSync(src + path, 'utf8')
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const imports = ts.preProcessFile(text, true, true).importedFiles.map((one) => ({ text: one.fileName, line: lineOf(tree, one.pos) }))
  return { path, room: path.includes('/') ? (path.split('/')[0] as string) : '', tree, imports }
}

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/')).filter(isSource).sort().map(sourceText)

/** The file that a relative import leads to; undefined for a package. */
const target = (source: SourceText, { text }: Import): string | undefined =>
  text.startsWith('.') ? posix.join(posix.dirname(source.path), text).replace(/\.js$/, '.ts') : undefined

const isOfNode = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name)

/** One sentence for every import that `wrong` has something to say about. */
const imported = (wrong: (source: SourceText, one: Import) => string | undefined): readonly string[] =>
  sources.flatMap((source) => source.imports.flatMap((one) => {
    const why = wrong(source, one)
    return why === undefined ? [] : [`src/${source.path}:${one.line} imports ${one.text}: ${why}`]
  }))

/** A name used as a value or as what stands before a dot, and not as somebody's property. */
function isUse(node: ts.Node, names: readonly string[]): boolean {
  if (!ts.isIdentifier(node) || !names.includes(node.text)) return false
  const { parent } = node
  return !(ts.isPropertyAccessExpression(parent) && parent.name === node) && !(ts.isPropertyAssignment(parent) && parent.name === node)
    && !ts.isPropertySignature(parent) && !ts.isMethodSignature(parent)
}

const isMember = (node: ts.Node, owner: string, names: readonly string[]): boolean =>
  ts.isPropertyAccessExpression(node) && node.expression.getText() === owner && names.includes(node.name.text)

const isNow = (node: ts.Node): boolean =>
  isMember(node, 'Date', ['now'])
  || (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0)
  || (ts.isCallExpression(node) && node.expression.getText() === 'Date')

/** Every place in code that `wrong` objects to; what comments and texts say does not count. */
function used(where: (source: SourceText) => boolean, wrong: (node: ts.Node) => boolean): readonly string[] {
  const found: string[] = []
  for (const { path, tree } of sources.filter(where)) {
    const visit = (node: ts.Node): void => {
      if (wrong(node)) found.push(`src/${path}:${lineOf(tree, node.getStart())} uses ${node.getText()}`)
      ts.forEachChild(node, visit)
    }
    visit(tree)
  }
  return found
}

/** Ways to go round in a circle from file to file. */
function cycles(): readonly string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    const before = way.indexOf(path)
    if (before >= 0) found.push([...way.slice(before), path].join(' → '))
    const source = byPath.get(path)
    if (before >= 0 || !source || done.has(path)) return
    for (const one of source.imports) {
      const next = target(source, one)
      if (next !== undefined) visit(next, [...way, path])
    }
    done.add(path)
  }
  for (const { path } of sources) visit(path, [])
  return found
}

const isPure = ({ room }: SourceText): boolean => floorOf(room) <= PURE

describe('the house', () => {
  it('has the rooms of the plan and no others', () => {
    const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)
    expect(folders.sort()).toEqual(Object.keys(FLOORS).sort())
    expect(sources.filter(({ room }) => room === '').map(({ path }) => `src/${path} stands in no room`)).toEqual([])
  })

  it('has rooms that import from lower floors only', () => {
    expect(imported((source, one) => {
      const room = target(source, one)?.split('/')[0]
      if (room === undefined || room === source.room || floorOf(room) < floorOf(source.room)) return undefined
      const where = floorOf(room) === floorOf(source.room) ? 'beside' : 'above'
      return `${room} is ${where} ${source.room}; take what it has as a parameter whose type is in model`
    })).toEqual([])
  })

  it('has a model that imports nothing but itself', () => {
    expect(imported((source, one) => (source.room === 'model' && target(source, one) === undefined ? 'model needs nobody' : undefined))).toEqual([])
  })

  it('goes in no circles', () => {
    expect(cycles()).toEqual([])
  })
})

describe(`floors 0 to ${PURE}`, () => {
  it('use nothing of Node, so neither disk nor network nor other processes', () => {
    expect(imported((source, one) => (isPure(source) && isOfNode(one.text) ? 'let host do it, and take the result as a parameter' : undefined))).toEqual([])
  })

  it('know no console and no process', () => {
    expect(used(isPure, (node) => isUse(node, ['console', 'process']))).toEqual([])
  })

  it('know no clock: today comes with the configuration', () => {
    expect(used(isPure, isNow)).toEqual([])
  })

  it('leave nothing to chance', () => {
    expect(used(isPure, (node) => isMember(node, 'Math', ['random']))).toEqual([])
  })
})

describe('the upper floors', () => {
  it('write to streams in cli only', () => {
    expect(used(({ room }) => floorOf(room) === 3, (node) => isUse(node, ['console']) || isMember(node, 'process', ['stdout', 'stderr']))).toEqual([])
  })

  it('never end the process, but set its exit code', () => {
    expect(used(() => true, (node) => isMember(node, 'process', ['exit', 'abort', 'kill']))).toEqual([])
  })
})
