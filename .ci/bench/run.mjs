// npm run bench: how long saydo takes, beside what can be measured on the same files in the same run.
// npm run bench -- cold warm      only some of the parts (start, cold, warm, staged, large, peers)
// npm run bench -- --rounds 10    more rounds than the usual three
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { median, peak, ratio, rounds } from './measure.mjs'
import { peers } from './peers.mjs'
import { writeTree } from './tree.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const work = join(root, 'node_modules', '.cache', 'saydo-bench')
const node = process.execPath
const bin = join(root, 'bin', 'saydo.js')
const floor = join(root, '.ci', 'bench', 'floor.mjs')

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '3' } } })
const wants = (part) => positionals.length === 0 || positionals.includes(part)
const count = Number(values.rounds)

/** A fresh tree of so many documents, and the paths in it. */
function tree(documents) {
  const folder = join(work, String(documents))
  rmSync(folder, { recursive: true, force: true })
  return { folder, paths: writeTree(folder, documents) }
}

const cacheOf = (folder) => join(folder, '.saydo-cache')
const saydo = (folder, ...more) => ({ words: [node, bin, 'check', '--exit-zero', '--cache-location', cacheOf(folder), ...more], cwd: folder })
const bare = { name: 'node -e 0', words: [node, '-e', '0'], cwd: root }
const forget = (folder) => rmSync(cacheOf(folder), { recursive: true, force: true })
const cold = (folder) => ({ name: 'saydo check, cold', ...saydo(folder), before: () => forget(folder) })

const shown = (number) => number.toFixed(number < 10 ? 2 : 1)

/** Prints how long each takes, and how many times as long as the base, with the least and most of all rounds. */
function table(title, commands, base) {
  console.log(`\n${title}`)
  const times = rounds(commands, count)
  for (const { name } of commands) {
    const { median: middle, least, most } = ratio(times[name], times[base])
    console.log(`  ${name.padEnd(34)} ${shown(median(times[name])).padStart(7)} s   ${shown(middle).padStart(6)} × ${base} (${shown(least)} to ${shown(most)})`)
  }
  return times
}

function start() {
  const { folder } = tree(6)
  table('Start', [bare, { name: 'saydo --version', words: [node, bin, '--version'], cwd: root }, cold(folder), { name: 'saydo check of 6, again', ...saydo(folder) }], bare.name)
}

function coldRun() {
  const { folder } = tree(1000)
  const alone = { name: 'saydo check, cold, one thread', ...saydo(folder, '--jobs', '1'), before: () => forget(folder) }
  table('1,000 documents, 6 MB (goal: at most 1 × the floor)', [{ name: 'the floor', words: [node, floor, folder], cwd: root }, cold(folder), alone], 'the floor')
}

/** One more sentence at the end of one document, another one each time. */
function edit(folder, path, round) {
  appendFileSync(join(folder, path), `\nThe lamp above bench ${process.pid % 97} was mended in round ${round}.\n`)
}

function warm() {
  const { folder, paths } = tree(1000)
  spawnSync(node, saydo(folder).words.slice(1), { cwd: folder, stdio: 'ignore' })
  table('1,000 documents with the cache (goal: one changed file at most 5 × node -e 0)', [
    bare,
    { name: 'nothing changed', ...saydo(folder) },
    { name: 'one changed file', ...saydo(folder), before: (round) => edit(folder, paths[500], round) },
  ], bare.name)
}

function git(folder, ...words) {
  const { status, stderr } = spawnSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...words], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${words[0]}: ${stderr}`)
}

function staged() {
  const { folder, paths } = tree(1000)
  git(folder, 'init', '-q')
  git(folder, 'add', 'say', 'do', 'saydo.yaml')
  git(folder, 'commit', '-q', '-m', 'A tree')
  spawnSync(node, saydo(folder).words.slice(1), { cwd: folder, stdio: 'ignore' })
  const before = (round) => {
    edit(folder, paths[500], round)
    git(folder, 'add', paths[500])
  }
  table('saydo check --staged, one file of 1,000 (goal: at most 5 × node -e 0)', [bare, { name: 'saydo check --staged', ...saydo(folder, '--staged'), before }], bare.name)
}

function large() {
  const [small, big] = [tree(1000).folder, tree(10000).folder]
  const name = '10,000 documents'
  table('Ten times as many documents (goal: at most 11 ×, under 1,000 MB)', [{ ...cold(small), name: '1,000 documents' }, { ...cold(big), name }], '1,000 documents')
  for (const folder of [small, big]) {
    forget(folder)
    console.log(`  at most ${Math.round(peak(saydo(folder)))} MB of memory, cold; ${Math.round(peak(saydo(folder)))} MB with the cache`)
  }
}

function besidePeers() {
  const { folder } = tree(1000)
  table('Peers on the same 1,000 documents (goal: saydo is faster than each)', [cold(folder), ...peers(join(work, 'peers'), folder)], 'saydo check, cold')
}

if (!existsSync(join(root, 'dist', 'pack.json'))) throw new Error('Run `npm run build` first.')
mkdirSync(dirname(work), { recursive: true })
const parts = { start, cold: coldRun, warm, staged, large, peers: besidePeers }
for (const [part, run] of Object.entries(parts)) if (wants(part)) run()
