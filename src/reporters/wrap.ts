/** Lines of a sentence that fit, broken between words; the lines after the first are indented so that the eye finds the next item. */
export function wrap(text: string, width: number, indent: string, hanging = indent): readonly string[] {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    const isFirst = line === indent || line === hanging
    if (!isFirst && line.length + 1 + word.length > width) {
      lines.push(line)
      line = hanging
    }
    line += line === indent || line === hanging ? word : ` ${word}`
  }
  return [...lines, line]
}
