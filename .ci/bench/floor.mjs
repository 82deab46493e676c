// The floor: what parsing the Markdown of a folder costs by itself, in one thread. Nothing is made of the trees.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const folder = process.argv[2]
const processor = unified().use(remarkParse).use(remarkGfm).freeze()
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (name.endsWith('.md')) processor.parse(readFileSync(join(folder, name), 'utf8'))
}
