// Everything that reads what others wrote, each with what it is given and what it must never do.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { brokenRuns } from './broken-runs.mjs'
import { seed, seedsIn, suites } from './seeds.mjs'

const TODAY = '2025-11-22'
const OWN = { markdown: 'gfm.md', mdx: 'page.mdx', html: 'page.html', yaml: 'shop.yaml', json: 'strings.json', text: 'leaflet.txt' }
const MARKS = ['**', '~~', '`', '```\n', '- ', '1. ', '> ', '# ', '| a | b |\n|---|---|\n', '[a](b)', '![', '[^1]', '<!-- ', '-->', '<b>', '</p>', '&amp;', '&#0;', '---\n', '\n\n    ', 'https://a.b', '<!-- saydo-disable -->']
const TAGS = ['<table>', '<tr>', '<td rowspan=9 colspan=0>', '</table>', '<p>', '</p>', '<br>', '<b>', '<script type="application/ld+json">', '</script>', '<!--', '-->', '<template>', '<svg>', '<li>', '<select>', '<pre>\n', '<textarea>', '<![CDATA[', '<plaintext>', '<frameset>', '&nbsp', '&#x110000;', ' alt="', ' hidden']
const KEYS = ['a: ', '- ', '? ', '|\n ', '>-\n  ', '&a ', '*a', '!!str ', '!x ', '<<: ', '---\n', '...\n', '%YAML 1.2\n', '# saydo-disable-line', '{', '}', '[', ']', '"', "'", '\\u0041']

/** Texts and words for each format. */
const FORMAT_SEEDS = {
  markdown: { texts: suites.markdown, words: MARKS },
  mdx: { texts: suites.markdown, words: [...MARKS, '<A ', '/>', '<>', '</>', '{', '}', '{`', '{/*', '*/}', 'import a from "b"\n', 'export const a = ', '{...a}'] },
  html: { texts: suites.html, words: TAGS },
  yaml: { texts: suites.yaml, words: KEYS },
  json: { texts: suites.json, words: ['{"a":', '}', '[', ']', ',', '"', '\\u', '\\ud83d', '1e9', 'null'] },
  text: { texts: suites.markdown, words: ['1. ', '- ', '* ', 'A: ', 'Q: ', '[Macro]', '=====', '\n\n', '   ', 'CAPITALS'] },
}

/** @returns {import('./fuzz.mjs').Target} */
const formatTarget = ({ id, read }) => ({
  name: id, words: FORMAT_SEEDS[id].words, texts: [seed(OWN[id]), ...FORMAT_SEEDS[id].texts],
  run: (text) => {
    const broken = brokenRuns(text, read(text))
    if (broken.length > 0) throw new Error(broken[0])
  },
})

/** Runs a reader that may refuse what it is given, in words meant for its user. */
async function refusing(run) {
  try {
    return await run()
  } catch (error) {
    if (error.name !== 'UsageError' && error.name !== 'ConfigError') throw error
    if (!error.message) throw new Error('refused without a word')
    if (error.problems) insist(error.problems, error.sources)
    return undefined
  }
}

/** Places that are told must be in the file they are told of. */
function insist(problems, sources) {
  for (const { file, message, span } of problems) {
    if (!message) throw new Error(`${file}: a problem without a word`)
    if (span && !(span.start >= 0 && span.start <= span.end && span.end <= (sources.get(file) ?? '').length + 1)) throw new Error(`${file}: ${message} at ${span.start}–${span.end}`)
  }
}

const dataOf = (texts) => texts.map((text) => parse(text))

/** A pack that says little, so that what depends on all of it takes no time. */
const small = (pack) => ({ ...pack, rules: pack.rules.slice(0, 3), topics: pack.topics.slice(0, 3), concepts: pack.concepts.slice(0, 3) })

function configTarget({ openProject, formats, pack }, folder) {
  const extensions = formats.flatMap((format) => format.extensions)
  const texts = seedsIn('config')
  return {
    name: 'config', texts, data: dataOf(texts), words: ['extends: ', 'packs: ', 'topics: ', 'rules: ', 'say: ', 'overrides: ', './base.yaml', 'promise/unbacked', 'en: [', 'off', 'EUR', '!', '**/*'],
    run: async (text) => {
      writeFileSync(join(folder, 'saydo.yaml'), text)
      await refusing(() => openProject({ cwd: folder, flags: { config: 'saydo.yaml' }, today: TODAY, pack, extensions }))
    },
  }
}

function rulesTarget({ loadOwnPack, pack }, folder) {
  const texts = seedsIn('pack')
  return {
    name: 'rules', texts, data: dataOf(texts), words: ['(', ')', '|', '?', '*', ' .. ', ' ... ', '<absolute>', '{count}', '^ ', ' $', '!', 'en: [', '{money}', ',', '"'],
    run: async (text) => {
      // a rule is called as its file is, and then gets further
      const name = /^id: *"?[a-z-]+\/([a-z-]+)|^\{"id":"[a-z-]+\/([a-z-]+)/m.exec(text)?.slice(1).find(Boolean) ?? 'rope'
      const path = join(folder, `${name.slice(0, 50)}.yaml`)
      writeFileSync(path, text)
      const loaded = await loadOwnPack(path, folder, pack)
      insist(loaded.problems, loaded.sources)
      rmSync(path)
    },
  }
}

