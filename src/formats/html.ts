import type { Reading } from '../model/document.js'
import { format, guarded, tooDeep } from './format.js'
import { pageInto } from './html-blocks.js'
import { reading, sheet } from './sheet.js'

/** Reads a web page: what it shows, and what its structured data states. */
function readHtml(source: string): Reading {
  const filled = sheet()
  return guarded(
    () => {
      const language = pageInto(filled, source)
      return reading(filled, source, language)
    },
    () => {
      filled.problems.push({ message: tooDeep })
      return reading(filled, source)
    },
  )
}

export default format('html', ['.html', '.htm'], readHtml)
