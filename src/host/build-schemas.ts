import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { jsonSchemas } from './json-schema.js'
import { loadPack } from './load-pack.js'

// Part of `npm run build`: editors read these files, saydo itself does not.
const folder = new URL('../schemas/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [name, schema] of Object.entries(jsonSchemas(loadPack(fileURLToPath(new URL('../../rules', import.meta.url)))))) {
  writeFileSync(new URL(name, folder), `${JSON.stringify(schema, null, 2)}\n`)
}
