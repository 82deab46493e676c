/** The lists that each list of words refers to, by their ids. */
export type References = ReadonlyMap<string, ReadonlySet<string>>

/** Lists of words that cannot be followed to their end, and what to say of them. */
export interface Endless {
  readonly ids: readonly string[]
  readonly message: string
}

/** So many lists within one another nobody writes by hand, and every sentence would have to be followed as deep. */
const DEEPEST = 100

/** One circle, where every list leads on to another. */
function circleIn(refers: References): readonly string[] {
  const way: string[] = []
  let [id] = refers.keys() as Iterable<string> as [string]
  while (!way.includes(id)) {
    way.push(id)
    id = [...(refers.get(id) as ReadonlySet<string>)].find((other) => refers.has(other)) as string
  }
  return way.slice(way.indexOf(id))
}

/** Lists that lead back to themselves, or through too many others. No list is looked at more than a hundred times, in however many ways it is reached. */
export function endless(refers: References): Endless | undefined {
  const left = new Map(refers)
  for (let level = 0; left.size > 0 && level < DEEPEST; level++) {
    const ends = [...left].filter(([, others]) => ![...others].some((id) => left.has(id)))
    if (ends.length === 0) {
      const ids = circleIn(left)
      return { ids, message: `Lists of words that lead back to themselves can never be found: ${[...ids, ids[0]].map((id) => `<${id}>`).join(' → ')}.` }
    }
    for (const [id] of ends) left.delete(id)
  }
  const ids = [...left.keys()]
  return ids.length === 0 ? undefined : { ids, message: `<${ids[0]}> leads to lists within lists, more than ${DEEPEST} deep.` }
}
