import type { Block, Problem } from '../model/document.js'
import type { SuppressedRule, Suppression } from '../model/suppression.js'
import type { Span } from '../model/text.js'

type Kind = 'disable' | 'disable-line' | 'disable-next-line' | 'disable-file' | 'enable'

const KINDS: readonly string[] = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'] satisfies Kind[]

/** What a comment asks for, with the marks that begin and end it. */
const SHAPE = /^(\s*(?:<!--+|#+|\/\/+|\{?\s*\/\*+)?\s*)saydo-((?:dis|en)able[\w-]*)([^]*?)(?:--+>|\*+\/\s*\}?)?\s*$/

/** The reason stands after two hyphens, or the dash that some editors make of them. */
const REASON = /(?:^|\s)(?:--+|[–—])(?:\s([^]*))?$/

/** Whether a source may hold anything for `directives`; asked before looking for its comments. */
export const mayAsk = (source: string): boolean => source.includes('saydo-')

/** A comment that is longer holds no more than this that is meant for saydo. */
const LONGEST = 2000

/** True for a comment that asks saydo for something, and so says nothing to anybody else. */
export const isDirective = (comment: string): boolean => SHAPE.test(comment.slice(0, LONGEST))

interface Directive {
  readonly kind: Kind
  readonly text: string
  readonly span: Span
  readonly reason: string
  readonly rules: readonly Pick<SuppressedRule, 'id' | 'span'>[]
}

/** What is asked for in the words after the name: rules, and a reason. `from` is where they stand. */
export function requestOf(words: string, from: number): Pick<Directive, 'reason' | 'rules'> {
  const reason = REASON.exec(words)
  const names = [...words.slice(0, reason?.index).matchAll(/[^\s,]+/g)]
  return {
    reason: (reason?.[1] ?? '').replace(/\s+/g, ' ').trim(),
    rules: names.map(({ 0: id, index }) => ({ id, span: { start: from + index, end: from + index + id.length } })),
  }
}

function read(span: Span, source: string): Directive | Omit<Problem, 'file'> | undefined {
  const match = SHAPE.exec(source.slice(span.start, Math.min(span.end, span.start + LONGEST)))
  if (!match) return undefined
  const [, before = '', kind = '', words = ''] = match
  const start = span.start + before.length
  const nameEnd = start + 'saydo-'.length + kind.length
  if (!KINDS.includes(kind)) {
    return { span: { start, end: nameEnd }, message: `There is no saydo-${kind}. Write one of ${KINDS.map((known) => `saydo-${known}`).join(', ')}.` }
  }
  const request = requestOf(words, nameEnd)
  const text = source.slice(start, nameEnd + words.length).replace(/\s+/g, ' ').trim()
  return { kind: kind as Kind, text, span, reason: request.reason, rules: request.rules.length > 0 ? request.rules : [{ span }] }
}

/** A source, and where its texts stand, in order. */
interface Page {
  readonly source: string
  readonly texts: readonly Span[]
}

/** The lines that a piece of source touches, without the last line break. */
function linesOf({ start, end }: Span, source: string): Span {
  const lineEnd = /[\n\r]|$/g
  lineEnd.lastIndex = end
  return { start: Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1, end: lineEnd.exec(source)?.index ?? source.length }
}

function spanOf({ prose }: Block): Span {
  const last = prose.runs.at(-1)
  return { start: prose.runs[0]?.source ?? 0, end: last ? last.source + last.sourceLength : 0 }
}

/**
 * What is said next: the text on the next line that has one, as far as it goes. A paragraph that is broken into lines is
 * one text, for nobody can put a comment into its middle; the cells of a row stand side by side, and go together.
 */
function nextText(after: number, { source, texts }: Page): Span | undefined {
  const at = texts.findIndex(({ start }) => start >= after)
  const first = texts[at]
  if (!first) return undefined
  const line = linesOf({ start: first.start, end: first.start }, source)
  // in a page that is all one line, only what comes right behind the comment
  if (line.start < after) return first
  let { end } = first
  for (let i = at; i < texts.length && (texts[i] as Span).start <= line.end; i++) end = Math.max(end, (texts[i] as Span).end)
  return { start: line.start, end }
}

const names = (directive: Directive, id: string | undefined): boolean => directive.rules.some((rule) => rule.id === undefined || rule.id === id)

/** How far a stretch goes for each of its rules: to the place where it is ended, or to the end of the file. */
function stretches({ rules, span }: Directive, at: number, all: readonly Directive[], source: string): readonly SuppressedRule[] {
  return rules.map((rule) => {
    const end = all.find((other, i) => i > at && other.kind === 'enable' && names(other, rule.id))
    return { ...rule, covers: { start: span.start, end: end?.span.start ?? source.length } }
  })
}

/** The rules of an end that no stretch above waits for. */
const idle = (end: Directive, at: number, all: readonly Directive[]): readonly SuppressedRule[] =>
  end.rules.filter(({ id }) => !all.some((other, i) => i < at && other.kind === 'disable' && (id === undefined || other.rules.some((rule) => rule.id === id))))

function covered(directive: Directive, page: Page): readonly SuppressedRule[] {
  const { kind, span, rules } = directive
  const { source } = page
  const covers = kind === 'disable-file' ? { start: 0, end: source.length } : kind === 'disable-line' ? linesOf(span, source) : nextText(span.end, page)
  return rules.map((rule) => (covers ? { ...rule, covers } : rule))
}

export interface Asked {
  readonly suppressions: readonly Suppression[]
  readonly problems: readonly Omit<Problem, 'file'>[]
}

/** What the comments of a document ask saydo not to report, and what of it cannot be understood. */
export function directives(comments: readonly Span[], blocks: readonly Block[], source: string): Asked {
  const found = comments.flatMap((span) => read(span, source) ?? [])
  if (found.length === 0) return { suppressions: [], problems: [] }
  const page: Page = { source, texts: blocks.map(spanOf).sort((a, b) => a.start - b.start) }
  const all = found.filter((one): one is Directive => 'kind' in one)
  const suppressions = all.map((directive, at): Suppression => {
    const { kind, text, span, reason } = directive
    return { text, span, reason, rules: kind === 'enable' ? idle(directive, at, all) : kind === 'disable' ? stretches(directive, at, all, source) : covered(directive, page) }
  })
  return { suppressions: suppressions.filter(({ rules }) => rules.length > 0), problems: found.filter((one): one is Omit<Problem, 'file'> => !('kind' in one)) }
}
