import { InvalidArgumentError } from 'commander'
import { byCodeUnits } from '../model/text.js'

/** One of several parts of a project: the `part`th of `of`, counted from 1. */
export interface Shard {
  readonly part: number
  readonly of: number
}

/** Reads `2/8`. */
export function shardOf(text: string): Shard {
  const [, part, of] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number)
  if (part === undefined || of === undefined || part < 1 || part > of) throw new InvalidArgumentError('It should be a part and how many there are, such as 2/8.')
  return { part, of }
}

/** Tells which paths belong to a part. Every path belongs to exactly one, on every machine that has the same files. */
export function inShard(paths: readonly string[], shard: Shard | undefined): ReadonlySet<string> {
  if (!shard) return new Set(paths)
  const sorted = [...new Set(paths)].sort(byCodeUnits)
  return new Set(sorted.filter((_, index) => index % shard.of === shard.part - 1))
}
