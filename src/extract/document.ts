import type { Extract, Statement } from '../model/claim.js'
import type { Block, Document } from '../model/document.js'
import { sourceSpan } from '../model/text.js'
import { contrastsOf } from './contrasts.js'
import type { Kit, Reader } from './kit.js'
import { keysOf, keysOfText, lex, type Lexed } from './lexed.js'
import { type Position, statementsOf } from './statement.js'
import { trailReader } from './trail.js'

/** Reads one document into statements. Looks at nothing else, so that documents can be read apart from one another. */
export function extract(document: Document, kit: Kit): Extract {
  const language = languageOf(document, kit)
  const reader = kit.readers[language] as Reader
  const trailOf = trailReader(kit, reader)
  const trails = document.blocks.map(trailOf)
  const positions = positionsOf(document.blocks)
  const lexed = document.blocks.map((block) => lex(block.prose.text, reader))
  const mates = rowMates(document.blocks, lexed, kit, reader)
  const statements: Statement[] = document.blocks.flatMap((block, i) =>
    statementsOf(block, lexed[i] as Lexed, { document, language, kit, reader, trail: trails[i] ?? [], mates: mates(i), position: positions[i] as Position }))
  const heading = document.blocks.find((block) => block.kind === 'heading')
  return {
    file: document.path, side: document.side, language, tags: document.tags, statements,
    contrasts: contrastsOf(document.path, document.blocks, trails, statements),
    touchpointKeys: document.tags.touchpoint ? keysOfText(document.tags.touchpoint, kit, reader) : [],
    title: heading && { span: sourceSpan(heading.prose, { start: 0, end: heading.prose.text.length }), quote: heading.prose.text },
  }
}

function languageOf(document: Document, kit: Kit): string {
  const stated = document.tags.language ?? document.language
  const tag = stated?.toLowerCase().split(/[-_]/)[0]
  return tag !== undefined && kit.readers[tag] ? tag : kit.fallback
}

/** What the other cells of a row say: "heating out, flood" beside "6 hours". */
function rowMates(blocks: readonly Block[], lexed: readonly Lexed[], kit: Kit, reader: Reader): (index: number) => ReadonlySet<string> {
  const rows = new Map<number, number[]>()
  blocks.forEach(({ row }, i) => {
    if (row !== undefined) rows.set(row, [...(rows.get(row) ?? []), i])
  })
  const keys = (i: number): string[] => (lexed[i]?.clauses ?? []).flatMap((clause) => [...keysOf(lexed[i] as Lexed, clause, [clause.from, clause.to], kit, reader).keys()])
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
    return { block: i, passage, section, group: block.group }
  })
}
