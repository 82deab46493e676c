/** A map whose values are made, by the places of their keys, each time that they are asked for, and not kept. */
export function madeMap<K, V>(keys: readonly K[], make: (place: number) => V): ReadonlyMap<K, V> {
  const places = new Map(keys.map((key, place) => [key, place]))
  const get = (key: K): V | undefined => {
    const place = places.get(key)
    return place === undefined ? undefined : make(place)
  }
  const each = function* <T>(of: (key: K, place: number) => T): Generator<T, undefined> {
    for (const [place, key] of keys.entries()) yield of(key, place)
    return undefined
  }
  const entries = (): Generator<[K, V], undefined> => each((key, place) => [key, make(place)])
  const map: ReadonlyMap<K, V> = {
    size: keys.length, has: (key) => places.has(key), get,
    keys: () => each((key) => key), values: () => each((_, place) => make(place)), entries, [Symbol.iterator]: entries,
    forEach: (visit) => keys.forEach((key, place) => visit(make(place), key, map)),
  }
  return map
}
