import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Reading } from '../model/document.js'
import { format, guarded, tooDeep } from './format.js'
import { markdownInto, type Dialect } from './markdown-blocks.js'
import { reading, sheet } from './sheet.js'
import { readText } from './text.js'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze()

/** CommonMark with tables, strike-through and front matter. */
export const plain: Dialect = { parse: (text) => processor.parse(text) }

/** A line in a hundred quotes or lists: nobody writes that, and parsing it takes quadratic time. */
const nested = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){100}/m

function asText(source: string): Reading {
  const text = readText(source)
  return { ...text, problems: [...text.problems, { message: tooDeep }] }
}

/** Reads a text in a dialect of Markdown. What is nested too deeply is read as plain text. */
export function readMarkdown(source: string, dialect: Dialect): Reading {
  if (nested.test(source)) return asText(source)
  return guarded(
    () => {
      const filled = sheet()
      markdownInto(filled, dialect, { source, base: 0 })
      return reading(filled, source)
    },
    () => asText(source),
  )
}

export default format('markdown', ['.md', '.markdown'], (source) => readMarkdown(source, plain))
