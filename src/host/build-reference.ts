import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadPack } from './load-pack.js'
import { ruleReference, withReference } from './rule-reference.js'

// `npm run reference`: writes the reference of all rules into the README beside them.
const rules = fileURLToPath(new URL('../../rules', import.meta.url))
const readme = `${rules}/README.md`
writeFileSync(readme, withReference(readFileSync(readme, 'utf8'), ruleReference(loadPack(rules))))
