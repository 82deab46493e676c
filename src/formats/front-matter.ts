import { isMap, isScalar, parseDocument } from 'yaml'
import { tooDeep } from './format.js'
import type { Sheet } from './sheet.js'

/** Reads the front matter between the `---` lines: scalars as they are written, nested values ignored. */
export function frontMatterInto(sheet: Sheet, text: string, start: number): void {
  // The failsafe schema keeps dates and numbers as text.
  const parsed = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
  for (const { message, pos } of parsed.errors) {
    sheet.problems.push({ message: firstLine(message), span: { start: start + pos[0], end: start + pos[1] } })
  }
  if (!isMap(parsed.contents)) return
  for (const { key, value } of parsed.contents.items) {
    // under the failsafe schema every scalar that is not empty is text
    if (isScalar(key) && isScalar(value) && typeof value.value === 'string') sheet.front[String(key.value)] = value.value
  }
}

/** The message without the excerpt that `yaml` draws below it; in other words where a stack could not hold what is nested. */
export function firstLine(message: string): string {
  if (message.startsWith('Maximum call stack')) return tooDeep
  return message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message
}
