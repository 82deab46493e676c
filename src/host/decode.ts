/** Text of a file, or what keeps it from being text, with a place where there is one. */
export type Decoded =
  | { readonly text: string }
  | { readonly text?: undefined; readonly message: string; readonly line?: number; readonly column?: number }

const NEWLINE = 10

function countLines(bytes: Uint8Array, end: number): { line: number; lineStart: number } {
  let line = 1
  let lineStart = 0
  for (let i = bytes.indexOf(NEWLINE); i >= 0 && i < end; i = bytes.indexOf(NEWLINE, i + 1)) {
    line++
    lineStart = i + 1
  }
  return { line, lineStart }
}

function strictText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The first line that is not UTF-8; line breaks are one byte in UTF-8, so lines can be tried one by one. */
function firstBadPlace(bytes: Uint8Array): { line: number; column: number } {
  let line = 1
  for (let start = 0; ; line++) {
    const end = bytes.indexOf(NEWLINE, start)
    const piece = bytes.subarray(start, end < 0 ? bytes.length : end)
    if (strictText(piece) === undefined) {
      return { line, column: Math.max(0, new TextDecoder('utf-8').decode(piece).indexOf('\uFFFD')) + 1 }
    }
    if (end < 0) return { line, column: 1 }
    start = end + 1
  }
}

const isUtf16 = (bytes: Uint8Array): boolean => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)

/** Reads bytes as UTF-8, and says in a plain sentence why when they are not. A byte order mark is left out. */
export function decode(bytes: Uint8Array): Decoded {
  if (isUtf16(bytes)) return { message: 'This file is saved as UTF-16. Save it as UTF-8, then it can be checked.' }
  const nul = bytes.indexOf(0)
  if (nul >= 0) {
    const { line, lineStart } = countLines(bytes, nul)
    const column = new TextDecoder('utf-8').decode(bytes.subarray(lineStart, nul)).length + 1
    return { message: 'This file holds NUL bytes, so it is not text, or it is saved as UTF-16. If it should be text, save it as UTF-8.', line, column }
  }
  const text = strictText(bytes)
  if (text !== undefined) return { text }
  return { message: 'From here on the file is not UTF-8. Save it as UTF-8, then it can be checked.', ...firstBadPlace(bytes) }
}
