import type { ConfigError } from '../host/errors.js'
import type { Report } from '../model/finding.js'
import { say } from '../reporters/phrase.js'
import type { View } from '../reporters/reporter.js'
import { renderBody } from '../reporters/text.js'
import { screen } from './deliver.js'
import { viewOf } from './view.js'
import type { World } from './world.js'

/** What is wrong with a configuration, as a report that has nothing else. */
export function troubleView(error: ConfigError, { world, locale }: { readonly world: World; readonly locale?: string }): View {
  const report: Report = {
    summary: { errors: 0, warnings: 0, infos: 0, documents: { say: 0, do: 0 }, promises: 0, kept: 0 },
    documents: [], findings: [], suppressed: [], ledger: [], silences: [], unread: [], problems: error.problems,
  }
  return viewOf({ report, sources: error.sources }, world.loadPack(), world, { locale })
}

/** Tells people on the error stream what is wrong with a configuration. */
export function tellTrouble(error: ConfigError, view: View, { world, color }: { readonly world: World; readonly color?: boolean }): void {
  const body = renderBody(view, screen({ world, root: error.root, color }))
  world.err(`${body}${say({ id: 'cli.config-errors', slots: { n: String(error.problems.length) } }, view.messages)}\n`)
}
