import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sightOf, tokenize } from '../languages/index.js'
import { compileLists } from '../packs/compile-lists.js'
import { splitByLanguage } from '../packs/lists.js'
import { loadPack } from './load-pack.js'

// Part of `npm run build`: parsing hundreds of YAML files at every start would cost more than the check itself,
// and so would reading the words of languages that no document is in.
const dist = new URL('../', import.meta.url)
const write = (path: string, value: unknown): void => writeFileSync(new URL(path, dist), JSON.stringify(value))
const { core, words } = splitByLanguage(loadPack(fileURLToPath(new URL('../rules', dist))))
mkdirSync(new URL('words', dist), { recursive: true })
write('pack.json', { ...core, sights: Object.fromEntries(Object.entries(core.languages).map(([tag, data]) => [tag, sightOf(tag, data)])) })
for (const [tag, lists] of Object.entries(words)) write(`words/${tag}.json`, compileLists(lists, tokenize))
