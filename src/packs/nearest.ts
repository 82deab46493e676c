import { distance } from 'fastest-levenshtein'

/** How far a name may be from what was written and still be offered. */
const reach = (name: string): number => Math.max(1, Math.round(name.length * 0.4))

/** Rule ids are often written without their family: `contradicted`. */
const forms = (name: string): readonly string[] => (name.includes('/') ? [name, name.slice(name.indexOf('/') + 1)] : [name])

function farness(written: string, name: string): number {
  return Math.min(...forms(name).map((form) => distance(written, form.toLowerCase())))
}

/** The known name that was probably meant, if any is near enough. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const lower = written.toLowerCase()
  let best: string | undefined
  let bestDistance = reach(lower) + 1
  for (const name of names) {
    const far = farness(lower, name)
    if (far < bestDistance) [best, bestDistance] = [name, far]
  }
  return best
}
