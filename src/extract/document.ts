import type { Extract, Statement } from '../model/claim.js'
import type { Block, Document } from '../model/document.js'
import { sourceSpan } from '../model/text.js'
import { contrastsOf } from './contrasts.js'
import type { Kit, Reader } from './kit.js'
import { keysOfText, lex } from './lexed.js'
import { type Position, statementsOf } from './statement.js'
import { trailReader } from './trail.js'

/** Reads one document into statements. Looks at nothing else, so that documents can be read apart from one another. */
export function extract(document: Document, kit: Kit): Extract {
  const language = languageOf(document, kit)
  const reader = kit.readers[language] as Reader
  const trailOf = trailReader(kit, reader)
  const trails = document.blocks.map(trailOf)
  const positions = positionsOf(document.blocks)
  const statements: Statement[] = document.blocks.flatMap((block, i) =>
    statementsOf(block, lex(block.prose.text, reader), { document, language, kit, reader, trail: trails[i] ?? [], position: positions[i] as Position }))
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
