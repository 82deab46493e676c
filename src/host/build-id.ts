import { existsSync, readFileSync } from 'node:fs'

const file = new URL('../build-id', import.meta.url)

/** What tells this build of saydo from every other; undefined where saydo runs from its source, which may change at any time. */
export function buildId(): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
