import type { Contrast, Label, Statement } from '../model/claim.js'
import type { DocumentTags } from '../model/document.js'
import { RANK } from '../model/keys.js'
import type { Concept, ScopeKind } from '../model/pack.js'
import type { ScopeRelation } from '../model/match.js'

/** Decides whether two statements, named by their numbers, speak of the same customers, products, places and days. */
export interface ScopeJudge {
  relate(a: number, b: number): ScopeRelation
}

/** Members of contrast sets, by set. */
type Members = ReadonlyMap<number, ReadonlySet<number>>

/** Which alternatives a statement stands for by its place, and which it speaks of. */
interface Named {
  readonly placed: Members
  readonly mentioned: Members
}

/** All that decides how a statement's scope lies to another's. Thousands of statements have the same. */
interface Facts {
  readonly tags: DocumentTags
  readonly named: Named
  readonly scopes: Scopes
  readonly ranks: Ranks
  /** What is known already of facts and those of other statements. */
  readonly relations: Map<Facts, ScopeRelation>
}

export function scopeJudge(statements: readonly Statement[], contrasts: readonly Contrast[], concepts: readonly Concept[]): ScopeJudge {
  const kinds = new Map(concepts.filter((c) => c.scope).map((c) => [c.id, c.scope as ScopeKind]))
  const broader = new Map(concepts.map((c) => [c.id, c.is]))
  const membersIn = memberFinder(contrasts, new Set(concepts.filter((c) => c.common).map((c) => c.id)))
  const known = new Map<string, Facts>()
  const bySource = new Map<string, Facts>()
  const byStatement = new Array<Facts | undefined>(statements.length)
  const sourceOf = sourceReader((key) => kinds.has(key))
  const facts = (number: number): Facts => {
    const statement = statements[number] as Statement
    const named = namedBy(statement, membersIn)
    const source = sourceOf(statement, named)
    const found = bySource.get(source) ?? factsOf(statement, named)
    bySource.set(source, found)
    return found
  }
  const factsOf = (statement: Statement, named: Named): Facts => {
    const made: Facts = { tags: statement.tags, named, scopes: scopesOf(statement, kinds, broader), ranks: ranksOf(statement), relations: new Map() }
    const name = nameOf(made)
    const same = known.get(name) ?? made
    known.set(name, same)
    return same
  }
  return {
    relate(a, b) {
      const left = (byStatement[a] ??= facts(a))
      const right = (byStatement[b] ??= facts(b))
      const before = left.relations.get(right)
      if (before) return before
      const relation = tagged(left.tags, right.tags) ?? byRanks(left.ranks, right.ranks) ?? bySets(left.named, right.named, contrasts) ?? byKinds(left.scopes, right.scopes, broader)
      left.relations.set(right, relation)
      return relation
    },
  }
}

/**
 * All that facts are made of, as a text: statements with the same have the same facts. Making them for each of 130,000
 * statements was a tenth of the time of checking 1,000 documents. The members that a statement names stand here and not all words that any member has:
 * so of 69,000 statements only 26,000 need facts made, instead of 64,000, and the rules that first ask for scopes take four fifths of the time.
 */
function sourceReader(isScope: (key: string) => boolean): (statement: Statement, named: Named) => string {
  const known = new Map<Label, string>()
  const textOf = (label: Label): string => {
    const text = known.get(label) ?? [label.kind, ...label.keys.filter((key) => isScope(key) || key.startsWith(RANK))].join(' ')
    known.set(label, text)
    return text
  }
  return (statement, { placed, mentioned }) => [...statement.labels.map(textOf), isTimed(statement), statement.tags.product, statement.tags.region, membersText(placed), membersText(mentioned)].join('|')
}

const membersText = (sets: Members): string => (sets.size === 0 ? '' : [...sets].map(([set, indexes]) => `${set}:${[...indexes].join(',')}`).join(' '))

/** Facts that differ in nothing have the same name. */
function nameOf({ tags, named, scopes, ranks }: Facts): string {
  const kinds = [...scopes.kinds].map(([kind, keys]) => `${kind}:${[...keys].join(',')}`).join(' ')
  return [tags.product, tags.region, membersText(named.placed), membersText(named.mentioned), kinds, scopes.filed, ...[...ranks].flat()].join('|')
}

/** Documents that the configuration ties to different products or regions never meet. */
function tagged(a: DocumentTags, b: DocumentTags): ScopeRelation | undefined {
  for (const tag of ['product', 'region'] as const) {
    const left = a[tag]
    const right = b[tag]
    if (left && right && left.toLowerCase() !== right.toLowerCase()) return { relation: 'disjoint', by: [left, right] }
  }
  return undefined
}

