import type { Severity } from '../model/finding.js'
import type { Rule } from '../model/pack.js'
import type { Place } from '../model/text.js'
import { entriesOf, type Entry, type Other } from './entries.js'
import { jsonText } from './json-text.js'
import { ruleText } from './phrase.js'
import type { Reporter, View } from './reporter.js'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
/** All paths are relative to this; GitHub and others know the name. */
const BASE = '%SRCROOT%'
/** The version of what fingerprints are made of. */
const FINGERPRINT = 'saydo/v1'
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

const uriOf = (file: string): string => file.split('/').map(encodeURIComponent).join('/')

/** In messages, brackets make links and a backslash takes their meaning away. */
const plain = (text: string): string => text.replace(/[\\[\]]/g, '\\$&')

const regionOf = (place: Place): object => ({ startLine: place.line, startColumn: place.column, endLine: place.endLine, endColumn: place.endColumn })

function placeOf(file: string, place: Place | undefined, quote = ''): object {
  return { artifactLocation: { uri: uriOf(file), uriBaseId: BASE }, ...(place ? { region: { ...regionOf(place), ...(quote === '' ? {} : { message: { text: plain(quote) } }) } } : {}) }
}

function ruleOf(rule: Rule, { messages }: View): object {
  const text = (part: 'title' | 'why' | 'fix'): string => ruleText(rule, part, messages).replace(/\s+/g, ' ')
  return {
    id: rule.id,
    shortDescription: { text: text('title') },
    fullDescription: { text: text('why') },
    help: { text: `${text('why')}\n\n${text('fix')}`, markdown: `${text('why')}\n\n**${text('fix')}**` },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { tags: [rule.id.split('/')[0]] },
  }
}

const relatedOf = (other: Other, index: number): object => ({
  id: index + 1, physicalLocation: placeOf(other.file, other.place, other.quote), message: { text: plain(other.note === '' ? other.quote : other.note) },
})

/** The sentence, with a link to each other place. */
const messageOf = (entry: Entry): string => [plain(entry.message), ...entry.others.map((other, index) => `[${plain(other.note === '' ? other.file : other.note)}](${index + 1})`)].join(' ')

/** What a program can put in by itself, in the finding's own document. */
const fixOf = ({ file, fix }: Entry, { place, text }: NonNullable<Entry['replacement']>): object => ({
  description: { text: plain(fix === '' ? text : fix) },
  artifactChanges: [{ artifactLocation: { uri: uriOf(file), uriBaseId: BASE }, replacements: [{ deletedRegion: regionOf(place), insertedContent: { text } }] }],
})

/** What SARIF calls a suppression. Where one result of a run has a list of them all must, if only an empty one. */
const suppressionsOf = ({ silenced }: Entry): readonly object[] => (silenced
  ? [{ kind: 'inSource', status: 'accepted', ...(silenced.reason === '' ? {} : { justification: silenced.reason }), location: { physicalLocation: placeOf(silenced.file, silenced.place) } }]
  : [])

function resultOf(entry: Entry, ruleIndex: number): object {
  return {
    ruleId: entry.id, ...(ruleIndex < 0 ? {} : { ruleIndex }),
    kind: 'fail', level: LEVELS[entry.severity],
    message: { text: messageOf(entry) },
    locations: [{ physicalLocation: placeOf(entry.file, entry.place, entry.quote) }],
    ...(entry.others.length > 0 ? { relatedLocations: entry.others.map(relatedOf) } : {}),
    ...(entry.change || entry.owner ? { properties: { ...(entry.change ? { change: entry.change } : {}), ...(entry.owner ? { owner: entry.owner } : {}) } } : {}),
    ...(entry.replacement ? { fixes: [fixOf(entry, entry.replacement)] } : {}),
    suppressions: suppressionsOf(entry),
    partialFingerprints: { [FINGERPRINT]: entry.fingerprint },
  }
}

/** A file that could not be used is no result: it tells about the run. */
const notificationOf = (entry: Entry): object => ({
  level: 'error', message: { text: plain(entry.message) }, locations: [{ physicalLocation: placeOf(entry.file, entry.place) }],
})

/** SARIF 2.1.0, for code scanning and editors. */
export const sarif: Reporter = {
  id: 'sarif',
  render(view, surface) {
    // GitHub takes them for open alerts, whatever the suppression says
    const entries = entriesOf(view, surface, { silenced: !surface.onGitHub })
    const indexes = new Map(view.rules.map((rule, index) => [rule.id, index]))
    const problems = entries.filter((entry) => entry.isProblem)
    const run = {
      tool: { driver: { name: 'saydo', version: view.version, semanticVersion: view.version, rules: view.rules.map((rule) => ruleOf(rule, view)) } },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { [BASE]: { description: { text: 'The folder that saydo was run in.' } } },
      invocations: [{ executionSuccessful: problems.length === 0, toolExecutionNotifications: problems.map(notificationOf) }],
      results: entries.filter((entry) => !entry.isProblem).map((entry) => resultOf(entry, indexes.get(entry.id) ?? -1)),
    }
    return `${jsonText({ $schema: SCHEMA, version: '2.1.0', runs: [run] })}\n`
  },
}
