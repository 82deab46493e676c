import { InvalidArgumentError } from 'commander'
import { UsageError } from '../host/errors.js'
import { noSuch } from '../host/nearest.js'
import { REPORTERS } from '../reporters/reporters.js'

/** One report to be given: in which format, and into which file. Without a file it goes to standard output. */
export interface Output {
  readonly format: string
  readonly file?: string
}

const FORMATS = REPORTERS.map((reporter) => reporter.id)
const HINT = 'Name the file of each format, for example: saydo check --format text --format sarif --output-file sarif=report.sarif'

const isForScreen = (format: string): boolean => REPORTERS.some((reporter) => reporter.id === format && reporter.forScreen)

/** Collects the values of an option that may be given several times. */
export const collected = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

/** Reads one `--format`. */
export function collectedFormat(value: string, before: readonly string[] = []): readonly string[] {
  if (!FORMATS.includes(value)) throw new InvalidArgumentError(`Allowed choices are ${FORMATS.join(', ')}.`)
  return before.includes(value) ? before : [...before, value]
}

/** `sarif=report.sarif`, or a path alone. A path with such a beginning is written with `./` before it. */
function readFile(text: string): { readonly format?: string; readonly file: string } {
  const [, format, file] = /^([a-z]+)=(.*)$/.exec(text) ?? []
  if (format === undefined || file === undefined) return { file: text }
  if (!FORMATS.includes(format)) throw new UsageError(noSuch('format', format, FORMATS), `The formats are ${FORMATS.join(', ')}. If "${text}" is the name of a file, write ./${text}`)
  if (file === '') throw new UsageError(`--output-file ${text} names no file.`, HINT)
  return { format, file }
}

/** The one format that a path alone is for: the one left without a file, where those made for the screen may stay there. */
function takerOf(file: string, open: readonly string[]): string {
  const [taker, ...others] = open.length > 1 ? open.filter((format) => !isForScreen(format)) : open
  if (taker !== undefined && others.length === 0) return taker
  if (open.length === 0) throw new UsageError(`Every format has its file already, so nothing is left for "${file}".`, HINT)
  throw new UsageError(`It is not clear which format "${file}" is for: ${open.join(' or ')}.`, HINT)
}

/**
 * Which report goes where. Without any format that is text; a file named for a format asks for that format too.
 * Throws a UsageError when two reports would go to one place.
 */
export function outputsOf(asked: readonly string[] = [], outputFiles: readonly string[] = []): readonly Output[] {
  const files = new Map<string, string>()
  const put = (format: string, file: string): void => {
    if (files.has(format)) throw new UsageError(`There are two files for the format ${format}: "${files.get(format)}" and "${file}".`, 'Each format is written once; leave one of them out.')
    if ([...files.values()].includes(file)) throw new UsageError(`Two formats would be written to "${file}".`, HINT)
    files.set(format, file)
  }
  const read = outputFiles.map(readFile)
  for (const { format, file } of read) if (format !== undefined) put(format, file)
  const formats = [...new Set([...(asked.length > 0 ? asked : ['text']), ...files.keys()])]
  for (const { format, file } of read) if (format === undefined) put(takerOf(file, formats.filter((each) => !files.has(each))), file)
  const onScreen = formats.filter((format) => !files.has(format))
  if (onScreen.length > 1) throw new UsageError(`${onScreen.join(' and ')} cannot both go to standard output.`, HINT)
  return formats.map((format) => ({ format, file: files.get(format) }))
}
