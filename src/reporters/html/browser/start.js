/**
 * What the page tells its script.
 * @typedef {{ locale: string, first: number, columns: readonly string[], silent: string, promises: Record<string, string>, findings: Record<string, string> }} Words
 */

/**
 * Brings the page to life. It takes its parts as parameters, since it is written into the page as text.
 * @param {object} parts
 * @param {typeof import('./filters.js').makeFilters} parts.makeFilters
 * @param {typeof import('./grid.js').makeGrid} parts.makeGrid
 * @param {typeof import('./detail.js').makeDetail} parts.makeDetail
 * @param {typeof import('./theme.js').makeTheme} parts.makeTheme
 */
export function start({ makeFilters, makeGrid, makeDetail, makeTheme }) {
  /** @template {Element} T @param {string} selector @returns {T} */
  const one = (selector) => /** @type {T} */ (document.querySelector(selector))
  /** @type {HTMLFormElement} */
  const form = one('#filters')
  /** @type {HTMLTableElement | null} */
  const table = document.querySelector('#matrix table')
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- written by the page itself, in this form
  const words = /** @type {Words} */ (JSON.parse(one('#words').textContent ?? ''))
  /** @param {Element} row */
  const idOf = (row) => row.querySelector('a')?.getAttribute('href')?.slice(1) ?? ''

  let isReading = false
  /** Keeps in the address what is shown, so that it can be passed on. */
  const writeAddress = () => {
    if (isReading) return
    const asked = new URLSearchParams(filters.read().map(([name = '', value = '']) => /** @type {[string, string]} */ ([name, value])))
    const open = detail.shown()
    if (open) asked.set('open', open)
    history.replaceState(null, '', asked.size > 0 ? `#${asked}` : location.pathname + location.search)
  }
  const detail = makeDetail(one('#detail'), words, writeAddress)
  const grid = table && makeGrid(table, (row, column) => detail.open(idOf(row), column))
  /** @type {HTMLButtonElement | null} */
  const more = document.querySelector('#more')
  const filters = makeFilters({
    form, more, words, status: one('#shown'),
    rows: [...document.querySelectorAll('tr.promise')].map((row) => /** @type {HTMLTableRowElement} */ (row)),
    findings: [...document.querySelectorAll('.finding')].map((finding) => /** @type {HTMLElement} */ (finding)),
    textOf: (element) => `${element.textContent} ${element.matches('.promise') ? document.getElementById(idOf(element))?.textContent : ''}`,
  })
  const refresh = () => {
    filters.restart()
    grid?.refresh()
    writeAddress()
  }
  /** A name without "=" is a place on the page, as of the link that skips to the promises. */
  const readAddress = () => {
    if (!location.hash.includes('=')) return
    isReading = true
    const asked = new URLSearchParams(location.hash.slice(1))
    filters.write(asked)
    filters.restart()
    const open = asked.get('open')
    if (open) detail.reopen(open)
    isReading = false
  }

  form.addEventListener('input', refresh)
  form.addEventListener('submit', (event) => event.preventDefault())
  // the event comes before the fields are empty
  form.addEventListener('reset', () => setTimeout(refresh))
  more?.addEventListener('click', () => {
    filters.showMore()
    grid?.refresh()
  })
  addEventListener('hashchange', readAddress)
  makeTheme(one('#theme'))
  readAddress()
  filters.apply()
  grid?.refresh()
}
