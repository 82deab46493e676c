/** What may not stand in XML 1.0, not even escaped. */
// eslint-disable-next-line no-control-regex -- control characters are what this is about
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** What may stand there, but must not reach a terminal as it is: commands to it, and marks that nobody sees. */
const UNSEEN = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' }

const reference = (character: string): string => `&#x${character.charCodeAt(0).toString(16)};`

const escapeText = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/[&<>\r]/g, (character) => ENTITIES[character] as string).replace(UNSEEN, reference)

/** White space in an attribute only comes back as it was when it is escaped as well. */
const escapeAttribute = (text: string): string => escapeText(text).replace(/["\t\n]/g, (character) => ENTITIES[character] as string)

export type Attributes = Readonly<Record<string, string | number | undefined>>

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes).filter(([, value]) => value !== undefined).map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`).join('')

/** An element with other elements in it, each on a line of its own. Nothing is indented: in texts, that would count. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  if (children.length === 0) return `<${name}${attributesOf(attributes)}/>`
  return [`<${name}${attributesOf(attributes)}>`, ...children, `</${name}>`].join('\n')
}

/** An element with text in it. */
export const textElement = (name: string, attributes: Attributes, text: string): string => `<${name}${attributesOf(attributes)}>${escapeText(text)}</${name}>`

/** A whole XML file. */
export const xmlFile = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
