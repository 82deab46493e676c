import type { Dimension } from './quantity.js'
import type { Role } from './pack.js'

interface RoleFacts {
  /** Kinds of quantity that the role can hold; none for roles that are words only. */
  readonly dimensions: readonly Dimension[]
  /** Which way is better for the customer. */
  readonly better: 'more' | 'less' | 'superset' | 'subset' | 'yes' | 'higher-rank'
}

/** The table of `roles` in the semantics: what each role measures and which way is better for the customer. */
export const ROLE_FACTS: Readonly<Record<Role, RoleFacts>> = {
  window: { dimensions: ['duration'], better: 'more' },
  deadline: { dimensions: ['duration'], better: 'less' },
  notice: { dimensions: ['duration'], better: 'less' },
  advance: { dimensions: ['duration'], better: 'more' },
  term: { dimensions: ['duration'], better: 'less' },
  cutoff: { dimensions: ['clock'], better: 'more' },
  opening: { dimensions: ['clock'], better: 'less' },
  schedule: { dimensions: ['schedule'], better: 'superset' },
  fee: { dimensions: ['money', 'percent'], better: 'less' },
  price: { dimensions: ['money', 'percent'], better: 'less' },
  threshold: { dimensions: ['money', 'count', 'mass', 'storage'], better: 'less' },
  deposit: { dimensions: ['money', 'percent'], better: 'less' },
  benefit: { dimensions: ['money', 'percent'], better: 'more' },
  count: { dimensions: ['count', 'mass', 'distance', 'storage'], better: 'more' },
  age: { dimensions: ['age'], better: 'more' },
  rate: { dimensions: ['percent'], better: 'more' },
  yes: { dimensions: [], better: 'yes' },
  set: { dimensions: [], better: 'superset' },
  proofs: { dimensions: [], better: 'subset' },
  ranked: { dimensions: [], better: 'higher-rank' },
  payer: { dimensions: [], better: 'higher-rank' },
  decider: { dimensions: [], better: 'higher-rank' },
}
