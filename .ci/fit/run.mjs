// npm run fit: weighs what speaks for an order being about a promise, and for two amounts being meant to be the same, by
// logistic regression over fixtures/labelled, and writes src/check/odds.ts. Prints first how well that does on companies that were left out.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { candidates, isOrder } from '../../dist/check/likeliest.js'
import { rivalry } from '../../dist/check/rivalry.js'
import { meetingsOf } from '../../dist/check/meetings.js'
import { ringFor } from '../../dist/check/ring.js'
import { restrictionTraits } from '../../dist/check/restriction.js'
import { restrictingIn } from '../../dist/check/restrictions.js'
import { traitsAmong } from '../../dist/check/traits.js'
import { packFor } from '../../dist/engine/kit.js'
import { readAll } from '../../dist/engine/check.js'
import { loadPack } from '../../dist/host/load-pack.js'
import { match } from '../../dist/match/match.js'
import { lineStarts, placeOf } from '../../dist/model/text.js'
import { parse } from 'yaml'
import { fitted, standardised } from './logistic.mjs'

const FOLDER = 'fixtures/labelled'
const ORDERS = { secrecy: 'promise/withheld', approval: 'promise/needs-approval', hedge: 'promise/weakened' }
const RESTRICTION = 'promise/undisclosed-condition'
const DUELS = { across: 'promise/contradicted', say: 'promise/inconsistent', do: 'instruction/inconsistent' }
/** Companies left out together, and how much an example counts that was made by giving a company another's staff. */
const PARTS = 12
const STRANGE = 0.3
/** Restrictions have so many of them that they would be all that is learned from. */
const STRANGE_RESTRICTION = 0.1
const pack = loadPack('rules')

const filesUnder = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]))

async function company(name) {
  const root = join(FOLDER, name)
  const raw = parse(readFileSync(join(root, 'saydo.yaml'), 'utf8'))
  const config = { business: raw.business, today: String(raw.today), say: [], do: [], terms: raw.terms ?? [], rules: {}, topics: [], rates: {}, ignore: [] }
  const files = ['say', 'do'].flatMap((side) => filesUnder(join(root, side)).map((path) => ({ path: path.slice(root.length + 1), side, tags: {}, source: readFileSync(path, 'utf8') })))
  const extracts = (await readAll({ files, pack, config })).map((reading) => reading.extract)
  return { name, config, extracts, gold: JSON.parse(readFileSync(join(root, 'gold.json'), 'utf8')), starts: new Map(files.map((file) => [file.path, lineStarts(file.source)])) }
}

/** 1 right, 0 wrong, undefined where one could argue or another rule's label stands. */
function label({ gold, starts }, rule, ours, theirs) {
  const covers = ({ file, span }, place) => {
    if (file !== place.file) return false
    const { line, endLine } = placeOf(starts.get(file), span)
    return line - 1 <= place.line && place.line <= endLine + 1
  }
  const within = (statements) => (place) => statements.some((statement) => covers(statement, place))
  const here = gold.findings.filter(({ at }) => at.some(within(ours)) && at.some(within(theirs)))
  if (here.some((one) => one.rule === rule || one.also?.includes(rule))) return 1
  const argued = gold.allow?.some((one) => one.rule === rule && one.at.some(within([...ours, ...theirs])))
  return here.length > 0 || argued ? undefined : 0
}

/** What one company says, with what its staff, or another's, are told. */
function meeting(own, staff) {
  const strange = own !== staff
  const told = strange ? staff.extracts.map((extract) => ({ ...extract, file: `strange/${extract.file}`, statements: extract.statements.map((one) => ({ ...one, file: `strange/${one.file}` })) })) : staff.extracts
  const matched = match([...own.extracts.filter(({ side }) => side === 'say'), ...told.filter(({ side }) => side === 'do')], packFor(pack, own.config))
  const example = (kind, rule, ours, theirs, traits) => {
    const right = strange ? 0 : label(own, rule, ours, theirs)
    const [b] = theirs
    return right === undefined ? [] : [{ kind, company: own.name, strange, order: `${own.name} ${staff.name} ${b.file}:${b.span.start}`, right, traits: { bias: 1, ...traits } }]
  }
  return { matched, example, strange }
}

/** Examples of orders and of the promises that they could be about. */
function orderExamples({ matched, example }) {
  return Object.entries(ORDERS).flatMap(([kind, rule]) => [...matched.back.keys()].filter((order) => isOrder(kind, order)).flatMap((order) => {
    const pairs = matched.back.get(order)
    const traitsOf = traitsAmong(kind, pairs, matched.passages())
    return candidates(kind, pairs).flatMap((pair) => example(kind, rule, [pair.a], [order], traitsOf(pair)))
  }))
}

