import type { Project } from '../host/open-project.js'
import type { Pack } from '../model/pack.js'
import type { Checked } from '../model/program.js'
import type { View } from '../reporters/reporter.js'
import { messagesOf, type World } from './world.js'

/** What is known of the project, once its configuration has been read, and the language to speak. */
export interface Known {
  readonly config?: Project['config']
  readonly locale?: string
}

/** Topics with their names, those of the project's own first. */
function topicsOf(pack: Pack, { config }: Known): View['topics'] {
  const own = (config?.topics ?? []).flatMap(({ id, title }) => (typeof id === 'string' && typeof title === 'string' ? [{ id, title }] : []))
  return [...own, ...pack.topics]
}

/** A report with all that is needed to tell of it in words. */
export function viewOf(checked: Checked, pack: Pack, world: World, known: Known): View {
  return {
    ...checked, rules: pack.rules, topics: topicsOf(pack, known), messages: messagesOf(pack, known.locale),
    version: world.version, today: known.config?.today ?? world.today,
  }
}