function baselineTarget({ readBaseline }, folder) {
  const texts = [seed('baseline.json')]
  return {
    name: 'baseline', texts, data: dataOf(texts), words: ['"version":', '"findings":', '"count":', '<<<<<<< ours\n', '=======\n', '[', ']', '{', '}', ','],
    run: async (text) => {
      writeFileSync(join(folder, 'known.json'), text)
      await refusing(() => readBaseline(join(folder, 'known.json'), folder))
    },
  }
}

/** What staff and customers of one company read. */
const companyFiles = () => [['say/page.md', seed('company/say.md')], ['do/counter.md', seed('company/do.md')], ['do/world.md', seed('company/slovak.md')]]
const sideOf = (path) => path.slice(0, path.indexOf('/'))

/** Makes a claims file say of itself that it is whole, as somebody would who means harm. */
function signed(text) {
  const end = text.indexOf('\n')
  const body = text.slice(end + 1)
  try {
    const header = JSON.parse(text.slice(0, end))
    const documents = body.split('\n').filter((line) => line !== '').length - 1
    return `${JSON.stringify({ ...header, documents, sum: createHash('sha256').update(body).digest('hex').slice(0, 32) })}\n${body}`
  } catch {
    return text
  }
}

async function claimsTarget({ readClaims, claimsText, readAll, check, configFrom, pack: whole }) {
  const pack = small(whole)
  const making = { version: '1.2.3', pack, config: configFrom({ business: 'retail' }, { today: TODAY, ruleIds: [] }) }
  const files = companyFiles().map(([path, source]) => ({ path, side: sideOf(path), source, tags: {} }))
  const readings = await readAll({ files, pack: whole, config: making.config })
  const lines = (one) => claimsText({ redacted: false, problems: [{ file: 'do/x.md', message: 'It is gone.', line: 1, column: 2 }], documents: one.map((reading) => ({ reading, lines: [0, 9, 40] })) }, making)
  const texts = [...readings.map((one) => lines([one])), lines([])].map((text) => text.trimEnd())
  const data = texts.map((text) => text.split('\n').map((line) => JSON.parse(line)))
  // data comes as one list; a claims file has its items on lines of their own
  const asLines = (text) => {
    try {
      const parts = JSON.parse(text)
      return Array.isArray(parts) ? parts.map((part) => JSON.stringify(part)).join('\n') : text
    } catch {
      return text
    }
  }
  return {
    name: 'claims', texts, data, words: ['[', ']', 'null', ',', '-1', '0', '"say"', '"exact"', 'true', '1e9', '\n'],
    run: async (text) => {
      const claims = await refusing(() => readClaims('a.jsonl', signed(asLines(text)), making))
      if (claims) await check({ files: [], config: making.config, pack, problems: claims.problems, readings: claims.documents.map(({ reading }) => reading) })
    },
  }
}

/** Whole checks of one changed document beside the others. */
function checkTarget({ check, configFrom, pack }) {
  const config = configFrom({ business: 'retail' }, { today: TODAY, ruleIds: [] })
  const [say, ...others] = companyFiles()
  return {
    name: 'check', texts: companyFiles().map(([, text]) => text), words: ['not ', 'until ', 'within ', 'up to ', 'from ', ' days', ' %', '€', '9:00–', ' and ', '; ', '1/2 ', 'twenty-', '1.000.000,00 ', 'Mon–', '31.2.2026', 'до ', 'týždňov', 'except '],
    run: (text) => check({ files: [['do/new.md', text], say, ...others].map(([path, source]) => ({ path, side: sideOf(path), source, tags: {} })), config, pack, problems: [] }),
  }
}

/**
 * All targets, with the functions that they try; `remove` takes away the folder that some of them write into.
 * @param {object} saydo the functions of the program, from its sources or its build
 * @returns {Promise<{ targets: readonly import('./fuzz.mjs').Target[], remove: () => void }>}
 */
export async function targetsFor(saydo) {
  const folder = mkdtempSync(join(tmpdir(), 'saydo-fuzz-'))
  writeFileSync(join(folder, 'base.yaml'), 'business: hotel\n')
  const formats = await Promise.all(saydo.formats.map((format) => format.load()))
  const targets = [
    ...formats.map(formatTarget), configTarget(saydo, folder), rulesTarget(saydo, folder), baselineTarget(saydo, folder), await claimsTarget(saydo), checkTarget(saydo),
    { name: 'bytes', texts: suites.markdown, words: MARKS, run: (text) => saydo.decode(Buffer.from(text, text.length % 3 === 0 ? 'latin1' : 'utf8')) },
  ]
  return { targets, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
