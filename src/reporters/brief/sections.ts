import type { Item } from './items.js'

/** Promises under one heading: those that one touchpoint is told of, or `everywhere`, or beside the chosen touchpoint `elsewhere`. */
export interface Section {
  readonly kind: 'everywhere' | 'touchpoint' | 'elsewhere'
  readonly touchpoint?: string
  readonly items: readonly Item[]
}

const folded = (name: string): string => name.toLowerCase()

/** The touchpoints whose documents tell of a promise, or whose page makes it; undefined where it is for everybody. */
function touchpointsOf(item: Item): readonly string[] | undefined {
  const told = item.told.map((one) => one.touchpoint)
  const names = [...told, item.touchpoint].filter((name) => name !== undefined)
  return names.length === 0 || told.includes(undefined) ? undefined : [...new Set(names)]
}

const isFor = (item: Item, touchpoint: string): boolean =>
  item.told.some((one) => one.touchpoint === undefined || folded(one.touchpoint) === folded(touchpoint)) || (item.touchpoint !== undefined && folded(item.touchpoint) === folded(touchpoint))

/** What one touchpoint reads: what its own documents tell of, and then all that they do not. */
function forOne(items: readonly Item[], touchpoint: string): readonly Section[] {
  return [
    { kind: 'touchpoint', touchpoint, items: items.filter((item) => isFor(item, touchpoint)) },
    { kind: 'elsewhere', touchpoint, items: items.filter((item) => !isFor(item, touchpoint)) },
  ]
}

/** What everybody reads: what concerns all, and then by touchpoint. A promise that two touchpoints are told of stands under both. */
function forAll(items: readonly Item[]): readonly Section[] {
  const names = [...new Set(items.flatMap((item) => touchpointsOf(item) ?? []))].toSorted()
  const isEverywhere = (item: Item): boolean => {
    const own = touchpointsOf(item)
    return own === undefined || (names.length > 1 && own.length === names.length)
  }
  return [
    { kind: 'everywhere', items: items.filter(isEverywhere) },
    ...names.map((touchpoint): Section => ({ kind: 'touchpoint', touchpoint, items: items.filter((item) => !isEverywhere(item) && touchpointsOf(item)?.includes(touchpoint)) })),
  ]
}

/** The promises by whom they concern; sections without any are left out. */
export function sectionsOf(items: readonly Item[], touchpoint?: string): readonly Section[] {
  return (touchpoint === undefined ? forAll(items) : forOne(items, touchpoint)).filter((section) => section.items.length > 0)
}
