// Part of `npm run build`: what people run is a bundle of the program and the libraries that it uses, since loading some
// three hundred small files takes longer than a small check. Measured on Node 20 (CPU time; `node -e 0` took 83 ms):
// `saydo --version` 333 ms from single files, 140 ms from the bundle.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { licencesOf, packagesOf } from './licences.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
// As deep as dist/<room>/<file>.js, so that `new URL('../pack.json', import.meta.url)` means the same in both.
const outdir = `${root}dist/bin`

rmSync(outdir, { recursive: true, force: true })
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/main.ts', 'src/host/reading-thread.ts'],
  outdir, entryNames: '[name]', bundle: true, platform: 'node', format: 'esm', target: 'node20.19', logLevel: 'warning',
  // A format or a command is a file of its own, loaded when it is asked for.
  splitting: true,
  metafile: true,
  // Some libraries are CommonJS and ask for what Node brings along.
  banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
})

// The bundle holds other people's work, and their licences ask to be named.
writeFileSync(`${root}dist/licences.txt`, licencesOf(packagesOf(Object.keys(metafile.inputs)), root))

// The cache holds what this build made of documents: another program or other rules may make something else of them.
const made = ['bin', 'words'].flatMap((folder) => readdirSync(`${root}dist/${folder}`).sort().map((name) => `${folder}/${name}`))
const hash = createHash('sha256')
for (const name of ['pack.json', ...made]) hash.update(name).update(readFileSync(`${root}dist/${name}`))
writeFileSync(`${root}dist/build-id`, hash.digest('hex'))
