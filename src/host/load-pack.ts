import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import type { CompiledLists, Pack } from '../model/pack.js'
import { assemble, PackError, type PackFile } from '../packs/assemble.js'

const shipped = fileURLToPath(new URL('../../rules', import.meta.url))
const compiled = fileURLToPath(new URL('../pack.json', import.meta.url))

/** Parses every YAML file of a rules folder. Throws a PackError that names a file which is not YAML. */
export function readPackFiles(dir: string): PackFile[] {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
  return names.filter((name) => /\.ya?ml$/.test(name)).map((path) => {
    try {
      return { path, data: parse(readFileSync(join(dir, path), 'utf8')) as unknown }
    } catch (error) {
      throw new PackError(`rules/${path}: ${(error as Error).message}`)
    }
  })
}

/** The compiled pack with the words of its languages, each read from its file when it is first asked for. */
export function withWords(pack: Pack): Pack {
  const words: Record<string, CompiledLists> = {}
  for (const tag of Object.keys(pack.languages)) {
    const path = fileURLToPath(new URL(`../words/${tag}.json`, import.meta.url))
    const read = (): CompiledLists => {
      const value = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as CompiledLists) : { patterns: [], anchors: {}, needs: [] }
      Object.defineProperty(words, tag, { enumerable: true, value })
      return value
    }
    Object.defineProperty(words, tag, { enumerable: true, configurable: true, get: read })
  }
  return { ...pack, words }
}

/**
 * The rules of saydo: from the file that the build made of them, or, with `dir`, from a rules folder as it is.
 * Throws a PackError for a folder that holds a broken file.
 */
export function loadPack(dir?: string): Pack {
  if (!dir && existsSync(compiled)) return withWords(JSON.parse(readFileSync(compiled, 'utf8')) as Pack)
  return assemble(readPackFiles(dir ?? shipped))
}

/** The URL of the file that tells about one of saydo's own rules; undefined for any other rule. */
export function rulePage(id: string): string | undefined {
  const path = join(shipped, `${id}.yaml`)
  return /^[\w-]+\/[\w-]+$/.test(id) && existsSync(path) ? pathToFileURL(path).href : undefined
}
