import { statSync } from 'node:fs'

/** What stands at a path, a device counting as a file; undefined where nothing does, or nothing can, as at a name that is too long or holds a NUL. */
export function kindAt(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch {
    return undefined
  }
}
