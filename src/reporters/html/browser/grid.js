/**
 * Makes the matrix one stop for the Tab key, in which arrow keys go from cell to cell.
 * @param {HTMLTableElement} table
 * @param {(row: HTMLTableRowElement, column: number) => void} open column 0 is the promise itself
 */
export function makeGrid(table, open) {
  /** @type {HTMLElement | undefined} */
  let stop
  /** What takes the focus of a cell. @param {Element} cell */
  const target = (cell) => /** @type {HTMLElement} */ (cell.querySelector('a') ?? cell)
  const rows = () => [...table.rows].filter((row) => !row.hidden && row.matches('.promise'))
  /** @param {Element | undefined} cell */
  const moveStop = (cell) => {
    if (!cell) return
    if (stop) stop.tabIndex = -1
    stop = target(cell)
    stop.tabIndex = 0
  }
  /** @param {Element | undefined} cell */
  const goTo = (cell) => {
    moveStop(cell)
    if (cell) stop?.focus()
  }

  /** Rows and columns that a key moves by. @type {Record<string, [number, number]>} */
  const moves = {
    ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1],
    PageDown: [10, 0], PageUp: [-10, 0], Home: [0, -Infinity], End: [0, Infinity],
    'Control+Home': [-Infinity, -Infinity], 'Control+End': [Infinity, Infinity],
  }
  /** @param {number} value @param {number} length */
  const within = (value, length) => Math.max(0, Math.min(value, length - 1))

  table.addEventListener('keydown', (event) => {
    const cell = event.target instanceof Element ? event.target.closest('td, th') : null
    const row = cell?.closest('tr')
    const move = moves[`${event.ctrlKey ? 'Control+' : ''}${event.key}`]
    const isOpening = event.key === 'Enter' && cell === event.target
    if (!(cell instanceof HTMLTableCellElement) || !row || event.altKey || event.metaKey || !(move || isOpening)) return
    event.preventDefault()
    if (!move) {
      open(row, cell.cellIndex)
      return
    }
    const all = rows()
    const next = /** @type {HTMLTableRowElement} */ (all[within(all.indexOf(row) + move[0], all.length)])
    goTo(next.cells[within(cell.cellIndex + move[1], next.cells.length)])
  })
  table.addEventListener('click', (event) => {
    const cell = event.target instanceof Element ? event.target.closest('tr.promise > *') : null
    const row = cell?.closest('tr')
    if (!(cell instanceof HTMLTableCellElement) || !row) return
    event.preventDefault()
    goTo(cell)
    open(row, cell.cellIndex)
  })

  table.setAttribute('role', 'grid')
  for (const link of table.querySelectorAll('a')) link.tabIndex = -1
  return {
    /** Keeps a cell within reach of the Tab key after rows were hidden. */
    refresh() {
      if (!stop || stop.closest('tr')?.hidden) moveStop(rows()[0]?.cells[0])
    },
  }
}
