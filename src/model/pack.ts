import type { Anchor } from './quantity.js'
import type { Severity } from './spot.js'

/** Words per language tag; each entry is a pattern (see `rules/README.md`). */
export type Words = Readonly<Record<string, readonly string[]>>

/** What a measure counts, and so which way is better for the customer. See `ROLE_FACTS`. */
export type Role =
  | 'window' | 'deadline' | 'notice' | 'advance' | 'term' | 'cutoff' | 'opening' | 'schedule'
  | 'fee' | 'price' | 'threshold' | 'deposit' | 'benefit' | 'count' | 'age' | 'rate'
  | 'yes' | 'set' | 'proofs' | 'ranked' | 'payer' | 'decider'

/** One member of a `set`, `proofs` or `ranked` measure; ranked members stand best first. */
export interface Member {
  readonly id: string
  readonly words: Words
  /** For terms of address: the businesses in which the word is right. */
  readonly businesses: readonly string[]
}

/** One thing that can be promised about a topic. */
export interface Measure {
  readonly id: string
  readonly title: string
  readonly role: Role
  /** With cues, the measure is meant only where one of them stands in the sentence or above it; without, it is the topic's default for its kind of quantity. */
  readonly cues: Words
  /** Words that show that something else is meant. */
  readonly not: Words
  /** For `yes`: words that deny it outright ("no pets"). */
  readonly no: Words
  readonly members: readonly Member[]
  /** For `yes`: having it is a burden on the customer, so "no" is better. */
  readonly burden: boolean
  /** For durations: so many days at least; less is never meant by it. */
  readonly least: number
  /** For durations: counted from one of these events, something else is meant. */
  readonly notFrom: readonly Anchor[]
}

export interface Topic {
  readonly id: string
  readonly title: string
  /** Names under which the field knows what the topic covers; for the coverage test only. */
  readonly covers: readonly string[]
  readonly cues: Words
  readonly measures: readonly Measure[]
}

/** Kinds of scope that can set two statements apart. */
export type ScopeKind = 'product' | 'tier' | 'region' | 'channel' | 'audience' | 'occasion' | 'method' | 'seller' | 'days'

/** A thing or act of customer life, with its words in every language. */
export interface Concept {
  readonly id: string
  /** The file of `concepts/` that it stands in, such as `hospitality`. */
  readonly field: string
  readonly words: Words
  /** Broader concepts: a dog is a pet. */
  readonly is: readonly string[]
  /** Set where the concept limits whom or what a statement is about. */
  readonly scope?: ScopeKind
  /** So frequent in any copy that sharing it says little. */
  readonly common: boolean
}

/** A list of words that change how a sentence is read: negation, hedges, conditions …; patterns may refer to it as `<id>`. */
export interface Cue {
  readonly id: string
  readonly words: Words
  /** The lists that its words refer to, in whichever language. */
  readonly refers?: readonly string[]
}

export interface Example {
  readonly business: string
  readonly language: string
  readonly today?: string
  readonly say: readonly string[]
  readonly do: readonly string[]
  /** Text that must be found in the finding's own place; empty for look-alikes. */
  readonly at?: string
  readonly config?: Readonly<Record<string, unknown>>
}

/** Something about a rule that the configuration can set, beside its severity. */
export interface RuleOption {
  /** `topics`: ids of topics, or `topic.measure`. `steps`: ids of the rule's parts. `number`: from 0 up. */
  readonly type: 'words' | 'topics' | 'steps' | 'number'
  readonly title: string
}

/** One rule: what it is, why it matters, what to do, its words, and its examples on both sides of the line. */
export interface Rule {
  readonly id: string
  readonly severity: Severity
  readonly title: string
  readonly why: string
  readonly fix: string
  /** One of the user's own: it looks for words, and its title is what is said of them. */
  readonly own?: true
  /** For wording rules. */
  readonly sides: readonly ('say' | 'do')[]
  readonly patterns: Words
  /** In the same sentence, these take the finding back. */
  readonly unless: Words
  /** In the same passage (the block and its neighbours under one heading or in one record), these take the finding back. */
  readonly unlessNear: Words
  /** By language: words that can be put right by another one, form by form, and that one. */
  readonly replace?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Steps or parts that a document must have, for playbook rules. */
  readonly parts: readonly Member[]
  /** Words that say that a document is one the rule is about. */
  readonly about: Words
  /** By name. */
  readonly options: Readonly<Record<string, RuleOption>>
  readonly bad: readonly Example[]
  readonly good: readonly Example[]
}

/** How a language is told from others. */
export interface Sight {
  /** Every letter that it uses. */
  readonly alphabet: string
  /** Letters that hardly any other has. */
  readonly telling: string
  /** Its most frequent words. */
  readonly words: readonly string[]
  /** Endings of two to four letters that many of its words have. */
  readonly endings: readonly string[]
}

/** Word lists of one language by the key that their hits carry. */
export type Lists = Readonly<Record<string, readonly string[]>>

/** Word lists that were checked and indexed when saydo was built. */
export interface CompiledLists {
  /** Key and source of each pattern. */
  readonly patterns: readonly (readonly [string, string])[]
  /** Which patterns are worth trying in a text that holds something: a word (`w:`), a prefix (`p:`), an amount (`s:`), a cue list (`l:`). */
  readonly anchors: Readonly<Record<string, readonly number[]>>
  /** What else a text must hold for each pattern, for `packs/sieve.ts`; 0 for those that need nothing more. */
  readonly needs: readonly (readonly number[] | 0)[]
}

/** Everything of `rules/`, validated and merged. */
export interface Pack {
  readonly topics: readonly Topic[]
  readonly concepts: readonly Concept[]
  readonly cues: readonly Cue[]
  readonly rules: readonly Rule[]
  readonly languages: Readonly<Record<string, LanguageData>>
  /** How each language looks that can be read, by tag; noted when saydo was built, so that no run reads the files of them all. */
  readonly sights?: Readonly<Record<string, Sight>>
  /** By tag: languages that can be told from the others but not read. */
  readonly others: Readonly<Record<string, Sight>>
  /** The words of languages that do not stand in the lists themselves, by tag; each is read when it is first asked for. */
  readonly words?: Readonly<Record<string, CompiledLists>>
  readonly messages: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** A language file as read; `src/languages` knows its inside. */
export type LanguageData = Readonly<Record<string, unknown>>
