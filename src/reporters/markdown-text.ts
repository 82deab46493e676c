import { harmless } from './harmless.js'

/**
 * Text out of a document as Markdown that shows it as it is: no emphasis, link, HTML or table comes of it. Unlike what a
 * comment needs, it stays readable for people who see the Markdown itself.
 */
export function markdownText(text: string): string {
  const line = harmless(text.replace(/\s+/g, ' ').trim())
  return line.replace(/[\\`*_[\]<>|~]/g, '\\$&').replace(/&(?=#?\w+;)/g, '&amp;').replace(/^([#+\-=]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? start : `\\${start}`)).replace(/^(\d+)([.)])/, '$1\\$2')
}

/** A path or a place as code. */
export function markdownCode(text: string): string {
  const line = harmless(text)
  const ticks = '`'.repeat(1 + Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)))
  return ticks.length === 1 ? `\`${line}\`` : `${ticks} ${line} ${ticks}`
}
