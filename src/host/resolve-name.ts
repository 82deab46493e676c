import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { gitRoot } from './gitignore.js'
import { kindAt } from './kind-at.js'
import { leavesFolder, wayTo } from './ways.js'

/** Where a name under `extends` or `packs` leads, or why it leads nowhere. */
export type Found = { readonly path: string } | { readonly path?: undefined; readonly message: string }

/** What may be named, in the words of a message, and how a package offers it. */
export interface Wanted {
  readonly kind: 'file' | 'folder'
  /** Names inside a package, the best first; an empty one is the package itself. */
  readonly inPackage: readonly string[]
}

const PACKAGE = /^((?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*)(?:\/(.+))?$/

const isInside = (folder: string, path: string): boolean => !leavesFolder(wayTo(folder, path))

function besides(name: string, folder: string, { kind }: Wanted): Found {
  const path = resolve(folder, name)
  if (kindAt(path) !== kind) return { message: `There is no ${kind} "${name}".` }
  return isInside(realpathSync(gitRoot(folder)), realpathSync(path)) ? { path } : { message: `"${name}" leads out of the project.` }
}

/** The folder of an installed package, from here up to the top of the repository; nowhere else is looked. */
function packageFolder(name: string, folder: string): string | undefined {
  const top = gitRoot(folder)
  for (let current = folder; ; current = dirname(current)) {
    const path = join(current, 'node_modules', name)
    if (existsSync(path)) return path
    if (current === top || dirname(current) === current) return undefined
  }
}

function installed(name: string, folder: string, { kind, inPackage }: Wanted): Found {
  const [, packageName, inner] = PACKAGE.exec(name) ?? []
  if (packageName === undefined) return { message: `"${name}" is neither a path that begins with ./ nor the name of a package.` }
  const home = packageFolder(packageName, folder)
  if (home === undefined) return { message: existsSync(resolve(folder, name)) ? `There is no package "${name}" in node_modules. If you mean the ${kind} beside this one, write ./${name}.` : `There is no package "${packageName}" in node_modules. Install it with npm first, or write ./${name} for a ${kind} of yours.` }
  const path = (inner === undefined ? inPackage : [inner]).map((each) => join(home, each)).find((each) => kindAt(each) === kind)
  if (path === undefined) return { message: `The package "${packageName}" holds no ${inner === undefined ? (inPackage.filter(Boolean).join(' or ') || kind) : `"${inner}"`}.` }
  return isInside(realpathSync(home), realpathSync(path)) ? { path } : { message: `"${name}" leads out of its package.` }
}

/**
 * Where a name leads, as seen from a folder: a path that begins with a dot, inside the repository; or else a package, but only from
 * where npm installed it.
 */
export function resolveName(name: string, folder: string, wanted: Wanted): Found {
  if (isAbsolute(name)) return { message: `"${name}" should be a path that begins with ./, or the name of a package.` }
  return /^\.\.?(\/|\\|$)/.test(name) ? besides(name, folder, wanted) : installed(name, folder, wanted)
}
