/**
 * The window that sets a promise beside what staff are told.
 * @param {HTMLDialogElement} dialog
 * @param {{ columns: readonly string[], silent: string }} words
 * @param {() => void} changed called when the window opens or closes
 */
export function makeDetail(dialog, words, changed) {
  /** @type {string | undefined} */
  let shown
  const body = /** @type {HTMLElement} */ (dialog.querySelector('#detail-body'))
  const title = /** @type {HTMLElement} */ (dialog.querySelector('#detail-title'))

  /** Copies what the article says about one column, or about all. @param {Element} article @param {number} column */
  const fill = (article, column) => {
    const heading = /** @type {HTMLElement} */ (article.querySelector('h3'))
    title.textContent = heading.textContent
    title.lang = heading.lang
    const told = [...article.querySelectorAll('.told')].filter((one) => column === 0 || one.getAttribute('data-column') === String(column - 1))
    body.replaceChildren(...told.map((one) => one.cloneNode(true)))
    if (told.length > 0) return
    const note = document.createElement('p')
    note.className = 'what'
    note.textContent = column === 0 ? '' : words.silent.replace('{place}', words.columns[column - 1] ?? '')
    const alone = column === 0 ? article.querySelectorAll('.what, figure') : article.querySelectorAll('figure')
    body.replaceChildren(note, ...(alone[0] ? [...alone].slice(0, column === 0 ? 2 : 1).map((one) => one.cloneNode(true)) : []))
  }

  dialog.querySelector('button')?.addEventListener('click', () => dialog.close())
  // a click beside the window lands on the dialog itself
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  dialog.addEventListener('close', () => {
    shown = undefined
    changed()
  })

  return {
    /** The promise and column that are shown, as text that fits into an address. */
    shown: () => shown,
    /** @param {string} id @param {number} column 0 for all columns */
    open(id, column) {
      const article = document.getElementById(id)
      if (!article) return
      fill(article, column)
      shown = column === 0 ? id : `${id}.${words.columns[column - 1]}`
      if (!dialog.open) dialog.showModal()
      dialog.scrollTop = 0
      changed()
    },
    /** Opens what `shown` once gave. @param {string} name */
    reopen(name) {
      const dot = name.indexOf('.')
      const column = dot < 0 ? 0 : words.columns.indexOf(name.slice(dot + 1)) + 1
      this.open(dot < 0 ? name : name.slice(0, dot), column)
    },
  }
}
