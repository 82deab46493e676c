import type { Claim, Contrast, Extract, Mark, Statement } from '../model/claim.js'
import type { Reading } from '../model/program.js'
import type { Suppression } from '../model/suppression.js'

/** What becomes of the key of a word that no list knows: another key, or nothing. */
export type Rename = (key: string) => string | undefined

/** Keys of words that no list knows hold words of the text itself. */
const UNKNOWN = '~'
/** Stands before the key of a word that was made unrecognisable; `shown` in `check/values.ts` leaves such keys out. */
export const HIDDEN = '~*'

const renamedKeys = (keys: readonly string[], rename: Rename): string[] => keys.flatMap((key) => (key.startsWith(UNKNOWN) ? rename(key) ?? [] : key))

function renamedWeights(weights: Statement['weights'], rename: Rename): Statement['weights'] {
  return new Map([...weights].flatMap(([key, near]) => renamedKeys([key], rename).map((name) => [name, near] as const)))
}

const renamedContrasts = (all: readonly Contrast[], rename: Rename): Contrast[] =>
  all.map((one) => ({ ...one, members: one.members.map((keys) => renamedKeys(keys, rename)).filter((keys) => keys.length > 0) })).filter(({ members }) => members.length > 1)

/** The reading with other keys for the words that no list knows. */
export function renamed(reading: Reading, rename: Rename): Reading {
  const one = reading.extract
  const statements = one.statements.map((each) => ({
    ...each, weights: renamedWeights(each.weights, rename), labels: each.labels.map((label) => ({ ...label, keys: renamedKeys(label.keys, rename) })),
  }))
  return { ...reading, extract: { ...one, statements, contrasts: renamedContrasts(one.contrasts, rename), touchpointKeys: renamedKeys(one.touchpointKeys, rename) } }
}

/** The keys of all words that no list knows. */
export function unknownKeys(readings: readonly Reading[]): ReadonlySet<string> {
  const found = new Set<string>()
  const note: Rename = (key) => {
    found.add(key)
    return key
  }
  for (const reading of readings) renamed(reading, note)
  return found
}

const WITHHELD = '…'

/** The amount as it stands there, or what the words come to: yes, no, the names of choices. */
const valueOf = (claim: Claim): string => (claim.quantity ? claim.text : claim.members?.join(', ') ?? (claim.yes === undefined ? WITHHELD : claim.yes ? 'yes' : 'no'))

const subjectOf = (claim: Claim): string => claim.topic ?? claim.role ?? ''

/** Stands in the place of a sentence: "returns.window: 14 days", or the topics that it is about. */
function gist({ claims, weights }: Statement): string {
  const values = claims.map((claim) => [subjectOf(claim), valueOf(claim)].filter((part) => part !== '').join(': '))
  const topics = [...weights].filter(([key, near]) => key.startsWith('#') && near >= 1).map(([key]) => key.slice(1))
  return [...new Set(values.length > 0 ? values : topics)].join('; ') || WITHHELD
}

/** What rules between the sides and the terms need; words that are a matter of the one document are looked at where it can be read. */
const isShared = ({ key }: Mark): boolean => /^(term|banned):/.test(key) || /:(promise|instruction|term)\//.test(key)

const wordless = (one: Statement): Statement => ({
  ...one, quote: gist(one), address: undefined,
  claims: one.claims.map((claim) => ({ ...claim, text: valueOf(claim) })),
  marks: one.marks.filter(isShared).map((mark) => ({ ...mark, text: WITHHELD, fix: undefined })),
})

const isOfBoth = (id: string | undefined): boolean => id === undefined || /^(promise|instruction|term)\//.test(id)

/** A note that asks not to hear of a finding still holds; why it does is told at home. */
const wishes = (all: readonly Suppression[]): Suppression[] =>
  all.map((one) => ({ ...one, text: WITHHELD, reason: one.reason === '' ? '' : WITHHELD, rules: one.rules.filter(({ id }) => isOfBoth(id)) })).filter(({ rules }) => rules.length > 0)

/**
 * The reading without the sentences that it was made of. Places, amounts, topics and words that saydo's lists know stay,
 * since they are what is compared; `hide` decides about all other words.
 */
export function redacted(reading: Reading, hide: Rename): Reading {
  const { extract, problems } = renamed(reading, hide)
  const { owner: _, ...tags } = extract.tags
  const bare: Extract = {
    ...extract, tags, statements: extract.statements.map((each) => ({ ...wordless(each), tags })),
    title: extract.title && { ...extract.title, quote: WITHHELD }, suppressions: wishes(extract.suppressions),
  }
  return { extract: bare, problems }
}
