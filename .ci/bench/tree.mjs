import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AMOUNTS, COMMON, LANGUAGES } from './words.mjs'

/** Bytes of one document, about; how much of it is tables; how seldom the two sides part. */
const SIZE = 6000
const TABLES = 0.2
const SLIPS = 0.004
/** How many of the paragraphs hold a promise or an instruction; so chosen that a kilobyte for customers holds as many promises as in `fixtures/labelled`. */
const PROMISES = 0.5

/** A row of numbers from 0 to 1 that is the same for the same seed, on every machine (mulberry32). */
function chanceFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Four documents of five are English, the fifth is in each of the other languages in turn. */
function languageOf(index) {
  const others = Object.keys(LANGUAGES).filter((tag) => tag !== 'en')
  return index % 5 === 4 ? others[Math.floor(index / 5) % others.length] : 'en'
}

/** Most products share the amounts of the house; one in twelve has its own. Now and then staff read another one. */
function amountOf(kind, product, { chance, side }) {
  const list = AMOUNTS[kind]
  const own = product % 12 === 7 ? 1 + (product % 3) : 0
  const slip = side === 'do' && chance() < SLIPS ? 1 : 0
  return list[(own + slip) % list.length]
}

function writerFor(index, side) {
  const chance = chanceFrom(index * 2 + (side === 'do' ? 1 : 0))
  const words = LANGUAGES[languageOf(index)]
  const pick = (list) => list[Math.floor(chance() * list.length)]
  const fill = (template, product) => template.replace(/\{(\w+)\}/g, (_, slot) => {
    if (slot === 'product') return `${COMMON.line[Math.floor(product / words.product.length)]} ${words.product[product % words.product.length]}`
    if (slot === 'n') return String(2 + Math.floor(chance() * 40))
    return COMMON[slot] ? pick(COMMON[slot]) : String(amountOf(slot, product, { chance, side }))
  })
  const product = () => Math.floor(chance() * words.product.length * COMMON.line.length)
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1)
  return { chance, words, pick, product, say: (template, of) => capital(fill(template, of)) }
}

function paragraph({ chance, words, pick, product, say }, side) {
  const of = product()
  const sentences = Array.from({ length: 3 + Math.floor(chance() * 3) }, () => say(pick(words.filler), of))
  if (chance() < PROMISES) sentences.splice(Math.floor(chance() * sentences.length), 0, say(chance() < 0.03 && side === 'do' ? pick(words.rare) : pick(words[side]), of))
  return `${sentences.join(' ')}\n\n`
}

const list = ({ words, pick, product, say, chance }, side) =>
  `${Array.from({ length: 3 + Math.floor(chance() * 3) }, () => `- ${say(pick(chance() < PROMISES / 3 ? words[side] : words.filler), product())}`).join('\n')}\n\n`

function table({ words, product, pick, say, chance }) {
  const { columns, row } = pick(words.tables)
  const line = (cells) => `| ${cells.join(' | ')} |\n`
  const rows = Array.from({ length: 5 + Math.floor(chance() * 4) }, () => {
    const of = product()
    return line(row.map((cell) => say(cell, of)))
  })
  return `${line(columns)}${line(columns.map(() => '---'))}${rows.join('')}\n`
}

/** One document of the tree; the same for the same number and side. */
export function documentOf(index, side) {
  const writer = writerFor(index, side)
  let text = `# ${writer.say(writer.pick(writer.words.heading), writer.product())} ${index}\n\n`
  let [bytes, inTables] = [Buffer.byteLength(text), 0]
  for (let part = 0; bytes < SIZE; part++) {
    const isTable = inTables < bytes * TABLES
    const heading = part % 3 === 0 ? `## ${writer.say(writer.pick(writer.words.heading), writer.product())}\n\n` : ''
    const piece = isTable ? table(writer) : part % 3 === 1 ? list(writer, side) : paragraph(writer, side)
    text += heading + piece
    bytes += Buffer.byteLength(heading + piece)
    if (isTable) inTables += Buffer.byteLength(piece)
  }
  return text
}

/** Writes a tree of so many documents, half of them for staff, with its `saydo.yaml`, and says where each stands. */
export function writeTree(folder, documents) {
  const paths = []
  for (let i = 0; i < documents; i++) {
    const side = i % 2 === 0 ? 'say' : 'do'
    const index = Math.floor(i / 2)
    const path = join(side, String(index % 20), `${languageOf(index)}-${index}.md`)
    mkdirSync(join(folder, side, String(index % 20)), { recursive: true })
    writeFileSync(join(folder, path), documentOf(index, side))
    paths.push(path)
  }
  writeFileSync(join(folder, 'saydo.yaml'), 'business: retail\ntoday: 2025-11-22\nsay: [say/**]\ndo: [do/**]\n')
  return paths
}
