import type { Format } from '../model/document.js'

/** A format that is loaded only when a file needs it. */
export interface LazyFormat {
  readonly id: string
  readonly extensions: readonly string[]
  load(): Promise<Format>
}

type Module = Promise<{ readonly default: Format }>

function lazy(id: string, extensions: readonly string[], load: () => Module): LazyFormat {
  return { id, extensions, load: async () => (await load()).default }
}

/** Every format that can be read. */
export const formats: readonly LazyFormat[] = [
  lazy('markdown', ['.md', '.markdown'], () => import('./markdown.js')),
  lazy('mdx', ['.mdx'], () => import('./mdx.js')),
  lazy('html', ['.html', '.htm'], () => import('./html.js')),
  lazy('yaml', ['.yaml', '.yml'], () => import('./yaml.js')),
  lazy('json', ['.json'], () => import('./json.js')),
  lazy('text', ['.txt', '.text'], () => import('./text.js')),
]

/** The format for a path, by its ending; undefined when we cannot read such files. */
export function formatFor(path: string): LazyFormat | undefined {
  const lower = path.toLowerCase()
  return formats.find(({ extensions }) => extensions.some((ending) => lower.endsWith(ending)))
}
