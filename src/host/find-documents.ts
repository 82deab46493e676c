import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { glob } from 'tinyglobby'
import { NEVER } from './choose-files.js'
import { gitIgnored } from './gitignore.js'

/** Beyond this, a file is a store of data rather than a document. */
const LARGEST = 1 << 20

const small = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).size <= LARGEST
  } catch {
    // a link that leads nowhere is no document
    return false
  }
}

/** All documents below a folder that saydo could read and git does not leave out, in the order of their names; hidden ones are not looked at. */
export async function findDocuments(root: string, extensions: readonly string[]): Promise<readonly string[]> {
  const all = await glob('**', { cwd: root, followSymbolicLinks: false, expandDirectories: false, ignore: NEVER })
  const readable = all.filter((path) => extensions.includes(extname(path).toLowerCase()))
  const isIgnored = gitIgnored(root, readable)
  const kept: string[] = []
  for (const path of readable.sort()) if (!isIgnored(path) && await small(join(root, path))) kept.push(path)
  return kept
}
