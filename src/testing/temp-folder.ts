import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

/** Files by their path in a folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** Puts files into a folder, with the folders that they need. */
export function putFiles(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}

function made(files: Files): string {
  const path = mkdtempSync(join(tmpdir(), 'saydo-'))
  putFiles(path, files)
  return path
}

const remove = (path: string) => (): void => { rmSync(path, { recursive: true, force: true }) }

/** A new folder with these files, by its path; it is gone when the test that asks for it has ended. */
export function tempFolder(files: Files = {}): string {
  const path = made(files)
  onTestFinished(remove(path))
  return path
}

/** The same for all tests of a file or a `describe` together; it is asked for outside of tests. */
export function sharedFolder(files: Files): string {
  const path = made(files)
  afterAll(remove(path))
  return path
}
