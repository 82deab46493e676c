import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

const scratch = join(tmpdir(), `saydo-bench-${process.pid}`)
const hasHyperfine = spawnSync('hyperfine', ['--version']).status === 0
const quoted = (words) => words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ')

/** Seconds that a command takes. A command that ends with anything but 0 was not measured, unless it ends so when it finds something. */
function seconds({ words, cwd, mayFind = false }) {
  if (hasHyperfine) {
    const { status, stderr } = spawnSync('hyperfine', ['-N', ...(mayFind ? ['--ignore-failure'] : []), '--runs', '1', '--style', 'none', '--export-json', scratch, quoted(words)], { cwd, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${quoted(words)}: ${stderr}`)
    const { results } = JSON.parse(readFileSync(scratch, 'utf8'))
    rmSync(scratch)
    return results[0].mean
  }
  const start = performance.now()
  const { error, status } = spawnSync(words[0], words.slice(1), { cwd, stdio: 'ignore' })
  if (error || (status !== 0 && !mayFind)) throw error ?? new Error(`${quoted(words)} ended with ${status}`)
  return (performance.now() - start) / 1000
}

/**
 * Runs commands in turn, round after round, so that a busy moment of the machine hits them all, and gives the seconds of
 * each by name. `before` prepares a command for a round, such as changing a file.
 */
export function rounds(commands, count) {
  const times = Object.fromEntries(commands.map(({ name }) => [name, []]))
  for (let round = 0; round < count; round++) {
    for (const command of commands) {
      command.before?.(round)
      times[command.name].push(seconds(command))
    }
  }
  return times
}

/** The most memory that a program of Node takes, in megabytes. */
export function peak({ words, cwd }) {
  const preload = new URL('peak.mjs', import.meta.url).href
  spawnSync(process.execPath, ['--import', preload, ...words.slice(1)], { cwd, stdio: 'ignore', env: { ...process.env, PEAK_FILE: scratch } })
  const kilobytes = Number(readFileSync(scratch, 'utf8'))
  rmSync(scratch)
  return kilobytes / 1024
}

const sorted = (numbers) => [...numbers].sort((a, b) => a - b)
export const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)]

/** How many times as long one takes as the other: the median of the rounds, and the least and the most. */
export function ratio(times, base) {
  const ratios = sorted(times.map((time, round) => time / base[round]))
  return { median: median(ratios), least: ratios[0], most: ratios.at(-1) }
}
