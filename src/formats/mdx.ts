import type { Literal, Node } from 'mdast'
import type { MdxJsxAttribute, MdxJsxExpressionAttribute, MdxJsxFlowElement } from 'mdast-util-mdx-jsx'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Problem, Reading } from '../model/document.js'
import { proseBuilder, type Prose, type ProseBuilder } from '../model/text.js'
import { align } from './align.js'
import { format } from './format.js'
import { plain, readMarkdown } from './markdown.js'
import type { Dialect } from './markdown-blocks.js'
import { rangeOf, type Slice } from './markdown-inline.js'
import { append, tidy } from './prose.js'
import { doubleQuoted } from './quoted.js'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(remarkMdx).freeze()

/** Properties of components that a customer reads. */
const read = new Set(['title', 'label', 'text', 'description', 'alt', 'placeholder', 'children', 'aria-label', 'heading', 'subtitle', 'summary', 'question', 'answer', 'caption'])

type Attribute = MdxJsxAttribute | MdxJsxExpressionAttribute
const literal = /^\s*(["'`])((?:(?!\1)[^\\$]|\\[^]|\$(?!\{))*)\1\s*$/

/** Text between quotes in braces, `{"…"}`; `from` is where the code starts. */
function stringIn(code: string, from: number, source: string): Prose | undefined {
  const match = literal.exec(code)
  if (!match || match[2] === undefined) return undefined
  const start = from + code.indexOf(match[1] as string) + 1
  return doubleQuoted(source, start, start + match[2].length)
}

function attributeText(attribute: Attribute, at: Slice): Prose | undefined {
  if (attribute.type !== 'mdxJsxAttribute' || !read.has(attribute.name) || !attribute.value) return undefined
  const range = rangeOf(attribute, at)
  if (!range) return undefined
  const open = at.source.indexOf('=', range[0]) + 1
  const start = open + (/^\s*/.exec(at.source.slice(open, range[1]))?.[0].length ?? 0) + 1
  if (typeof attribute.value !== 'string') return stringIn(attribute.value.value, start, at.source)
  const builder = proseBuilder()
  align(builder, attribute.value, { source: at.source, start, end: range[1] - 1, markdown: false })
  return tidy(builder.build())
}

function isElement(node: Node): node is MdxJsxFlowElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

function attributes(node: Node, at: Slice): readonly Prose[] {
  return isElement(node) ? node.attributes.flatMap((attribute) => attributeText(attribute, at) ?? []) : []
}

const placeholder = /^[\w$]+(?:\.[\w$]+)*$/

/** Of expressions only strings are text; a name stands for a value and stays as a placeholder. Properties are said in place. */
function inline(node: Node, builder: ProseBuilder, at: Slice): boolean {
  if (isElement(node)) {
    for (const prose of attributes(node, at)) {
      append(builder, prose)
      const last = prose.runs.at(-1)
      if (last) builder.instead(' ', last.source + last.sourceLength, 0)
    }
    return /^(?:del|s|strike)$/.test(node.name ?? '')
  }
  if (node.type !== 'mdxTextExpression') return false
  const range = rangeOf(node, at)
  const { value } = node as Literal
  const text = range && stringIn(value, range[0] + 1, at.source)
  if (text) append(builder, text)
  else if (range && placeholder.test(value)) builder.same(at.source.slice(...range), range[0])
  return true
}

const dialect: Dialect = { parse: (text) => processor.parse(text), inline, attributes }

/** What a syntax error of MDX says and where. */
function problemOf(error: unknown, source: string): Omit<Problem, 'file'> {
  const { reason, place } = error as { readonly reason?: string; readonly place?: { readonly offset?: number; readonly start?: { readonly offset?: number } } }
  const offset = place?.offset ?? place?.start?.offset
  const start = Math.min(offset ?? 0, source.length)
  return { message: `This is not MDX: ${reason ?? String(error)}`, ...(offset === undefined ? {} : { span: { start, end: Math.min(start + 1, source.length) } }) }
}

/** Reads MDX. What is not well-formed is read as Markdown. */
function readMdx(source: string): Reading {
  try {
    return readMarkdown(source, dialect)
  } catch (error) {
    const text = readMarkdown(source, plain)
    return { ...text, problems: [...text.problems, problemOf(error, source)] }
  }
}

export default format('mdx', ['.mdx'], readMdx)
