import { harmless } from '../harmless.js'

/** HTML that is safe to write: made by `html`, and so free of text that nobody has escaped. */
export interface Markup {
  readonly markup: string
}

/** What may stand in a slot of `html`. Text is escaped, markup is not; what is `false` or missing leaves no trace. */
type Part = string | number | Markup | readonly Markup[] | false | undefined

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A browser folds white space anyhow; here it is no character to make visible. */
const escaped = (text: string): string => harmless(text.replace(/[\t\n\r ]+/g, ' ')).replace(/[&<>"']/g, (character) => ENTITIES[character] as string)

function written(part: Part): string {
  if (part === undefined || part === false) return ''
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escaped(part)
  return 'markup' in part ? part.markup : part.map((one) => one.markup).join('')
}

/** Markup with slots. A slot stands between tags or inside a quoted attribute, nowhere else. */
export function html(frame: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let markup = frame[0] as string
  for (let i = 0; i < parts.length; i++) markup += written(parts[i]) + (frame[i + 1] as string)
  return { markup }
}

/** Text that is HTML, style or script of saydo's own. Never for anything that comes from a document. */
export const trusted = (markup: string): Markup => ({ markup })

/** Plain data for the script of the page, which no text in it can end. */
export const dataFor = (value: unknown): Markup => trusted(JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? harmless(part) : part)).replace(/</g, '\\u003c'))
