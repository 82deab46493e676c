import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import { REPORTERS } from '../reporters/reporters.js'
import { tempFolder } from './temp-folder.js'

/** The program as the build made it; `npm test` builds first. */
const bin = fileURLToPath(new URL('../../bin/saydo.js', import.meta.url))
const trap = new URL('../../.ci/network-trap.mjs', import.meta.url).href

/** Long enough that a second thread pays. */
const LONG = 'Our sails are cut by hand in a small loft by the harbour. '.repeat(4000)
const COMPANY = {
  'saydo.yaml': 'business: retail\ntoday: 2025-11-22\nsay: say\ndo: do\nterms: [{use: Sail Club, not: [loyalty card]}]\n',
  'say/returns.md': '# Returns\n\nSend any sail back within 30 days. See https://sails.example and ![a sail](https://sails.example/a.png).\n',
  'say/club.html': '<h1>Club</h1><img src="https://sails.example/b.png"><script src="https://sails.example/c.js"></script><p>The loyalty card is free.</p>',
  'do/loft.md': '---\n$schema: https://sails.example/schema.json\n---\n# Returns\n\nAccept returned sails within 14 days. Read this script word for word.\n',
}

let folder = ''
beforeEach(() => { folder = tempFolder(COMPANY) })

/** Runs Node with the trap set; gives what it wrote to standard output, and what was noted. */
function trapped(...words: readonly string[]): { readonly out: string; readonly noted: readonly string[] } {
  const log = join(folder, 'network.log')
  rmSync(log, { force: true })
  const env = { ...process.env, NODE_OPTIONS: `--import ${trap}`, NETWORK_LOG: log }
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', env })
  return { out: stdout + stderr, noted: existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [] }
}

describe('nothing goes to the network', () => {
  test('in a check with a report of every format, in two threads', () => {
    for (const name of ['say/loft.md', 'do/history.md']) writeFileSync(join(folder, name), `# The loft\n\n${LONG}\n`)
    const files = REPORTERS.flatMap(({ id }) => (id === 'text' ? [] : ['-o', `${id}=report.${id}`]))
    const { out, noted } = trapped(bin, 'check', '--no-cache', '--jobs', '2', '--format', 'text', ...files)
    expect(out).toContain('promise/contradicted')
    for (const { id } of REPORTERS) if (id !== 'text') expect(existsSync(join(folder, `report.${id}`))).toBe(true)
    expect(noted).toEqual(['set', 'set in a thread'])
  })

  test.each([
    ['init --yes --force'], ['fix --dry-run'], ['fix'], ['baseline'], ['promises --format csv'], ['brief'], ['extract'], ['rules'], ['explain promise/weakened'],
    ['check --why-not say/returns.md:3'], ['check --since main'], ['check --locale sk'],
  ])('in saydo %s', (words) => {
    const { out, noted } = trapped(bin, ...words.split(' '))
    expect(out).not.toBe('')
    expect(noted).toEqual(['set'])
  })
})

describe('the trap would tell of', () => {
  test.each([
    ['fetch("http://127.0.0.1:9")', 'global.fetch'], ['require("net").connect(9)', 'net.connect'], ['new (require("net").Socket)().connect(9)', 'net.Socket.connect'],
    ['require("https").get("https://127.0.0.1:9")', 'https.get'], ['import("node:dns").then(({ lookup }) => lookup("localhost", () => {}))', 'dns.lookup'],
    ['require("dgram").createSocket("udp4")', 'dgram.createSocket'], ['new (process.binding("tcp_wrap").TCP)(0)', 'TCPWRAP'],
  ])('%s', (code, tried) => {
    expect(trapped('--no-deprecation', '-e', code).noted).toEqual(['set', `tried ${tried}`])
  })
})
