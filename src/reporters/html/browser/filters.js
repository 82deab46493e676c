/**
 * Narrows promises and findings down to what was asked for, and says how many are left.
 * @param {object} page
 * @param {HTMLFormElement} page.form
 * @param {readonly HTMLTableRowElement[]} page.rows
 * @param {readonly HTMLElement[]} page.findings
 * @param {HTMLElement} page.status
 * @param {HTMLButtonElement | null} page.more
 * @param {(row: HTMLElement) => string} page.textOf
 * @param {{ locale: string, first: number, promises: Record<string, string>, findings: Record<string, string> }} page.words
 */
export function makeFilters({ form, rows, findings, status, more, textOf, words }) {
  const names = ['verdict', 'topic', 'page', 'owner']
  /** @type {Map<HTMLElement, string>} */
  const texts = new Map()
  let limit = words.first

  /** @param {string} name */
  const field = (name) => /** @type {HTMLSelectElement | HTMLInputElement | null} */ (form.elements.namedItem(name))
  /** @param {HTMLElement} element */
  const lowered = (element) => {
    const text = texts.get(element) ?? textOf(element).toLowerCase()
    texts.set(element, text)
    return text
  }
  /** @param {Record<string, string>} forms @param {number} n */
  const counted = (forms, n) => {
    const form = forms[new Intl.PluralRules(words.locale).select(n)] ?? forms.other ?? ''
    return form.replace('{n}', n.toLocaleString(words.locale))
  }

  /** What is asked for: the number of each chosen value, and words. */
  const wanted = () => {
    const chosen = names.flatMap((name) => {
      const select = field(name)
      return select instanceof HTMLSelectElement && select.selectedIndex > 0 ? [[name, String(select.selectedIndex)]] : []
    })
    return { chosen, words: (field('text')?.value ?? '').toLowerCase().split(/\s+/).filter(Boolean) }
  }
  /** @param {HTMLElement} element @param {ReturnType<typeof wanted>} want */
  const fits = (element, want) =>
    want.chosen.every(([name = '', number = '']) => (element.dataset[name] ?? '').split(' ').includes(number))
    && (want.words.length === 0 || want.words.every((word) => lowered(element).includes(word)))

  /** A heading of a page is shown when something of the page is. @param {Element} group @param {Element | null} heading */
  const showHeading = (group, heading) => {
    if (heading instanceof HTMLElement) heading.hidden = !group.querySelector('.promise:not([hidden]), .finding:not([hidden])')
  }

  const apply = () => {
    const want = wanted()
    let [fitting, shown] = [0, 0]
    for (const row of rows) {
      const isWanted = fits(row, want)
      row.hidden = !isWanted || fitting >= limit
      if (isWanted) fitting += 1
      if (!row.hidden) shown += 1
    }
    for (const finding of findings) finding.hidden = !fits(finding, want)
    for (const body of document.querySelectorAll('#matrix tbody')) showHeading(body, body.querySelector('.page'))
    for (const section of document.querySelectorAll('#findings .page')) showHeading(section, /** @type {HTMLElement} */ (section))
    const left = findings.filter((finding) => !finding.hidden).length
    status.textContent = `${counted(words.promises, fitting)}, ${counted(words.findings, left)}`
    if (more) more.hidden = fitting <= shown
  }

  return {
    apply,
    /** Starts again with the first promises, as after a change of what is asked for. */
    restart() {
      limit = words.first
      apply()
    },
    showMore() {
      limit += words.first
      apply()
    },
    /** What is asked for, as text that fits into an address. */
    read: () => ['text', ...names].flatMap((name) => {
      const value = field(name)?.value
      return value ? [[name, value]] : []
    }),
    /** @param {URLSearchParams} asked */
    write(asked) {
      for (const name of ['text', ...names]) {
        const input = field(name)
        if (input) input.value = asked.get(name) ?? ''
        if (input instanceof HTMLSelectElement && input.selectedIndex < 0) input.selectedIndex = 0
      }
    },
  }
}
