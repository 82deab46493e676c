import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Reading } from '../model/document.js'
import { burdenOf } from './burden.js'
import { format, guarded, tooDeep } from './format.js'
import { isHarmless } from './harmless.js'
import { markdownInto, type Dialect } from './markdown-blocks.js'
import { reading, sheet } from './sheet.js'
import { readText } from './text.js'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze()

/** CommonMark with tables, strike-through and front matter. */
export const plain: Dialect = { parse: (text) => processor.parse(text) }

function asText(source: string, { message, at }: { readonly message: string; readonly at?: number }): Reading {
  const text = readText(source)
  return { ...text, problems: [...text.problems, { message, ...(at === undefined ? {} : { span: { start: at, end: at } }) }] }
}

/** Reads a text in a dialect of Markdown. What would take too long, or is nested too deeply, is read as plain text. */
export function readMarkdown(source: string, dialect: Dialect): Reading {
  const burden = burdenOf(source)
  if (burden) return asText(source, burden)
  return guarded(
    () => {
      const filled = sheet()
      markdownInto(filled, dialect, { source, base: 0 })
      return reading(filled, source)
    },
    () => asText(source, { message: tooDeep }),
  )
}

export default { ...format('markdown', ['.md', '.markdown'], (source) => readMarkdown(source, plain)), isHarmless }
