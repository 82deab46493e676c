import type { Contrast, Statement } from '../model/claim.js'
import type { Concept, ScopeKind } from '../model/pack.js'
import type { ScopeRelation } from '../model/match.js'

/** Decides whether two statements speak of the same customers, products, places and days. */
export interface ScopeJudge {
  relate(a: Statement, b: Statement): ScopeRelation
}

interface Member {
  readonly set: number
  readonly index: number
  readonly name: string
}

/** Members of contrast sets, by set. */
type Members = ReadonlyMap<number, ReadonlySet<number>>

/** Which alternatives a statement stands for by its place, and which it speaks of. */
interface Named {
  readonly placed: Members
  readonly mentioned: Members
}

export function scopeJudge(contrasts: readonly Contrast[], concepts: readonly Concept[]): ScopeJudge {
  const kinds = new Map(concepts.filter((c) => c.scope).map((c) => [c.id, c.scope as ScopeKind]))
  const broader = new Map(concepts.map((c) => [c.id, c.is]))
  const common = new Set(concepts.filter((c) => c.common).map((c) => c.id))
  const byKey = new Map<string, Member[]>()
  contrasts.forEach((contrast, set) => contrast.members.forEach((keys, index) => {
    if (contrast.kind === 'label' && keys.every((key) => common.has(key))) return
    for (const key of keys) {
      const list = byKey.get(key) ?? []
      list.push({ set, index, name: keys.join(' ') })
      byKey.set(key, list)
    }
  }))
  const cache = new Map<Statement, { named: Named; scopes: Scopes }>()
  const facts = (statement: Statement): { named: Named; scopes: Scopes } => {
    const known = cache.get(statement)
    if (known) return known
    const made = { named: namedBy(statement, byKey, contrasts), scopes: scopesOf(statement, kinds, broader) }
    cache.set(statement, made)
    return made
  }
  return {
    relate(a, b) {
      const left = facts(a)
      const right = facts(b)
      return tagged(a, b) ?? bySets(left.named, right.named, contrasts) ?? byKinds(left.scopes, right.scopes, broader)
    },
  }
}

/** Documents that the configuration ties to different products or regions never meet. */
function tagged(a: Statement, b: Statement): ScopeRelation | undefined {
  for (const tag of ['product', 'region'] as const) {
    const left = a.tags[tag]
    const right = b.tags[tag]
    if (left && right && left.toLowerCase() !== right.toLowerCase()) return { relation: 'disjoint', by: [left, right] }
  }
  return undefined
}

function membersIn(keys: ReadonlySet<string>, byKey: ReadonlyMap<string, Member[]>, contrasts: readonly Contrast[]): Map<number, Set<number>> {
  const out = new Map<number, Set<number>>()
  for (const key of keys) {
    for (const member of byKey.get(key) ?? []) {
      const all = contrasts[member.set]?.members[member.index] ?? []
      if (!all.every((k) => keys.has(k))) continue
      const set = out.get(member.set) ?? new Set<number>()
      set.add(member.index)
      out.set(member.set, set)
    }
  }
  return out
}

/** Kinds of label that set a statement beside its siblings. */
const SIDE_BY_SIDE: ReadonlySet<string> = new Set(['row', 'column', 'label'])

function namedBy(statement: Statement, byKey: ReadonlyMap<string, Member[]>, contrasts: readonly Contrast[]): Named {
  const keys = (kinds: ReadonlySet<string>): Set<string> => new Set(statement.labels.filter((l) => kinds.has(l.kind)).flatMap((l) => l.keys))
  return { placed: membersIn(keys(SIDE_BY_SIDE), byKey, contrasts), mentioned: membersIn(keys(new Set([...SIDE_BY_SIDE, 'own'])), byKey, contrasts) }
}

/** Disjoint where one stands in its own row, column or under its own label, and the other names a sibling of it. */
function bySets(a: Named, b: Named, contrasts: readonly Contrast[]): ScopeRelation | undefined {
  // Labels of a list name subjects more often than alternatives: both sides must stand under one.
  const labelled = new Set([...a.placed.keys()].filter((set) => b.placed.has(set)))
  return apart(a.placed, b.mentioned, contrasts, labelled) ?? apart(b.placed, a.mentioned, contrasts, labelled)
}

function apart(a: Members, b: Members, contrasts: readonly Contrast[], labelled: ReadonlySet<number>): ScopeRelation | undefined {
  for (const [set, left] of a) {
    const right = b.get(set)
    if (!right || [...left].some((index) => right.has(index))) continue
    if (contrasts[set]?.kind === 'label' && !labelled.has(set)) continue
    const name = (index: number): string => (contrasts[set]?.members[index] ?? []).join(' ')
    return { relation: 'disjoint', by: [name([...left][0] as number), name([...right][0] as number)] }
  }
  return undefined
}

