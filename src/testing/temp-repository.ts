import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Files, putFiles, tempFolder } from './temp-folder.js'

/** A git repository for one test; it is gone when the test has ended. */
export interface TempRepository {
  readonly path: string
  git(...words: readonly string[]): string
  write(name: string, content: string | Uint8Array): void
  remove(name: string): void
  /** Stages all there is, and commits it. */
  commit(): void
}

/** Nothing of the settings of whoever runs the tests, so that they end alike everywhere. */
const ALONE = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
const NAMES = ['-c', 'user.name=Writer', '-c', 'user.email=writer@example.org', '-c', 'commit.gpgsign=false', '-c', 'protocol.file.allow=always']

/** A repository that holds these files, in one commit on the branch `main`. */
export function tempRepository(files: Files): TempRepository {
  const path = tempFolder(files)
  const git = (...words: readonly string[]): string => execFileSync('git', [...NAMES, ...words], { cwd: path, encoding: 'utf8', env: { ...process.env, ...ALONE }, stdio: ['ignore', 'pipe', 'pipe'] })
  const commit = (): void => {
    git('add', '--all')
    git('commit', '--quiet', '--message', 'work')
  }
  git('init', '--quiet', '--initial-branch', 'main')
  commit()
  return { path, git, write: (name, content) => { putFiles(path, { [name]: content }) }, commit, remove: (name) => { rmSync(join(path, name), { recursive: true }) } }
}
