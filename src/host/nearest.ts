import { nearest } from '../packs/nearest.js'

export { nearest } from '../packs/nearest.js'

/** Says that there is no rule, format … of a name, and which is meant perhaps. */
export const noSuch = (what: string, written: string, names: readonly string[]): string => `There is no ${what} "${written}". ${didYouMean(written, names)}`.trim()

/** A sentence that offers the nearest name, or lists the few that there are. */
export function didYouMean(written: string, names: readonly string[]): string {
  const name = nearest(written, names)
  if (name !== undefined) return `Did you mean "${name}"?`
  return names.length <= 20 ? `Known are: ${names.join(', ')}.` : ''
}
