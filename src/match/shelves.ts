/** Entries by their key, close together: those of a key stand from `starts[key]` up to `starts[key + 1]`, in the order in which they came. */
export interface Shelves {
  readonly starts: Int32Array
  readonly items: Int32Array
  readonly values: Float64Array
}

/** Calls with the key, the item and the value of each entry; each time in the same order. */
export type Entries = (visit: (key: number, item: number, value: number) => void) => void

/** Puts entries on the shelves of their keys, which are numbers below `size`, in two rounds: a count, and a place for each. */
export function shelved(each: Entries, size: number): Shelves {
  const starts = new Int32Array(size + 1)
  each((key) => { starts[key + 1] = (starts[key + 1] as number) + 1 })
  for (let key = 0; key < size; key++) starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number)
  const [next, total] = [starts.slice(), starts[size] as number]
  const [items, values] = [new Int32Array(total), new Float64Array(total)]
  each((key, item, value) => {
    const at = next[key] as number
    next[key] = at + 1
    items[at] = item
    values[at] = value
  })
  return { starts, items, values }
}
