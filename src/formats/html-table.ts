import type { Trail } from '../model/document.js'
import { attribute, elementsOf, isUnseen, textOf, type Element } from './html-nodes.js'

/** A cell with what its row and column are called. */
export interface HtmlCell {
  readonly element: Element
  readonly trail: readonly Trail[]
  /** Counts the rows of this table. */
  readonly row: number
}

interface Row {
  readonly cells: readonly Element[]
  readonly isHead: boolean
}

// Spans beyond this are mistakes, and would make a small file a large table.
const widest = 100

function rowsOf(table: Element): readonly Row[] {
  return elementsOf(table).flatMap((child) => {
    if (isUnseen(child)) return []
    if (child.tagName !== 'tr') return /^t(head|body|foot)$/.test(child.tagName) ? rowsOf(child).map((row) => ({ ...row, isHead: row.isHead || child.tagName === 'thead' })) : []
    const cells = elementsOf(child).filter((cell) => /^t[hd]$/.test(cell.tagName) && !isUnseen(cell))
    const isHead = cells.length > 0 && cells.every((cell) => cell.tagName === 'th' || isBold(cell))
    return [{ cells, isHead }]
  })
}

function isBold(cell: Element): boolean {
  const [only, ...more] = cell.childNodes.filter((node) => !('value' in node) || node.value.trim() !== '')
  return more.length === 0 && only !== undefined && /^(?:b|strong)$/.test(only.nodeName)
}

function spanOf(cell: Element, name: string): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10)
  return Math.min(widest, Math.max(1, Number.isNaN(span) ? 1 : span))
}

/** The table as a grid in which a cell that spans fills every place that it covers. */
function gridOf(rows: readonly Row[]): readonly (readonly (Element | undefined)[])[] {
  const grid: (Element | undefined)[][] = rows.map(() => [])
  rows.forEach(({ cells }, r) => {
    let column = 0
    for (const cell of cells) {
      while (grid[r]?.[column]) column++
      const wide = spanOf(cell, 'colspan')
      const high = Math.min(spanOf(cell, 'rowspan'), rows.length - r)
      for (let y = r; y < r + high; y++) for (let x = column; x < column + wide; x++) (grid[y] as (Element | undefined)[])[x] ??= cell
      column += wide
    }
  })
  return grid
}

function headRows(rows: readonly Row[]): number {
  const body = rows.findIndex((row) => !row.isHead)
  // Where every row looks like a header, the first one is.
  return body < 0 ? 1 : body
}

/** Cells to the left that name a row: header cells, or the first one, and the second where the first spans several rows. A number names nothing. */
function namesOf(line: readonly (Element | undefined)[], column: number, above: readonly (Element | undefined)[], below: readonly (Element | undefined)[]): readonly Element[] {
  const left = [...new Set(line.slice(0, column))].filter((cell): cell is Element => cell !== undefined && cell !== line[column])
  const heads = left.filter((cell) => cell.tagName === 'th')
  if (heads.length > 0) return heads
  const isShared = line[0] !== undefined && (line[0] === above[0] || line[0] === below[0])
  return left.slice(0, isShared ? 2 : 1).filter((cell, i) => i === 0 || !/\d/.test(textOf(cell)))
}

/** The cells of a table, with row and column headers resolved. Header cells stand for themselves only without a body. */
export function tableCells(table: Element): readonly HtmlCell[] {
  const rows = rowsOf(table)
  const grid = gridOf(rows)
  const heads = headRows(rows)
  if (heads >= rows.length) return rows.flatMap(({ cells }, row) => cells.map((element) => ({ element, trail: [], row })))
  const said = new Map<Element, string>()
  const trailFor = (kind: 'item' | 'row' | 'column', cell: Element): readonly Trail[] => {
    const text = said.get(cell) ?? textOf(cell)
    said.set(cell, text)
    return text === '' ? [] : [{ kind, text }]
  }
  return rows.slice(heads).flatMap(({ cells }, i) => {
    const row = i + heads
    const line = grid[row] ?? []
    return cells.map((element) => {
      const column = line.indexOf(element)
      const names = namesOf(line, column, grid[row - 1] ?? [], grid[row + 1] ?? [])
      const columns = new Set(grid.slice(0, heads).flatMap((head) => head.slice(column, column + spanOf(element, 'colspan'))))
      const headers = [...columns].filter((cell) => cell !== undefined)
      const corner = column > 0 ? grid.slice(0, heads).map((head) => head[0]).find((cell) => cell !== undefined) : undefined
      return { element, row, trail: [...(corner ? trailFor('item', corner) : []), ...names.flatMap((cell) => trailFor('row', cell)), ...headers.flatMap((cell) => trailFor('column', cell))] }
    })
  })
}
