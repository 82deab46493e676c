import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tempFolder } from './temp-folder.js'

/** A git repository for one test. */
export interface TempRepository {
  readonly path: string
  git(...words: readonly string[]): string
  write(name: string, content: string | Uint8Array): void
  remove(name: string): void
  /** Stages all there is, and commits it. */
  commit(): void
  clear(): void
}

/** Nothing of the settings of whoever runs the tests, so that they end alike everywhere. */
const ALONE = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
const NAMES = ['-c', 'user.name=Writer', '-c', 'user.email=writer@example.org', '-c', 'commit.gpgsign=false', '-c', 'protocol.file.allow=always']

/** A repository that holds these files, in one commit on the branch `main`. */
export function tempRepository(files: Readonly<Record<string, string | Uint8Array>>): TempRepository {
  const folder = tempFolder(files)
  const git = (...words: readonly string[]): string => execFileSync('git', [...NAMES, ...words], { cwd: folder.path, encoding: 'utf8', env: { ...process.env, ...ALONE }, stdio: ['ignore', 'pipe', 'pipe'] })
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder.path, name)), { recursive: true })
    writeFileSync(join(folder.path, name), content)
  }
  const commit = (): void => {
    git('add', '--all')
    git('commit', '--quiet', '--message', 'work')
  }
  git('init', '--quiet', '--initial-branch', 'main')
  commit()
  return { path: folder.path, git, write, commit, remove: (name) => { rmSync(join(folder.path, name), { recursive: true }) }, clear: () => { folder.remove() } }
}
