// Draws .github/terminal.svg from what `npm start` prints: node .github/terminal.mjs
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [COLUMNS, SIZE, LEADING, EDGE, BAR] = [102, 13, 18, 18, 34]
const WIDTH = SIZE * 0.602
// The whole report is long; the picture shows the findings of these places and the closing lines.
const SHOWN = [/promise\/contradicted/, /promise\/needs-approval/, /promise\/withheld/]
const COLOURS = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 34: '#79c0ff', 36: '#56d4dd' }

const output = execFileSync(process.execPath, ['bin/saydo.js', 'check', '--config', 'fixtures/tour/saydo.yaml', '--exit-zero', '--color'], { cwd: root, encoding: 'utf8' })

/** The lines worth a picture: headings of files, a few findings, the summary. */
function chosen(text) {
  const groups = text.trimEnd().split(/\n\n/)
  const summary = groups.pop()
  let heading = ''
  const kept = groups.flatMap((group) => {
    const lines = group.split('\n')
    const own = !lines[0].replace(/\x1b\[\d+m/g, '').startsWith(' ')
    if (own) heading = lines[0]
    if (!SHOWN.some((rule) => rule.test(group))) return []
    const head = heading
    heading = ''
    return [...(head ? [head] : []), ...(own ? lines.slice(1) : lines), '']
  })
  return ['\x1b[32m$\x1b[39m npm start', '', ...kept, ...summary.split('\n')]
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** One line of terminal text as pieces with their look; only the codes that chalk writes. */
function pieces(line) {
  const look = { fill: '#c9d1d9' }
  let column = 0
  return line.split(/(\x1b\[\d+m)/).flatMap((part) => {
    const code = /^\x1b\[(\d+)m$/.exec(part)?.[1]
    if (code === undefined) {
      const piece = part === '' ? [] : [{ text: part, column, ...look }]
      column += part.length
      return piece
    }
    if (code in COLOURS) look.fill = COLOURS[code]
    else if (code === '39') look.fill = '#c9d1d9'
    else if (code === '1') look.weight = 'bold'
    else if (code === '2') look.opacity = '0.6'
    else if (code === '4') look.line = 'underline'
    else if (code === '22') { delete look.weight; delete look.opacity }
    else if (code === '24') delete look.line
    return []
  })
}

function drawn({ text, column, fill, weight, opacity, line }, y) {
  const lead = text.length - text.trimStart().length
  const words = text.trim()
  if (words === '') return ''
  const attributes = [
    `x="${(EDGE + (column + lead) * WIDTH).toFixed(1)}" y="${y}" fill="${fill}" textLength="${(words.length * WIDTH).toFixed(1)}"`,
    weight && `font-weight="${weight}"`, opacity && `opacity="${opacity}"`, line && `text-decoration="${line}"`,
  ]
  return `<text ${attributes.filter(Boolean).join(' ')}>${escaped(words)}</text>`
}

const lines = chosen(output)
const [width, height] = [Math.ceil(COLUMNS * WIDTH + EDGE * 2), BAR + lines.length * LEADING + EDGE * 2]
const rows = lines.map((line, index) => pieces(line).map((piece) => drawn(piece, BAR + EDGE + SIZE + index * LEADING)).join(''))
const dots = ['#ff5f56', '#ffbd2e', '#27c93f'].map((fill, index) => `<circle cx="${EDGE + 4 + index * 18}" cy="20" r="5.5" fill="${fill}"/>`)

writeFileSync(new URL('terminal.svg', import.meta.url), `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="What saydo prints for a small bicycle shop">
<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>
${dots.join('')}
<g xml:space="preserve" font-family="ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${SIZE}">
${rows.filter(Boolean).join('\n')}
</g>
</svg>
`)
