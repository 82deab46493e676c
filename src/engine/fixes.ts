import { grammarOf } from '../languages/index.js'
import { nameFix, wordFix } from '../extract/replace.js'
import type { Extract, Mark, Statement } from '../model/claim.js'
import type { Config } from '../model/config.js'
import type { Block, Document, Format, Reading } from '../model/document.js'
import { compatible, type Fix, mended } from '../model/fix.js'
import type { Grammar } from '../model/language.js'
import type { Pack } from '../model/pack.js'
import type { Run, Span } from '../model/text.js'

/** What stands directly beside a word and makes it a part of something longer: "guest-facing", "guest's", an address. */
const JOINED_BEFORE = /[\p{L}\p{M}\p{N}_'’@/\\#.&-]$/u
const JOINED_AFTER = /^(?:[\p{L}\p{M}\p{N}_'’@/\\#&-]|\.[\p{L}\p{N}])/u

const standsAlone = (source: string, { start, end }: Span): boolean => !JOINED_BEFORE.test(source.slice(0, start).slice(-1)) && !JOINED_AFTER.test(source.slice(end, end + 2))

/** The piece of a block's text that holds the span letter for letter. */
const runOf = ({ prose }: Block, { start, end }: Span): Run | undefined =>
  prose.runs.find((run) => run.length === run.sourceLength && run.source <= start && end <= run.source + run.length)

/** The text of a block once the fixes are made that stand in it. */
function textAfter(block: Block, fixes: readonly Fix[]): string {
  return fixes.toReversed().reduce((text, { span, text: instead }) => {
    const run = runOf(block, span)
    if (!run) return text
    const at = run.at + span.start - run.source
    return text.slice(0, at) + instead + text.slice(at + span.end - span.start)
  }, block.prose.text)
}

/** Whether the changed source reads as it did, but for the words that were replaced: no quotation mark, key or list came to an end. */
function readsAlike(before: Reading, after: Reading, fixes: readonly Fix[]): boolean {
  return after.blocks.length === before.blocks.length && after.problems.length === before.problems.length && after.suppressions.length === before.suppressions.length
    && Object.keys(after.front).join() === Object.keys(before.front).join()
    && before.blocks.every((block, i) => after.blocks[i]?.kind === block.kind && after.blocks[i]?.prose.text === textAfter(block, fixes))
}

const WORD_BEFORE = /([\p{L}\p{M}]+)\s+$/u

/** Whether the word before keeps its form: "a guest" can be "a customer", and "an account" no "plan". */
function keepsWordBefore(block: Block, { span, text }: Fix, before: Grammar['before']): boolean {
  const run = runOf(block, span)
  const word = run && WORD_BEFORE.exec(block.prose.text.slice(0, run.at + span.start - run.source))?.[1]
  const letters = word === undefined ? undefined : before[word.toLowerCase()]
  return letters === undefined || letters.includes((text[0] ?? '').toLowerCase())
}

/** What is needed of a format. */
export type FormatReader = Pick<Format, 'read' | 'isHarmless'>

/** A document and its format. */
interface Desk {
  readonly document: Document
  readonly format: FormatReader
  readonly grammar: (language: string) => Grammar | undefined
}

/** Whether a fix replaces what stands in the source letter for letter and by itself, and what stands before can stay. */
function fits({ document: { source, blocks }, grammar }: Desk, fix: Fix): boolean {
  const holding = blocks.filter((block) => runOf(block, fix.span) !== undefined)
  const before = grammar(fix.language)?.before ?? {}
  return source.slice(fix.span.start, fix.span.end) === fix.was && standsAlone(source, fix.span) && holding.length > 0 && holding.every((block) => keepsWordBefore(block, fix, before))
}

/** Those of compatible fixes after which the document reads as before. */
function sound(desk: Desk, fixes: readonly Fix[]): readonly Fix[] {
  if (fixes.length === 0 || readsAlike(desk.document, desk.format.read(mended(desk.document.source, fixes)), fixes)) return fixes
  const half = fixes.length >> 1
  return half === 0 ? [] : [...sound(desk, fixes.slice(0, half)), ...sound(desk, fixes.slice(half))]
}

/** Those that do not pass, and those that do. */
function parted<T>(all: readonly T[], passes: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  const passing = new Set(all.filter(passes))
  return [all.filter((one) => !passing.has(one)), [...passing]]
}

type Draft = (mark: Mark, statement: Statement) => Fix | undefined

/** What the words of a mark could be replaced by, as far as the sentence tells. */
function drafter({ rules }: Pack, { terms }: Pick<Config, 'terms'>, grammar: Desk['grammar']): Draft {
  const replacing = new Map(rules.flatMap((rule) => (rule.replace ? [[rule.id, rule] as const] : [])))
  return (mark, statement) => {
    const [kind, id = ''] = mark.key.split(':')
    if (mark.forbidden || statement.kind === 'avoided') return undefined
    if (kind === 'banned') {
      const [term, name] = id.split('.').map(Number) as [number, number]
      return nameFix(terms[term]?.not[name] ?? '', terms[term]?.use ?? '', { mark, statement, grammar: grammar(statement.language) })
    }
    const rule = kind === 'rule' || kind === 'part' ? replacing.get(id.split('#')[0] as string) : undefined
    return rule && wordFix(rule, statement, mark)
  }
}

const keyOf = ({ span, text }: Fix): string => `${span.start} ${span.end} ${text}`

/**
 * Notes beside each mark of a document what its words can be replaced by without changing anything else. This is done
 * where the document is read, so that a report says the same wherever its documents were read.
 */
export function fixerFor(pack: Pack, config: Pick<Config, 'terms'>): (extract: Extract, document: Document, format: FormatReader) => Extract {
  const grammars = new Map(Object.entries(pack.languages).map(([tag, data]) => [tag, grammarOf(data)]))
  const grammar: Desk['grammar'] = (language) => grammars.get(language)
  const draft = drafter(pack, config, grammar)
  return (extract, document, format) => {
    const desk: Desk = { document, format, grammar }
    const drafts = new Map(extract.statements.flatMap((statement) => statement.marks.flatMap((mark) => {
      const fix = draft(mark, statement)
      return fix && fits(desk, fix) ? [[mark, fix] as const] : []
    })))
    if (drafts.size === 0) return extract
    // several lists find the same words; of two that overlap, the first is tried now and the other in the next pass
    const distinct = [...new Map([...drafts.values()].map((fix) => [keyOf(fix), fix])).values()]
    const [unsure, sure] = parted(compatible(distinct), (fix) => format.isHarmless?.(document.source, fix) ?? false)
    const safe = new Set([...sure, ...sound(desk, unsure)].map(keyOf))
    const noted = (mark: Mark): Mark => {
      const fix = drafts.get(mark)
      return fix && safe.has(keyOf(fix)) ? { ...mark, fix } : mark
    }
    return { ...extract, statements: extract.statements.map((statement) => ({ ...statement, marks: statement.marks.map(noted) })) }
  }
}
