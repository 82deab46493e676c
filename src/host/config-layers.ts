import { realpathSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Problem } from '../model/document.js'
import { listed } from './config-value.js'
import { ConfigError } from './errors.js'
import { readSource } from './read-source.js'
import { resolveName } from './resolve-name.js'
import { wayTo } from './ways.js'
import { readYaml, type YamlFile } from './yaml-file.js'

/** One file that a configuration is made of. */
export interface Layer {
  /** Its path as reports write it: from the folder of the project. */
  readonly file: string
  /** The folder that paths under `topics`, `packs` and `extends` start from. */
  readonly folder: string
  readonly source: string
  readonly yaml: YamlFile
}

export interface Layers {
  /** The farthest first; the file that was asked for is the last. */
  readonly layers: readonly Layer[]
  readonly problems: readonly Problem[]
}

/** In bytes; a configuration says little. */
const LARGEST = 1 << 20

function textOf(path: string, root: string): string {
  const decoded = readSource(path, LARGEST)
  if (decoded.text !== undefined) return decoded.text
  throw new ConfigError(root, [{ file: wayTo(root, path), ...decoded }], new Map())
}

/** The names in a list of a configuration, or the one that stands for a list, each with the way to it. */
export function namesUnder(yaml: YamlFile, key: string): readonly { readonly name: string; readonly path: readonly (string | number)[] }[] {
  const value = (yaml.value as Record<string, unknown> | null | undefined)?.[key]
  return listed<unknown>(value).flatMap((name, index) => (typeof name === 'string' && name !== '' ? [{ name, path: Array.isArray(value) ? [key, index] : [key] }] : []))
}

/** Reads a configuration with all that it extends. Cycles and names that lead nowhere become problems with a place. */
export function readLayers(path: string): Layers {
  const root = dirname(path)
  const layers = new Map<string, Layer>()
  const problems: Problem[] = []
  const visit = (file: string, way: readonly string[]): void => {
    const shown = wayTo(root, file)
    const source = textOf(file, root)
    const layer: Layer = { file: shown, folder: dirname(file), source, yaml: readYaml(shown, source) }
    const wrong = (place: readonly (string | number)[], message: string): void => { problems.push({ file: shown, message, span: layer.yaml.placeOf(place) }) }
    for (const { name, path: place } of namesUnder(layer.yaml, 'extends')) {
      const found = resolveName(name, layer.folder, { kind: 'file', inPackage: ['saydo.yaml', 'saydo.yml'] })
      if (found.path === undefined) { wrong(place, found.message); continue }
      const real = realpathSync(found.path)
      if (way.includes(real)) wrong(place, `"${name}" goes in a circle: ${[...way, real].slice(way.indexOf(real)).map((each) => basename(each)).join(' → ')}.`)
      else if (!layers.has(real)) visit(found.path, [...way, real])
    }
    layers.set(realpathSync(file), layer)
  }
  visit(path, [realpathSync(path)])
  return { layers: [...layers.values()], problems }
}
