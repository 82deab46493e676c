import type { Reading } from '../model/document.js'
import { dataInto } from './data-blocks.js'
import { format, guarded, tooDeep } from './format.js'
import { parseJson } from './json-parse.js'
import { reading, sheet } from './sheet.js'

/** Reads JSON: every scalar that is said is a field. */
function readJson(source: string): Reading {
  const filled = sheet()
  const { data, problem } = guarded(() => parseJson(source, 0, source.length), () => ({ problem: { message: tooDeep } }))
  if (problem) filled.problems.push(problem)
  if (data) {
    guarded(() => dataInto(filled, data), () => void filled.problems.push({ message: tooDeep }))
  }
  return reading(filled, source)
}

export default format('json', ['.json'], readJson)
