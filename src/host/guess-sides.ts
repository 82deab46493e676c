import type { Extract } from '../model/claim.js'
import type { Side } from '../model/document.js'
import type { SidesFile } from '../packs/schema.js'

/** Why a document was taken for a side: by what it says of itself, by a name on its path, by how it speaks, or by those beside it. */
export type Reason = 'front' | 'name' | 'text' | 'neighbours'

/** For whom a document seems to be. */
export interface Guess {
  readonly path: string
  /** `neither`: a README, a licence, a file of settings. */
  readonly side: Side | 'neither'
  readonly reason: Reason
  /** The name that decided, for the reason `name`. */
  readonly name?: string
  readonly sure: boolean
}

/** A document, and what it says of itself. */
export interface Witness {
  readonly path: string
  /** Undefined for a document that was not read, since there are many beside it. */
  readonly extract?: Extract
  readonly stated?: Side
}

/** A name of a folder counts more than that of a file; what the text says can outweigh either. */
const FOLDER = 0.8
const FILE = 0.4
/** How far the documents of one folder pull at each other. */
const TOGETHER = 0.7
/** Between this and its opposite a guess is none to rely on. */
const SURE = 0.12
/** So many cues that speak for no side keep a short text from deciding. */
const DOUBT = 4

/** Small letters without accents, with one space between words and around all of them. */
const plain = (text: string): string => ` ${text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `

function fits(name: string, folded: string): boolean {
  const wanted = plain(name).trimEnd()
  return folded.includes(name.endsWith('*') ? wanted : `${wanted} `)
}

const longest = (names: readonly string[], folded: string): number => Math.max(0, ...names.filter((name) => fits(name, folded)).map((name) => name.length))

interface Names {
  readonly say: readonly string[]
  readonly do: readonly string[]
  readonly neither: readonly string[]
}

/** Which side a name on a path speaks for: 1 for staff, -1 for customers; of two that fit, the longer one knows better. */
function sideOfName(segment: string, names: Names): number {
  return Math.sign(longest(names.do, plain(segment)) - longest(names.say, plain(segment)))
}

const namesOf = ({ say, do: told, neither }: SidesFile): Names => ({ say: Object.values(say.names).flat(), do: Object.values(told.names).flat(), neither: neither.names })

/** How a text speaks: from -1, to customers, to 1, to staff. */
function speech(extract: Extract, { say, do: told }: SidesFile): number {
  const weigh = (cues: Readonly<Record<string, number>>): number => extract.statements.reduce((sum, statement) => sum + [...statement.cues.keys()].reduce((all, cue) => all + (cues[cue] ?? 0), 0), 0)
  const [toStaff, toCustomers] = [weigh(told.cues), weigh(say.cues)]
  return (toStaff - toCustomers) / (toStaff + toCustomers + DOUBT)
}

interface Leaning {
  readonly witness: Witness
  readonly folder: string
  /** The nearest folder whose name says something. */
  readonly named?: string
  readonly byName: number
  readonly byText: number
}

function leaning(witness: Witness, names: Names, sides: SidesFile): Leaning {
  const segments = witness.path.split('/')
  const file = (segments.pop() as string).replace(/\.[^.]*$/, '')
  const named = segments.findLast((segment) => sideOfName(segment, names) !== 0)
  const byFolder = named === undefined ? 0 : sideOfName(named, names)
  const byFile = sideOfName(file, names)
  return {
    witness, folder: segments.join('/'), named: named ?? (byFile === 0 ? undefined : file),
    byName: FOLDER * byFolder + FILE * byFile, byText: witness.extract ? speech(witness.extract, sides) : 0,
  }
}

const own = ({ byName, byText }: Leaning): number => byName + byText

const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length)

const isNeither = (path: string, names: Names): boolean =>
  path.split('/').some((segment, i, all) => {
    const name = plain(i === all.length - 1 ? segment.replace(/\.[^.]*$/, '') : segment)
    return names.neither.some((one) => name === `${plain(one).trimEnd()} ` || (one.endsWith('*') && name.startsWith(plain(one).trimEnd())))
  })

/** What speaks loudest for the side that was taken. */
function reasonOf(one: Leaning, side: number): Reason {
  const [byName, byText] = [one.byName * side, one.byText * side]
  if (byName > 0 && byName >= byText) return 'name'
  return byText > SURE ? 'text' : 'neighbours'
}

/**
 * For whom each document seems to be: by what it states, by the names of its folders, by whether it speaks to customers or tells staff
 * what to do (the cues of `rules/sides.yaml`), and by the documents beside it.
 */
export function guessSides(witnesses: readonly Witness[], sides: SidesFile): readonly Guess[] {
  const names = namesOf(sides)
  const leanings = witnesses.map((witness) => leaning(witness, names, sides))
  const byFolder = new Map<string, number[]>()
  for (const one of leanings) if (one.witness.extract) byFolder.set(one.folder, [...(byFolder.get(one.folder) ?? []), own(one)])
  return leanings.map((one): Guess => {
    const { path, stated } = one.witness
    if (stated !== undefined) return { path, side: stated, reason: 'front', sure: true }
    if (isNeither(path, names)) return { path, side: 'neither', reason: 'name', sure: true }
    const sum = own(one) + TOGETHER * mean(byFolder.get(one.folder) ?? [])
    const reason = reasonOf(one, Math.sign(sum))
    return { path, side: sum > 0 ? 'do' : 'say', reason, ...(reason === 'name' ? { name: one.named } : {}), sure: Math.abs(sum) > SURE }
  })
}
