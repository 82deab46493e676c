import type { Finding, Report, Spot } from '../../model/finding.js'
import type { LedgerEntry, Told } from '../../model/ledger.js'

/** A hand-made report for the tests of the page: Harbour Lane Hotel, three pages, three documents for staff. */

const SAY_STAY = `# Your stay

Check in from 14:00 and keep the room until 12:00.
Cancel free of charge up to 48 hours before you arrive.
Breakfast is included in every rate.
We lend umbrellas at the door.
`
const SAY_PETS = `# Haustiere

Hunde sind in jedem Zimmer willkommen, ohne Aufpreis.
We answer every mail within 24 hours.
`
const DO_DESK = `# Front desk

Check-out is at 11:00, no exceptions.
Cancellations are free up to 48 hours before arrival.
Offer breakfast to everybody; it is in the rate.
Dogs are welcome, but charge €15 for cleaning.
`
const DO_PHONE = `# Phone

Cancellations are free of charge up to 24 hours before arrival.
Answer mails within 24 hours where possible.
`

export const sources: ReadonlyMap<string, string> = new Map([
  ['site/stay.md', SAY_STAY], ['site/pets.md', SAY_PETS], ['desk/front.md', DO_DESK], ['desk/phone.md', DO_PHONE],
])

export function spot(file: string, quote: string, note?: Spot['note']): Spot {
  const start = (sources.get(file) ?? '').indexOf(quote)
  return { file, span: { start, end: start + quote.length }, quote, ...(note ? { note } : {}) }
}

const promise = { title: false, language: 'en', values: [], claims: [], scope: [], conditions: [], holds: 'today', told: [], findings: [] } as const

const desk = (quote: string, verdict: Told['verdict'], finding?: string): Told => ({ spot: spot('desk/front.md', quote), touchpoint: 'front desk', owner: 'Ida', verdict, finding })
const phone = (quote: string, verdict: Told['verdict'], finding?: string): Told => ({ spot: spot('desk/phone.md', quote), verdict, finding })
const against = (fingerprint: string, ruleId: string, severity: Finding['severity']): LedgerEntry['findings'][number] => ({ fingerprint, ruleId, severity })

const ledger: readonly LedgerEntry[] = [
  {
    ...promise, id: 'a1', topic: 'check-out.time', spot: spot('site/stay.md', 'keep the room until 12:00'), values: ['12:00'], owner: 'Noor', verdict: 'contradicted',
    told: [desk('Check-out is at 11:00, no exceptions.', 'contradicted', 'f1')], findings: [against('f1', 'promise/contradicted', 'error')],
  },
  {
    ...promise, id: 'a2', topic: 'booking-cancellation.notice', spot: spot('site/stay.md', 'Cancel free of charge up to 48 hours before you arrive.'), values: ['48 hours'], owner: 'Noor', verdict: 'contradicted',
    told: [phone('Cancellations are free of charge up to 24 hours before arrival.', 'contradicted', 'f2'), desk('Cancellations are free up to 48 hours before arrival.', 'kept')],
    findings: [against('f2', 'promise/contradicted', 'error')],
  },
  { ...promise, id: 'a3', topic: 'breakfast.included', spot: spot('site/stay.md', 'Breakfast is included in every rate.'), verdict: 'kept', told: [desk('Offer breakfast to everybody; it is in the rate.', 'kept')] },
  { ...promise, id: 'a4', spot: spot('site/stay.md', 'We lend umbrellas at the door.'), verdict: 'unbacked', findings: [against('f3', 'promise/unbacked', 'info')] },
  {
    ...promise, id: 'a5', topic: 'pets.fee', language: 'de', spot: spot('site/pets.md', 'Hunde sind in jedem Zimmer willkommen, ohne Aufpreis.'), verdict: 'condition',
    told: [desk('Dogs are welcome, but charge €15 for cleaning.', 'condition', 'f4')], findings: [against('f4', 'promise/undisclosed-condition', 'warning')],
  },
  {
    ...promise, id: 'a6', topic: 'reply-time.mail', spot: spot('site/pets.md', 'We answer every mail within 24 hours.'), verdict: 'weakened',
    told: [phone('Answer mails within 24 hours where possible.', 'weakened', 'f5')], findings: [against('f5', 'promise/weakened', 'warning')],
  },
]

