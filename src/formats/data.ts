import type { Prose } from '../model/text.js'

/** What YAML and JSON have in common, with the place of every scalar. */
export type Data = DataMap | DataList | DataScalar

export interface DataMap {
  readonly kind: 'map'
  readonly entries: readonly DataEntry[]
}

export interface DataEntry {
  readonly key: string
  readonly value: Data
}

export interface DataList {
  readonly kind: 'list'
  readonly items: readonly Data[]
}

export interface DataScalar {
  readonly kind: 'scalar'
  /** `other`: numbers, booleans, dates. */
  readonly type: 'string' | 'other' | 'null'
  /** Escapes decoded, line breaks as they are. */
  readonly prose: Prose
}
