/**
 * Turns the page dark or light, whatever the system says, and remembers it where the browser lets a file do so.
 * @param {HTMLButtonElement} button
 */
export function makeTheme(button) {
  const key = 'saydo-theme'
  const root = document.documentElement
  const remembered = () => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  /** @param {boolean} isDark */
  const show = (isDark) => {
    root.dataset.theme = isDark ? 'dark' : 'light'
    button.setAttribute('aria-pressed', String(isDark))
  }
  const system = matchMedia('(prefers-color-scheme: dark)')
  const chosen = remembered()
  button.setAttribute('aria-pressed', String(system.matches))
  if (chosen) show(chosen === 'dark')
  button.hidden = false
  button.addEventListener('click', () => {
    const isDark = button.getAttribute('aria-pressed') !== 'true'
    show(isDark)
    try {
      localStorage.setItem(key, isDark ? 'dark' : 'light')
    } catch {
      // a file opened from a mail may not store anything; the page is dark all the same
    }
  })
  system.addEventListener('change', () => {
    if (!root.dataset.theme) button.setAttribute('aria-pressed', String(system.matches))
  })
}