/** Places in orders by their kind: `level` → `2`, by the nearest label that has one. */
type Ranks = ReadonlyMap<string, string>

function ranksOf(statement: Statement): Ranks {
  const names = statement.labels.flatMap((label) => label.keys).filter((key) => key.startsWith(RANK))
  return new Map(names.map((name) => name.slice(RANK.length).split(':') as [string, string]))
}

/** Level 1 is not level 2, week 5 not week 2. */
function byRanks(a: Ranks, b: Ranks): ScopeRelation | undefined {
  for (const [order, left] of a) {
    const right = b.get(order)
    if (right !== undefined && right !== left) return { relation: 'disjoint', by: [`${order} ${left}`, `${order} ${right}`] }
  }
  return undefined
}

interface MemberFinder {
  /** Whether any member has a key. */
  knows(key: string): boolean
  /** The members that a set of keys names in full. */
  find(keys: ReadonlySet<string>): Members
}

interface Member {
  readonly set: number
  readonly index: number
  readonly keys: readonly string[]
}

/** Members wait under the one of their keys that fewest members have: under each of them, a frequent word led to hundreds. */
function memberFinder(contrasts: readonly Contrast[], common: ReadonlySet<string>): MemberFinder {
  const all: Member[] = contrasts.flatMap(({ kind, members }, set) => members.flatMap((keys, index) =>
    (kind === 'label' && keys.every((key) => common.has(key)) ? [] : [{ set, index, keys }])))
  const counts = new Map<string, number>()
  for (const { keys } of all) for (const key of keys) counts.set(key, 1 + (counts.get(key) ?? 0))
  const count = (key: string): number => counts.get(key) ?? 0
  const waiting = new Map<string, Member[]>()
  for (const member of all) {
    const rarest = member.keys.reduce((best, key) => (count(key) < count(best) ? key : best))
    const list = waiting.get(rarest)
    if (list) list.push(member)
    else waiting.set(rarest, [member])
  }
  return {
    knows: (key) => counts.has(key),
    find: (keys) => {
      if (keys.size === 0) return NO_SETS
      const found: Member[] = []
      for (const key of keys) for (const member of waiting.get(key) ?? NO_MEMBERS) if (member.keys.every((k) => keys.has(k))) found.push(member)
      return found.length === 0 ? NO_SETS : inReadingOrder(found, keys)
    },
  }
}

const NO_MEMBERS: readonly Member[] = []
const NO_SETS: Members = new Map()

/** By the first of a member's keys that was named, then as the contrasts stand in the documents. */
function inReadingOrder(found: readonly Member[], keys: ReadonlySet<string>): Members {
  const places = new Map([...keys].map((key, at) => [key, at]))
  const first = new Map(found.map((member) => [member, Math.min(...member.keys.map((key) => places.get(key) as number))]))
  const out = new Map<number, Set<number>>()
  for (const { set, index } of [...found].sort((a, b) => (first.get(a) as number) - (first.get(b) as number) || a.set - b.set || a.index - b.index)) {
    out.set(set, (out.get(set) ?? new Set<number>()).add(index))
  }
  return out
}

/** Kinds of label that set a statement beside its siblings. */
const SIDE_BY_SIDE: ReadonlySet<string> = new Set(['row', 'column', 'label'])

function namedBy({ labels }: Statement, membersIn: MemberFinder): Named {
  const [beside, spoken] = [new Set<string>(), new Set<string>()]
  for (const { kind, keys } of labels) {
    const isBeside = SIDE_BY_SIDE.has(kind)
    if (!isBeside && kind !== 'own') continue
    for (const key of keys) {
      if (!membersIn.knows(key)) continue
      spoken.add(key)
      if (isBeside) beside.add(key)
    }
  }
  return { placed: membersIn.find(beside), mentioned: membersIn.find(spoken) }
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

const isTimed = ({ claims }: Statement): boolean => claims.some((claim) => claim.role && TIMED.has(claim.role))

function collectNear(statement: Statement, collect: (keys: readonly string[]) => Map<ScopeKind, Set<string>>): Map<ScopeKind, Set<string>> {
  const placed = collect(statement.labels.filter((l) => SIDE_BY_SIDE.has(l.kind)).flatMap((l) => l.keys))
  const own = collect(statement.labels.filter((l) => l.kind === 'own').flatMap((l) => l.keys))
  for (const [kind, set] of own) {
    if (kind === 'channel' && !isTimed(statement)) continue
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