/** "Ring before noon" names the phone in passing; only a label, or a time that is kept, makes it the channel that is meant. */
const TIMED: ReadonlySet<string> = new Set(['deadline', 'schedule'])

function collectNear(statement: Statement, collect: (keys: readonly string[]) => Map<ScopeKind, Set<string>>): Map<ScopeKind, Set<string>> {
  const placed = collect(statement.labels.filter((l) => SIDE_BY_SIDE.has(l.kind)).flatMap((l) => l.keys))
  const own = collect(statement.labels.filter((l) => l.kind === 'own').flatMap((l) => l.keys))
  for (const [kind, set] of own) {
    if (kind === 'channel' && !statement.claims.some((claim) => claim.role && TIMED.has(claim.role))) continue
    placed.set(kind, new Set([...(placed.get(kind) ?? []), ...set]))
  }
  return placed
}

const WHOLE_PAGE: ReadonlySet<ScopeKind> = new Set(['tier', 'region', 'seller', 'occasion'])

/** What a statement is limited to, by kind. `filed`: its product stands in its row, column, label or heading. */
interface Scopes {
  readonly kinds: ReadonlyMap<ScopeKind, ReadonlySet<string>>
  readonly filed: boolean
}

/** "Gold member" is gold, not members at large. */
function narrowest(set: ReadonlySet<string>, broader: ReadonlyMap<string, readonly string[]>): Set<string> {
  const general = new Set([...set].flatMap((key) => ancestors(key, broader)))
  return new Set([...set].filter((key) => !general.has(key)))
}

const ancestors = (key: string, broader: ReadonlyMap<string, readonly string[]>): string[] =>
  (broader.get(key) ?? []).flatMap((parent) => [parent, ...ancestors(parent, broader)])

function scopesOf(statement: Statement, kinds: ReadonlyMap<string, ScopeKind>, broader: ReadonlyMap<string, readonly string[]>): Scopes {
  const collect = (keys: readonly string[]): Map<ScopeKind, Set<string>> => {
    const out = new Map<ScopeKind, Set<string>>()
    for (const key of keys) {
      const kind = kinds.get(key)
      if (!kind) continue
      const set = out.get(kind) ?? new Set<string>()
      set.add(key)
      out.set(kind, set)
    }
    return out
  }
  const near = collectNear(statement, collect)
  const headings = statement.labels.filter((l) => l.kind === 'heading')
  const far = collect([...headings.slice(-1), ...statement.labels.filter((l) => l.kind === 'key' || l.kind === 'item' || l.kind === 'question')].flatMap((l) => l.keys))
  // A page's title often names several groups ("Dogs and families"); only what it is about as a whole is its scope.
  for (const [kind, set] of collect((headings.length > 1 ? headings.slice(0, -1) : headings).flatMap((l) => l.keys))) if (WHOLE_PAGE.has(kind) && !far.has(kind)) far.set(kind, set)
  for (const [kind, set] of far) if (!near.has(kind)) near.set(kind, set)
  const placed = collect([...headings.slice(-1), ...statement.labels.filter((l) => SIDE_BY_SIDE.has(l.kind))].flatMap((l) => l.keys))
  return { kinds: new Map([...near].map(([kind, set]) => [kind, narrowest(set, broader)])), filed: placed.has('product') }
}

/** Two members of one kind of scope, neither of which is a case of the other, are two different things. */
function byKinds(a: Scopes, b: Scopes, broader: ReadonlyMap<string, readonly string[]>): ScopeRelation {
  const within = (key: string, other: string): boolean => key === other || (broader.get(key) ?? []).some((parent) => within(parent, other))
  const narrower: string[] = []
  let narrowed: ScopeKind | undefined
  const wider: string[] = []
  for (const [kind, left] of a.kinds) {
    const right = b.kinds.get(kind)
    if (!right) { wider.push(...left); continue }
    const related = [...left].some((l) => [...right].some((r) => within(l, r) || within(r, l)))
    // Products are named in passing all the time; only where one side is filed under its product are they apart.
    if (!related && kind === 'product' && !a.filed && !b.filed) continue
    if (!related) return { relation: 'disjoint', by: [[...left].join(' '), [...right].join(' ')] }
  }
  for (const [kind, right] of b.kinds) {
    if (a.kinds.has(kind)) continue
    narrower.push(...right)
    narrowed = kind
  }
  if (narrower.length > 0) return { relation: 'narrower', by: narrower, kind: narrowed }
  return wider.length > 0 ? { relation: 'wider', by: wider } : { relation: 'same', by: [] }
}
