/** The values of something that can be filtered by. Elements carry the numbers, which are shorter than the values. */
export interface Facet {
  readonly values: readonly string[]
  /** Numbers of these values, from 1 on, between blanks. */
  numbers(values: readonly (string | undefined)[]): string
}

/** Each value once, in alphabetical order unless they come in one of their own. */
export function facet(found: readonly (string | undefined)[], order: 'sorted' | 'as given' = 'sorted'): Facet {
  const distinct = [...new Set(found.filter((value) => value !== undefined))]
  const values = order === 'sorted' ? distinct.sort() : distinct
  const number = new Map(values.map((value, index) => [value, index + 1]))
  return {
    values,
    numbers: (some) => some.flatMap((value) => (value === undefined ? [] : number.get(value) ?? [])).join(' '),
  }
}
