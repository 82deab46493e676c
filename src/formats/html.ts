import type { Reading } from '../model/document.js'
import { format, guarded, tooDeep } from './format.js'
import { pageInto } from './html-blocks.js'
import { reading, sheet } from './sheet.js'

/** Reads a web page: what it shows, and what its structured data states. */
export function readHtml(source: string): Reading {
  const filled = sheet()
  return guarded(
    () => reading(filled, pageInto(filled, source)),
    () => {
      filled.problems.push({ message: tooDeep })
      return reading(filled)
    },
  )
}

export default format('html', ['.html', '.htm'], readHtml)
