/**
 * What is wrong with how a reading maps its prose onto the source: each piece of prose has its place there, and where both are
 * equally long they are the same. Empty for a good one.
 * @param {string} source
 * @param {import('../../src/model/document.js').Reading} reading
 * @returns {readonly string[]}
 */
export function brokenRuns(source, { blocks, problems }) {
  const broken = []
  for (const { span } of problems) if (span && (span.start < 0 || span.end > source.length || span.end < span.start)) broken.push('problem outside')
  for (const { prose } of blocks) {
    let at = 0
    for (const run of prose.runs) {
      const said = prose.text.slice(run.at, run.at + run.length)
      if (run.at !== at) broken.push(`gap before ${said}`)
      at += run.length
      if (run.source < 0 || run.source + run.sourceLength > source.length) broken.push(`outside: ${said}`)
      // A single unit may stand for another one: a space for a line break.
      const isSame = run.length === run.sourceLength && run.length > 1
      if (isSame && source.slice(run.source, run.source + run.length) !== said) broken.push(`differs: ${said}`)
    }
    if (at !== prose.text.length) broken.push(`not covered: ${prose.text}`)
  }
  return broken
}
