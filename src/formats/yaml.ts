import { Composer, Parser, type CST } from 'yaml'
import type { Reading } from '../model/document.js'
import { dataInto } from './data-blocks.js'
import { isDirective } from './directives.js'
import { format, guarded, tooDeep } from './format.js'
import { firstLine } from './front-matter.js'
import { reading, sheet, type Sheet } from './sheet.js'
import { commentSpans, withComments } from './yaml-comments.js'
import { yamlData } from './yaml-data.js'

// One slip in YAML can be reported hundreds of times.
const most = 5

function documentsInto(filled: Sheet, tokens: readonly CST.Token[], source: string): void {
  const composer = new Composer({ uniqueKeys: false, keepSourceTokens: false, logLevel: 'silent' })
  for (const parsed of composer.compose(tokens, false, source.length)) {
    for (const { message, pos } of parsed.errors.slice(0, most)) {
      const start = Math.min(pos[0], source.length)
      filled.problems.push({ message: firstLine(message), span: { start, end: Math.max(start, Math.min(pos[1], source.length)) } })
    }
    const data = yamlData(parsed.contents, source)
    if (data) dataInto(filled, data)
  }
}

/** Reads YAML: every scalar that is said is a field, every comment a line. */
function readYaml(source: string): Reading {
  const filled = sheet()
  return guarded(
    () => {
      const tokens = [...new Parser().parse(source)]
      documentsInto(filled, tokens, source)
      const comments = commentSpans(tokens)
      for (const comment of comments) filled.comments.push(comment)
      const said = comments.filter((span) => !isDirective(source.slice(span.start, span.end)))
      const whole = sheet()
      for (const block of withComments(filled.blocks, said, source)) whole.add(block)
      return reading({ ...filled, blocks: whole.blocks, problems: [...filled.problems, ...whole.problems] }, source)
    },
    () => {
      filled.problems.push({ message: tooDeep })
      return reading(filled, source)
    },
  )
}

export default format('yaml', ['.yaml', '.yml'], readYaml)
