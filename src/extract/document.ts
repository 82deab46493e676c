import type { Extract, Statement } from '../model/claim.js'
import type { Block, Document } from '../model/document.js'
import { sourceSpan } from '../model/text.js'
import { contrastsOf } from './contrasts.js'
import { withFormality } from './formal.js'
import type { Kit, Reader } from './kit.js'
import { cuesOfText, keysOf, keysOfText, lex, type Lexed } from './lexed.js'
import { type Position, statementsOf } from './statement.js'
import { withPageScope } from './page-scope.js'
import { tonguesOf } from './tongue.js'
import { trailReader } from './trail.js'

/** Reads one document into statements. Looks at nothing else, so that documents can be read apart from one another. */
export function extract(document: Document, kit: Kit): Extract {
  const tongues = tonguesOf(document, kit)
  const blocks = document.blocks.filter((block) => tongues.of(block) !== undefined)
  const readers = blocks.map((block) => tongues.of(block) as Reader)
  const trailOf = trailReader(kit)
  const trails = blocks.map((block, i) => trailOf(block, readers[i] as Reader))
  const positions = positionsOf(blocks)
  const lexed = blocks.map((block, i) => lex(block.prose.text, readers[i] as Reader))
  const mates = rowMates(blocks, lexed, kit, readers)
  const statements: Statement[] = blocks.flatMap((block, i) => {
    const reader = readers[i] as Reader
    return statementsOf(block, lexed[i] as Lexed, { document, language: reader.language.tag, kit, reader, trail: trails[i] ?? [], mates: mates(i), position: positions[i] as Position })
  })
  const heading = blocks.find((block) => block.kind === 'heading')
  const language = tongues.main ?? kit.fallback
  return {
    file: document.path, side: document.side, language, tags: document.tags, statements: withFormality(withPageScope(statements, kit)), unread: tongues.unread,
    contrasts: contrastsOf(document.path, blocks, trails, statements),
    touchpointKeys: document.tags.touchpoint ? keysOfText(document.tags.touchpoint, kit, kit.readers[language] as Reader) : [],
    touchpointCues: document.tags.touchpoint ? cuesOfText(document.tags.touchpoint, kit.readers[language] as Reader) : [],
    suppressions: document.suppressions,
    title: heading && { span: sourceSpan(heading.prose, { start: 0, end: heading.prose.text.length }), quote: heading.prose.text },
  }
}

/** What the other cells of a row say: "heating out, flood" beside "6 hours". */
function rowMates(blocks: readonly Block[], lexed: readonly Lexed[], kit: Kit, readers: readonly Reader[]): (index: number) => ReadonlySet<string> {
  const rows = new Map<number, number[]>()
  blocks.forEach(({ row }, i) => {
    if (row !== undefined) rows.set(row, [...(rows.get(row) ?? []), i])
  })
  const keys = (i: number): string[] => (lexed[i]?.clauses ?? []).flatMap((clause) => [...keysOf(lexed[i] as Lexed, clause, [clause.from, clause.to], kit, readers[i] as Reader).keys()])
  return (index) => new Set((rows.get(blocks[index]?.row ?? -1) ?? []).filter((i) => i !== index).flatMap(keys))
}

/** Numbers sections and passages: cells of one row, a block alone otherwise. */
function positionsOf(blocks: readonly Block[]): Position[] {
  let section = -1
  let passage = 0
  let row: number | undefined
  return blocks.map((block, i) => {
    if (block.kind === 'heading') section = i
    if (block.row === undefined || block.row !== row) passage++
    row = block.row
    return { block: i, passage, section, group: block.group, address: addressOf(block) }
  })
}

/** "returns", "window" of a string table; languages among its keys are left out. */
function addressOf(block: Block): string | undefined {
  const keys = block.trail.filter((step) => step.kind === 'key' || step.kind === 'column').map((step) => step.text).filter((text) => !/^[a-z]{2}([-_][A-Za-z]{2})?$/.test(text))
  return block.kind === 'field' ? [...keys, block.row ?? ''].join(' > ') : undefined
}