/** Examples of sentences that take something from a promise. */
const restrictionExamples = ({ matched, example }) => matched.passages().told.flatMap((passage) => restrictingIn(passage, { matched }).flatMap((one) =>
  example('restriction', RESTRICTION, one.together.a.statements, one.together.b.statements, restrictionTraits(one))))

const MONEY = { currency: undefined, rates: {} }

/** Examples of amounts that part. */
function duelExamples({ matched, example, strange }) {
  return Object.entries(DUELS).flatMap(([kind, rule]) => {
    if (strange && kind !== 'across') return []
    const ring = ringFor(matched, MONEY)
    const duels = [...meetingsOf(matched.measured[kind], ring)]
    const { join, traits } = rivalry(kind, ring)
    duels.forEach(join)
    return duels.filter((duel) => (kind === 'across' ? duel.encounter.likely.verdict === 'worse' && !duel.encounter.loose : duel.encounter.parts)).flatMap((duel) => example(kind, rule, [duel.pair.a], [duel.pair.b], traits(duel)))
  })
}

const language = ({ gold }) => gold.language
const companies = await Promise.all(readdirSync(FOLDER).filter((name) => !name.includes('.')).map(company))
const rows = companies.flatMap((own) => {
  const others = companies.filter((one) => language(one) === language(own))
  const at = others.indexOf(own)
  return [own, ...[1, 2].map((step) => others[(at + step) % others.length]).filter((one) => one !== own)].flatMap((staff) => { const met = meeting(own, staff); return [...orderExamples(met), ...restrictionExamples(met), ...duelExamples(met)] })
})

/** Of each order only the likeliest promise is told of. */
function told(list, chances, least) {
  const best = new Map()
  list.forEach((row, i) => { if (chances[i] >= least && !(best.get(row.order)?.chance >= chances[i])) best.set(row.order, { chance: chances[i], row }) })
  const all = [...best.values()].map(({ row }) => row)
  return { right: all.filter((row) => row.right).length, wrong: all.filter((row) => !row.right && !row.strange).length, strange: all.filter((row) => row.strange).length }
}

/** The weights of one kind, once it has been printed how well such weights do on companies that were left out. */
function weigh(kind) {
  const list = rows.filter((row) => row.kind === kind)
  const names = [...new Set(list.flatMap((row) => Object.keys(row.traits)))]
  const table = standardised(list.map((row) => names.map((name) => row.traits[name] ?? 0)))
  const part = new Map(companies.map(({ name }, i) => [name, i % PARTS]))
  const learn = (keep) => fitted(list.flatMap((row, i) => (keep(row) ? [{ x: table.rows[i], y: row.right, weight: row.strange ? (kind === 'restriction' ? STRANGE_RESTRICTION : STRANGE) : 1 }] : [])))
  const blind = Array.from({ length: PARTS }, (_, k) => learn((row) => part.get(row.company) !== k))
  const chances = list.map((row, i) => 1 / (1 + Math.exp(-blind[part.get(row.company)].reduce((sum, w, j) => sum + w * table.rows[i][j], 0))))
  console.log(kind, `${new Set(list.filter((row) => row.right).map((row) => row.order)).size} right ones to be found`)
  for (const least of [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6]) { const { right, wrong, strange } = told(list, chances, least); console.log(`  from ${least.toFixed(2)}: right ${right}, wrong ${wrong}, with another's staff ${strange}`) }
  return Object.fromEntries(table.raw(learn(() => true)).map((weight, j) => [names[j], Number(weight.toFixed(2))]))
}
const weights = (kind) => `{ ${Object.entries(weigh(kind)).map(([name, weight]) => `${/^\w+$/.test(name) ? name : `'${name}'`}: ${weight}`).join(', ')} }`
const written = (kinds) => kinds.map((kind) => `  ${kind}: ${weights(kind)},`).join('\n')
writeFileSync('src/check/odds.ts', `import type { DuelKind } from './duel-traits.js'
import type { OrderKind, Traits } from './traits.js'

/**
 * What each trait adds to the log-odds that an order is about a promise. Written by \`npm run fit\` from ${companies.length} labelled companies,
 * not by hand; it prints how well such weights do on companies that were left out.
 */
export const ODDS: Readonly<Record<OrderKind, Traits>> = {
${written(Object.keys(ORDERS))}
}

/** The same for two amounts being meant to be the same. */
export const DUEL_ODDS: Readonly<Record<DuelKind, Traits>> = {
${written(Object.keys(DUELS))}
}

/** The same for a sentence for staff taking something from a promise. */
export const RESTRICTION_ODDS: Traits = ${weights('restriction')}
`)
