import type { Reporter } from './reporter.js'

/** A report format as `--format` knows it; its code is loaded when somebody asks for it. */
export interface ReporterEntry {
  readonly id: string
  /** Made for standard output, so it stays there when another format is given a file. */
  readonly forScreen: boolean
  load(): Promise<Reporter>
}

const entry = (id: string, load: () => Promise<Reporter>, { forScreen = false } = {}): ReporterEntry => ({ id, forScreen, load })

/** Every report format, by the name that `--format` takes. */
export const REPORTERS: readonly ReporterEntry[] = [
  entry('text', async () => (await import('./text.js')).text, { forScreen: true }),
  entry('json', async () => (await import('./json.js')).json),
  entry('sarif', async () => (await import('./sarif.js')).sarif),
  entry('github', async () => (await import('./github.js')).github, { forScreen: true }),
  entry('gitlab', async () => (await import('./gitlab.js')).gitlab),
  entry('junit', async () => (await import('./junit.js')).junit),
  entry('checkstyle', async () => (await import('./checkstyle.js')).checkstyle),
  entry('rdjson', async () => (await import('./rdjson.js')).rdjson),
  entry('markdown', async () => (await import('./markdown.js')).markdown),
  entry('html', async () => (await import('./html/html.js')).html),
]
