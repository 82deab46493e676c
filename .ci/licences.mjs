// Which packages stand in the bundle, and under which licences; part of `npm run build`, which ends for one that is not known.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Licences under which others may be given a copy along with saydo, if the licence goes with it. */
export const KNOWN = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0']

/** The folders of the packages that files stand in, each once, from the root of the project. */
export function packagesOf(files) {
  const folders = files.map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]).filter((folder) => folder !== undefined)
  return [...new Set(folders)].sort()
}

/** What a package says about itself; a few old ones have a list of licences. Throws for a licence that is not known. */
export function licenceOf({ name, version, license, licenses }) {
  const found = license ?? licenses?.map(({ type }) => type).join(' AND ') ?? 'none'
  if (!KNOWN.includes(found)) throw new Error(`${name} ${version} has the licence "${found}", which is not among those that saydo may hold a copy under: ${KNOWN.join(', ')}.`)
  return found
}

/** The text that goes with the bundle: every package in it, its licence, and what that asks to be passed on. */
export function licencesOf(folders, root) {
  const parts = folders.map((folder) => {
    const about = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each))
    const author = typeof about.author === 'string' ? about.author : about.author?.name
    const text = file === undefined ? `Copyright (c) ${author ?? 'the authors'}` : readFileSync(join(root, folder, file), 'utf8').trim()
    return `${about.name} ${about.version} (${licenceOf(about)})\n\n${text}\n`
  })
  return `saydo holds copies of these packages.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`
}
