import type { Claim, Contrast, Extract, Label, Mark, Statement } from '../model/claim.js'
import type { DocumentTags, Problem } from '../model/document.js'
import type { Fix } from '../model/fix.js'
import type { Role } from '../model/pack.js'
import type { Reading } from '../model/program.js'
import type { Quantity, Timetable } from '../model/quantity.js'
import { ROLE_FACTS } from '../model/roles.js'
import type { SuppressedRule, Suppression } from '../model/suppression.js'
import type { Span } from '../model/text.js'
import { anything, flag, list, map, number, oneOf, optional, pair, type Pool, pool, record, set, type Shape, text, whole } from './shapes.js'

// Readings leave the process here, for the cache, for other threads and for claims files. The types see to it that no
// field of the model is forgotten; whoever adds one changes what is written, and so READING_FORMAT.

/** Rises with every change of what is written below; what was written in another format is not read. */
export const READING_FORMAT = 4

const side = oneOf(['say', 'do'])
const span: Shape<Span> = record<Span>({ start: whole(), end: whole() })
const role = oneOf(Object.keys(ROLE_FACTS) as Role[])
const trailKinds = ['heading', 'item', 'row', 'column', 'key', 'question'] as const

const tags = record<DocumentTags>({
  touchpoint: optional(text), role: optional(text), product: optional(text), region: optional(text), language: optional(text),
  reviewed: optional(text), updated: optional(text), validFrom: optional(text), validUntil: optional(text), owner: optional(text),
})

const timetable: Shape<Timetable> = list(list(pair(number, number)))

const quantity = record<Quantity>({
  dimension: oneOf(['duration', 'money', 'percent', 'count', 'clock', 'schedule', 'date', 'age', 'mass', 'distance', 'storage']),
  low: number, high: number, bound: oneOf(['exact', 'atMost', 'atLeast', 'upTo', 'from', 'over', 'under', 'until', 'range']), unit: text, amount: pair(number, number),
  calendar: optional(oneOf(['business', 'calendar'])), currency: optional(text),
  anchor: optional(oneOf(['delivery', 'dispatch', 'order', 'payment', 'purchase', 'collection', 'request', 'arrival', 'start', 'end'])),
  relation: optional(oneOf(['before', 'after'])), approximate: optional(flag), per: optional(list(text)), noun: optional(text), timetable: optional(timetable),
  from: optional(text), to: optional(text), yearless: optional(flag), ambiguous: optional(flag), unitless: optional(flag),
})

const suppression = record<Suppression>({
  text, span, reason: text, rules: list(record<SuppressedRule>({ id: optional(text), span, covers: optional(span) })),
})

/** What a statement says beside what its whole document says. */
type Own = Omit<Statement, 'file' | 'side' | 'tags'>
type Title = NonNullable<Extract['title']>
type Body = Omit<Extract, 'statements'> & { readonly statements: readonly Own[] }

/** The body of one document, with tables of the words, labels and amounts that it repeats. What was one value stays one: read back singly, distances and cues of the trail took 50 MB of 450 in 1,000 documents. */
function tables(): { readonly pools: readonly Pick<Pool<unknown>, 'write' | 'read'>[]; readonly body: Shape<Body> } {
  const words = pool(text)
  const word = words.item
  const nearness = pool(number)
  const above = pool(set(word))
  const labels = pool(record<Label>({ kind: oneOf([...trailKinds, 'label', 'own']), keys: list(word) }))
  const quantities = pool(quantity)
  const claim = record<Claim>({
    evidence: oneOf(['own', 'trail', 'general']), ambiguous: flag, span, text,
    topic: optional(word), role: optional(role), quantity: optional(quantities.item), yes: optional(flag), members: optional(list(word)),
  })
  const mark = record<Mark>({ key: word, span, text, forbidden: flag, fix: optional(record<Fix>({ span, was: text, text, language: word })) })
  const own = record<Own>({
    language: word, block: whole(), passage: whole(), section: whole(-1), span, quote: text, weights: map(word, nearness.item), labels: list(labels.item), claims: list(claim),
    quantities: list(quantities.item), cues: map(word, list(span)), above: above.item, marks: list(mark),
    kind: oneOf(['said', 'heading', 'question', 'avoided', 'history', 'competitor', 'example', 'advice']), title: flag, formal: optional(flag), group: optional(whole()), address: optional(text), lead: optional(word),
  })
  const contrast = record<Contrast>({ file: word, kind: oneOf(['row', 'column', 'label']), members: list(list(word)) })
  const body = record<Body>({
    file: text, side, language: text, tags, statements: list(own), contrasts: list(contrast), touchpointKeys: list(word), touchpointCues: list(word), unread: list(text), suppressions: list(suppression),
    title: optional(record<Title>({ span, quote: text })),
  })
  // the table of words comes first: the others refer to it
  return { pools: [words, nearness, above, labels, quantities], body }
}

const extract: Shape<Extract> = {
  write: (value) => {
    const { pools, body } = tables()
    const written = body.write(value)
    return [...pools.map((one) => one.write()), written]
  },
  read: (json) => {
    const { pools, body } = tables()
    const parts = list(anything).read(json)
    for (const [index, one] of pools.entries()) one.read(parts[index])
    const { statements, ...read } = body.read(parts[pools.length])
    const { file, tags: own } = read
    return { ...read, statements: statements.map((statement) => ({ ...statement, file, side: read.side, tags: own })) }
  },
}

/** A problem: what of a source cannot be used, and where. */
export const problemShape = record<Problem>({ file: text, message: text, span: optional(span), line: optional(whole()), column: optional(whole()) })

/** What one document gives, as plain JSON; reading it back gives the same. */
export const readingShape: Shape<Reading> = record<Reading>({ extract, problems: list(problemShape) })
