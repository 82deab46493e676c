import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadPack } from './load-pack.js'

// Part of `npm run build`: parsing hundreds of YAML files at every start would cost more than the check itself.
const rules = fileURLToPath(new URL('../../rules', import.meta.url))
writeFileSync(fileURLToPath(new URL('../pack.json', import.meta.url)), JSON.stringify(loadPack(rules)))