function finding(fingerprint: string, entry: LedgerEntry, what: Finding['what']): Finding {
  const { ruleId, severity } = entry.findings[0] as LedgerEntry['findings'][number]
  const related = entry.told.filter((told) => told.finding === fingerprint).map((told) => ({ ...told.spot, note: { id: 'note.told', slots: {} } }))
  return { ruleId, severity, topic: entry.topic, at: entry.spot, related, what, why: [{ id: 'why.matched', slots: { words: 'room' } }], fingerprint }
}

const findings: readonly Finding[] = [
  { ...finding('f1', ledger[0] as LedgerEntry, { id: 'finding.contradicted.value', slots: { promise: 'until 12:00', told: '11:00' } }), change: { where: 'related', because: { id: 'change.public', slots: {} } } },
  finding('f2', ledger[1] as LedgerEntry, { id: 'finding.contradicted.value', slots: { promise: '48 hours', told: '24 hours' } }),
  finding('f3', ledger[3] as LedgerEntry, { id: 'finding.unbacked', slots: {} }),
  finding('f4', ledger[4] as LedgerEntry, { id: 'finding.undisclosed-condition', slots: {} }),
  finding('f5', ledger[5] as LedgerEntry, { id: 'finding.weakened', slots: {} }),
  {
    ruleId: 'wording/scripted', severity: 'warning', at: spot('desk/front.md', 'no exceptions'), related: [], fingerprint: 'f6',
    what: { id: 'finding.wording.scripted', slots: { words: 'no exceptions' } }, why: [],
  },
]

export const report: Report = {
  documents: [
    { path: 'site/stay.md', side: 'say', language: 'en', owner: 'Noor' }, { path: 'site/pets.md', side: 'say', language: 'de' },
    { path: 'desk/front.md', side: 'do', language: 'en', touchpoint: 'front desk', owner: 'Ida' }, { path: 'desk/phone.md', side: 'do', language: 'en' },
    { path: 'desk/night.md', side: 'do', language: 'en' },
  ],
  summary: { errors: 2, warnings: 3, infos: 1, documents: { say: 2, do: 3 }, promises: 6, kept: 2 },
  findings, suppressed: [], ledger, problems: [{ file: 'desk/old.txt', message: 'This file is saved as UTF-16.', line: 2, column: 1 }],
  silences: [], unread: [{ tag: 'fi', files: ['site/fi.md'] }],
}

/** The same promises over and over, against as many documents for staff as one likes. */
export function largeReport(promises: number, documents: number): Report {
  const paths = Array.from({ length: documents }, (_, index) => `handbook/chapter-${index + 1}.md`)
  const many = Array.from({ length: promises }, (_, index): LedgerEntry => {
    const like = ledger[index % ledger.length] as LedgerEntry
    const told = like.told.map((one, nth) => ({ ...one, spot: { ...one.spot, file: paths[(index + nth) % documents] as string }, touchpoint: undefined, finding: one.finding && `${one.finding}-${index}` }))
    return { ...like, id: `p${index}`, spot: { ...like.spot, file: `site/page-${Math.floor(index / 25)}.md` }, told, findings: like.findings.map((one) => ({ ...one, fingerprint: `${one.fingerprint}-${index}` })) }
  })
  const found = many.flatMap((entry) => entry.findings.map((one) => {
    const like = findings.find(({ fingerprint }) => one.fingerprint.startsWith(`${fingerprint}-`)) as Finding
    return { ...like, at: entry.spot, related: entry.told.filter((told) => told.finding).map((told) => told.spot), fingerprint: one.fingerprint }
  }))
  return {
    ...report, findings: found, ledger: many, problems: [], unread: [],
    documents: paths.map((path) => ({ path, side: 'do', language: 'en' })),
    summary: { ...report.summary, promises, kept: Math.floor(promises / 3), documents: { say: Math.ceil(promises / 25), do: documents } },
  }
}
