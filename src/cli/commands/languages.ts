import { type Command, Option } from 'commander'
import type { Pack } from '../../model/pack.js'
import { type Cover, coverOf } from '../../packs/lists.js'
import { languageName, say } from '../../reporters/phrase.js'
import { EXIT, localeOption, messagesOf, type Finish, type World } from '../world.js'

const EXAMPLES = `
Examples:
  saydo languages                 what saydo knows of each language
  saydo languages --format json   the same, for programs`

/** The word lists that people may want to know of, and which keys they stand under. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  concepts: ['concept'], topics: ['topic', 'measure', 'not', 'no', 'member'], rules: ['rule', 'unless', 'near', 'about', 'part'], cues: ['cue'],
}

interface Row {
  readonly tag: string
  readonly name: string
  readonly speaks: boolean
  readonly parts: Readonly<Record<string, Cover>>
}

function rowOf(pack: Pack, tag: string, locale: string): Row {
  const cover = coverOf(pack, tag)
  const sum = (kinds: readonly string[]): Cover => kinds.flatMap((kind) => cover.get(kind) ?? []).reduce((a, b) => ({ filled: a.filled + b.filled, of: a.of + b.of, patterns: a.patterns + b.patterns }), { filled: 0, of: 0, patterns: 0 })
  return {
    tag, name: languageName(tag, locale), speaks: pack.messages[tag] !== undefined,
    parts: Object.fromEntries(Object.entries(PARTS).map(([part, kinds]) => [part, sum(kinds)])),
  }
}

/** Adds `saydo languages`. */
export function addLanguages(program: Command, world: World, finish: Finish): void {
  program.command('languages')
    .summary('tell which languages saydo can read')
    .description('Tells which languages saydo can read, and how much of its word lists each of them has words for.')
    .addOption(new Option('-f, --format <name>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(localeOption())
    .addHelpText('after', EXAMPLES)
    .action(({ format, locale }: { readonly format: string; readonly locale: string }) => {
      const pack = world.loadPack()
      const rows = Object.keys(pack.languages).map((tag) => rowOf(pack, tag, locale))
      world.out(format === 'json' ? `${JSON.stringify(rows, null, 2)}\n` : tableOf(rows, pack, locale))
      finish(EXIT.clean)
    })
}

function tableOf(rows: readonly Row[], pack: Pack, locale: string): string {
  const messages = messagesOf(pack, locale)
  const word = (id: string, slots: Readonly<Record<string, string>> = {}): string => say({ id, slots }, messages)
  const part = (row: Row, name: string): string => `${name} ${row.parts[name]?.filled}/${row.parts[name]?.of}`.padEnd(20)
  const line = (row: Row): string => `${row.tag}  ${row.name.padEnd(12)}  ${Object.keys(PARTS).map((name) => part(row, name)).join('')}${word(row.speaks ? 'cli.speaks' : 'cli.speaks-not')}`
  const others = Object.keys(pack.others).filter((tag) => !pack.languages[tag]).map((tag) => languageName(tag, locale))
  return [...rows.map(line), '', word('cli.languages-by-sight', { names: others.join(', ') })].map((text) => `${text}\n`).join('')
}
