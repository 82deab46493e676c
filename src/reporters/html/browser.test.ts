import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Chalk } from 'chalk'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Report } from '../../model/finding.js'
import { tempFolder } from '../../testing/temp-folder.js'
import { cannedRules } from '../canned.js'
import type { Messages } from '../phrase.js'
import { largeReport, report, sources } from './canned.js'
import { html } from './html.js'

/** Where a system keeps its own Chromium; CHROMIUM_PATH names another one. No browser is ever downloaded. */
const PLACES = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
const executablePath = PLACES.find((path) => path !== undefined && existsSync(path))
if (!executablePath) console.warn('The HTML report is not tried in a browser: no Chromium was found. Install it (apt-get install chromium), or name it in CHROMIUM_PATH.')

const english = parse(readFileSync(new URL('../../../rules/messages/en.yaml', import.meta.url), 'utf8')) as Messages
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TIME = 120_000

describe.skipIf(!executablePath)('in a browser', { timeout: TIME }, () => {
  let browser: Browser
  let clean: (() => Promise<void> | void)[] = []
  // as root in a container there is no sandbox; the page is our own
  beforeAll(async () => { browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] }) }, TIME)
  afterAll(() => browser?.close())
  afterEach(async () => {
    for (const undo of clean) await undo()
    clean = []
  })

  /** Opens a report as a file, as people do; `loaded` is all that came over the net or from the disk. */
  async function open({ of = report, hash = '', ...options }: BrowserContextOptions & { readonly of?: Report; readonly hash?: string } = {}): Promise<{ readonly page: Page; readonly address: string; readonly loaded: string[]; readonly faults: string[] }> {
    const text = html.render({ report: of, sources, rules: cannedRules, messages: english, version: '1.2.3', topics: [], today: '2025-11-22' }, { paint: new Chalk({ level: 0 }), width: 80, prefix: '' })
    const folder = tempFolder({ 'report.html': text })
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options })
    clean.push(() => context.close())
    const page = await context.newPage()
    const [loaded, faults]: [string[], string[]] = [[], []]
    page.on('response', (response) => loaded.push(response.url()))
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
    const address = pathToFileURL(`${folder}/report.html`).href
    await page.goto(address + hash)
    return { page, address, loaded, faults }
  }

  const isOpen = (page: Page): Promise<boolean> => page.locator('#detail').evaluate((dialog) => (dialog as { open?: boolean }).open === true)
  const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.textContent.trim().replace(/\\s+/g, " ")')
  const shownPromises = (page: Page): Promise<number> => page.locator('tr.promise:visible').count()
  const hashOf = (page: Page): string => decodeURIComponent(new URL(page.url()).hash.replaceAll('+', ' '))

  test('it loads nothing and has no faults', async () => {
    const { loaded, faults, address } = await open()
    expect([loaded, faults]).toEqual([[address], []])
  })

  describe('a cell of the matrix', () => {
    test('opens both texts side by side with the difference marked; Esc closes it, and the focus is back', async () => {
      const { page } = await open()
      await page.getByRole('gridcell', { name: 'contradicted' }).first().click()
      const dialog = page.getByRole('dialog', { name: 'keep the room until 12:00' })
      expect(await dialog.locator('mark').allTextContents()).toEqual(['until 12:00', '11:00'])
      const [said, told] = await dialog.locator('figure').all()
      const [left, right] = [await said!.boundingBox(), await told!.boundingBox()]
      expect(left!.y).toBe(right!.y)
      expect(left!.x + left!.width).toBeLessThan(right!.x)
      await page.keyboard.press('Escape')
      expect([await isOpen(page), await focused(page)]).toEqual([false, '✕ contradicted'])
    })

    test('shows its own column alone, and the promise shows all', async () => {
      const { page } = await open()
      const row = page.getByRole('row', { name: 'Cancel free of charge' })
      await row.getByRole('gridcell', { name: 'kept' }).click()
      expect(await page.locator('#detail .told').count()).toBe(1)
      expect(await page.locator('#detail').textContent()).toContain('desk/front.md')
      await page.getByRole('button', { name: 'Close' }).click()
      await row.getByRole('rowheader').getByRole('link').click()
      expect(await page.locator('#detail .told').count()).toBe(2)
    })

    test('that is silent says so', async () => {
      const { page } = await open()
      await page.getByRole('row', { name: 'Breakfast is included' }).getByRole('gridcell').last().click()
      expect(await page.locator('#detail').textContent()).toContain('Staff read nothing of this promise in “desk/night.md”.')
      await page.mouse.click(5, 5)
      expect(await isOpen(page)).toBe(false)
    })
  })

  test('with the keyboard alone every cell can be reached, read and left', async () => {
    const { page } = await open()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to the promises')
    await page.keyboard.press('Enter')
    await page.locator('.scroll').focus()
    await page.keyboard.press('Tab')
    const reached = new Set<string>()
    const note = async (): Promise<void> => { reached.add(await page.evaluate('(() => { const cell = document.activeElement.closest("td, th"); return cell.parentElement.rowIndex + ":" + cell.cellIndex })()')) }
    for (let row = 0; row < 6; row++) {
      await note()
      for (const key of Array.from({ length: 3 }, () => (row % 2 ? 'ArrowLeft' : 'ArrowRight'))) {
        await page.keyboard.press(key)
        await note()
      }
      await page.keyboard.press('ArrowDown')
    }
    expect(reached.size).toBe(24)
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    expect(await isOpen(page)).toBe(true)
    await page.keyboard.press('Escape')
    expect(await focused(page)).toBe('✕ contradicted')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    expect(await page.locator('#detail').textContent()).toContain('Staff read nothing of this promise in “desk/phone.md”.')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.closest("table")')).toBeNull()
  })

  describe('the page is narrowed down', () => {
    test.each([
      ['Verdict', 'contradicted', '2 promises, 2 findings', '#verdict=contradicted'],
      ['Topic', 'breakfast', '1 promise, 0 findings', '#topic=breakfast'],
      ['Page', 'site/pets.md', '2 promises, 2 findings', '#page=site/pets.md'],
      ['Owner', 'Noor', '2 promises, 3 findings', '#owner=Noor'],
    ])('by %s, which is announced and stands in the address', async (label, choice, count, hash) => {
      const { page } = await open()
      await page.getByLabel(label).selectOption(choice)
      expect(await page.getByRole('status').textContent()).toBe(count)
      expect([await shownPromises(page), await page.locator('.finding:visible').count()]).toEqual(count.match(/\d+/g)!.map(Number))
      await expect.poll(() => hashOf(page)).toBe(hash)
    })

    test('by words of either side; the button shows all again', async () => {
      const { page } = await open()
      await page.getByLabel('Search').pressSequentially('cleaning CHARGE')
      expect(await page.getByRole('status').textContent()).toBe('1 promise, 1 finding')
      expect(await page.locator('tr.page:visible').allTextContents()).toEqual(['site/pets.md'])
      expect(await page.locator('#findings .page:visible').count()).toBe(1)
      await page.getByRole('button', { name: 'Show all' }).click()
      await expect.poll(() => shownPromises(page)).toBe(6)
      await expect.poll(() => hashOf(page)).toBe('')
    })

    test('and a link shows another person the same', async () => {
      const { page } = await open()
      await page.getByLabel('Verdict').selectOption('contradicted')
      await page.getByLabel('Search').fill('48 hours')
      await page.locator('tr.promise:visible td.kept').click()
      const hash = new URL(page.url()).hash
      const { page: other } = await open({ hash })
      expect([await shownPromises(other), await isOpen(other)]).toEqual([1, true])
      expect(await other.locator('#detail .told').allTextContents()).toEqual([expect.stringContaining('desk/front.md')])
      await other.keyboard.press('Escape')
      await expect.poll(() => hashOf(other)).toBe('#text=48 hours&verdict=contradicted')
    })

    test('but never by a link that asks for what is not there', async () => {
      const { page, faults } = await open({ hash: '#verdict=unheard&owner=Nobody&open=p-none.nowhere&text=%00' })
      expect([await isOpen(page), faults]).toEqual([false, []])
    })
  })

  test('dark and light follow the system, and a button', async () => {
    const { page } = await open({ colorScheme: 'dark' })
    const ground = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor')
    const button = page.getByRole('button', { name: 'Dark' })
    const dark = await ground()
    expect(await button.getAttribute('aria-pressed')).toBe('true')
    await button.click()
    const light = await ground()
    expect([await button.getAttribute('aria-pressed'), light === dark]).toEqual(['false', false])
    await page.reload()
    expect(await ground()).toBe(light)
  })

  test('on paper all is shown, whatever was chosen, and light', async () => {
    const { page } = await open({ colorScheme: 'dark' })
    await page.getByLabel('Verdict').selectOption('kept')
    await page.emulateMedia({ media: 'print' })
    expect([await shownPromises(page), await page.locator('.finding:visible').count(), await page.locator('#pairs article:visible').count()]).toEqual([6, 6, 6])
    expect(await page.getByText('Both speak of: room.').first().isVisible()).toBe(true)
    expect([await page.locator('#filters').isVisible(), await page.locator('#theme').isVisible()]).toEqual([false, false])
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(29, 28, 26)')
  })

  test('without scripts all is there to read', async () => {
    const { page } = await open({ javaScriptEnabled: false, of: largeReport(200, 3) })
    expect([await shownPromises(page), await page.locator('#pairs article:visible').count(), await page.locator('#filters').isVisible()]).toEqual([200, 200, false])
  })

  test('a telephone need not scroll sideways but in the matrix', async () => {
    const { page } = await open({ viewport: { width: 375, height: 800 } })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375)
    const box = await page.locator('tr.promise th').first().boundingBox()
    await page.locator('.scroll').evaluate((element) => (element as { scrollLeft: number }).scrollLeft = 500)
    expect((await page.locator('tr.promise th').first().boundingBox())!.x).toBe(box!.x)
  })

  test('the heads of rows and columns stay in sight', async () => {
    const { page } = await open({ of: largeReport(200, 40) })
    const head = page.locator('thead th').nth(1)
    const [before, row] = [await head.boundingBox(), page.locator('tr.promise th').first()]
    const left = (await row.boundingBox())!.x
    await page.locator('.scroll').evaluate((element) => { Object.assign(element, { scrollTop: 900, scrollLeft: 400 }) })
    expect((await head.boundingBox())!.y).toBe(before!.y)
    expect((await row.boundingBox())!.x).toBe(left)
  })

  test('of a large report the first promises are shown, more on request, and a filter looks through all', async () => {
    const { page } = await open({ of: largeReport(2000, 40) })
    expect(await shownPromises(page)).toBe(100)
    await page.getByRole('button', { name: 'Show more' }).click()
    expect(await shownPromises(page)).toBe(200)
    await page.getByLabel('Page').selectOption('site/page-79.md')
    expect([await shownPromises(page), await page.getByRole('button', { name: 'Show more' }).isVisible()]).toEqual([25, false])
    expect(await page.getByRole('status').textContent()).toContain('25 promises')
  })

  test('what stands in a document never runs, not even past the escaping', async () => {
    const text = '</script><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
    const hostile: Report = { ...report, ledger: report.ledger.map((entry) => ({ ...entry, spot: { ...entry.spot, quote: text }, told: entry.told.map((told) => ({ ...told, touchpoint: text, spot: { ...told.spot, quote: text } })) })) }
    const { page, address, loaded, faults } = await open({ of: hostile })
    await page.locator('td a').first().click()
    expect(await page.getByRole('dialog').getByRole('heading').textContent()).toBe(text)
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src="https://example.com/x" onerror="window.hacked=1">')
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.hacked=1' }))`)
    expect([await page.evaluate('window.hacked'), loaded]).toEqual([undefined, [address]])
    // the image, what it would do when it fails, and the script
    expect(faults.filter((fault) => fault.includes('Content Security Policy'))).toHaveLength(3)
  })

  describe('axe-core finds nothing', () => {
    const found = async (page: Page): Promise<readonly string[]> => {
      await page.evaluate(axeSource)
      const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>('axe.run(document, { resultTypes: ["violations"] })')
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
    }
    test.each([
      ['light', 1280], ['dark', 1280], ['light', 375], ['dark', 375],
    ] as const)('%s, %i px wide, with and without a cell open', async (colorScheme, width) => {
      const { page } = await open({ colorScheme, viewport: { width, height: 900 } })
      expect(await found(page)).toEqual([])
      await page.locator('details').first().locator('summary').click()
      await page.locator('td a').first().click()
      expect(await found(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('tr.promise').nth(3).locator('td').first().click()
      expect(await found(page)).toEqual([])
    })

    test('in a matrix of many columns', async () => {
      const { page } = await open({ of: largeReport(60, 20) })
      expect(await found(page)).toEqual([])
    })
  })
})
