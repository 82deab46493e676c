import type { Block, Trail } from '../model/document.js'
import type { Prose } from '../model/text.js'
import type { Sheet } from './sheet.js'

function trailOf(row: readonly Prose[], header: readonly Prose[], column: number): readonly Trail[] {
  const first = row[0]?.text
  const head = header[column]?.text
  const trail: Trail[] = []
  const corner = header[0]?.text
  // What the rows are: "Delivery" over "Standard, Express" makes their prices prices of delivery.
  if (column > 0 && corner) trail.push({ kind: 'item', text: corner })
  if (column > 0 && first) trail.push({ kind: 'row', text: first })
  if (head) trail.push({ kind: 'column', text: head })
  return trail
}

/**
 * Adds the cells of a table whose first row is its header. The header is said with every cell below it, so it is
 * a text of its own only where there are none. `at` gives the trail and what else applies to the whole table.
 */
export function addTable(sheet: Sheet, rows: readonly (readonly Prose[])[], at: Block): void {
  const group = sheet.group()
  const [header = [], ...body] = rows
  if (body.length === 0) {
    const row = sheet.row()
    for (const prose of header) sheet.add({ ...at, kind: 'cell', prose, group, row })
  }
  for (const cells of body) {
    const row = sheet.row()
    cells.forEach((prose, column) => {
      sheet.add({ ...at, kind: 'cell', prose, trail: [...at.trail, ...trailOf(cells, header, column)], group, row })
    })
  }
}
