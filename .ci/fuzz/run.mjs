// npm run fuzz [-- TARGET … --count 100000 --seed 1]: gives every reader that many changed inputs, keeping those that reach new code,
// and prints what it did, also when Ctrl-C ends it before. What crashed is printed as JSON text, to become a test; then the exit code is 1.
import { parseArgs } from 'node:util'
import { check, readAll } from '../../dist/engine/check.js'
import { formats } from '../../dist/formats/index.js'
import { readBaseline } from '../../dist/host/baseline-file.js'
import { configFrom } from '../../dist/host/check-config.js'
import { claimsText, readClaims } from '../../dist/host/claims-file.js'
import { decode } from '../../dist/host/decode.js'
import { loadOwnPack } from '../../dist/host/load-own-pack.js'
import { loadPack } from '../../dist/host/load-pack.js'
import { openProject } from '../../dist/host/open-project.js'
import { watchCoverage } from './coverage.mjs'
import { fuzz } from './fuzz.mjs'
import { targetsFor } from './targets.mjs'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { count: { type: 'string', default: '100000' }, seed: { type: 'string', default: String(Date.now() % 1e9) } } })
const [count, seed] = [Number(values.count), Number(values.seed)]
const { targets, remove } = await targetsFor({ check, readAll, formats, readBaseline, configFrom, claimsText, readClaims, decode, loadOwnPack, openProject, pack: loadPack() })
const unknown = positionals.filter((name) => !targets.some((target) => target.name === name))
if (unknown.length > 0 || !(count >= 0) || Number.isNaN(seed)) {
  console.error(`Usage: npm run fuzz -- [--count 100000] [--seed 1] [${targets.map(({ name }) => name).join(' ')}]`)
  process.exit(2)
}

const short = (text) => JSON.stringify(text.length > 1500 ? `${text.slice(0, 1500)}…` : text)
let stopped = false
process.once('SIGINT', () => { stopped = true })
const coverage = await watchCoverage()
console.log(`seed ${seed}`)
for (const target of targets.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  if (stopped) break
  const { inputs, kept, crashes, slowest } = await fuzz(target, { count, seed, coverage, isStopped: () => stopped })
  console.log(`${target.name}: ${inputs} inputs, ${kept} kept as seeds, slowest ${Math.round(slowest.ms)} ms, ${crashes.length} crashes`)
  if (slowest.ms > 1000) console.log(`  slowest: ${short(slowest.text)}`)
  for (const { text, error } of crashes) console.log(`  ${short(text)}\n  ${error instanceof Error ? error.stack : String(error)}`)
  if (crashes.length > 0) process.exitCode = 1
}
coverage.stop()
remove()
