import { resolve } from 'node:path'
import { wayTo } from '../host/ways.js'
import { addTo, writeWhole } from '../host/write-file.js'
import type { Surface, View } from '../reporters/reporter.js'
import { REPORTERS, type ReporterEntry } from '../reporters/reporters.js'
import { brush, colourLevel } from './colour.js'
import type { Output } from './outputs.js'
import type { World } from './world.js'

const WIDEST = 120
const PIPE_WIDTH = 100

/** Where reports go, and what is known of it. */
export interface Delivery {
  readonly world: World
  /** The folder that the paths of the report are relative to. */
  readonly root: string
  readonly color?: boolean
}

/** What stands before the paths of a report, so that they are right from where the user stands. */
export function prefixTo(root: string, { cwd }: Pick<World, 'cwd'>): string {
  const way = wayTo(cwd, root)
  return way === '' ? '' : `${way}/`
}

/** What a report looks like on standard output. */
export function screen({ world, root, color }: Delivery): Surface {
  return {
    paint: brush(color, world),
    // some terminals say that they have no columns at all
    width: Math.min(world.terminal.columns || PIPE_WIDTH, WIDEST),
    prefix: prefixTo(root, world),
    onGitHub: world.env['GITHUB_ACTIONS'] === 'true',
    link: colourLevel(color, world) > 0 ? world.terminal.linkTo : undefined,
  }
}

/** What it looks like in a file: nothing of the terminal counts there, and colours only when they are asked for. */
export function paper(delivery: Delivery): Surface {
  return { ...screen(delivery), paint: brush(delivery.color ?? false, delivery.world), width: PIPE_WIDTH, link: undefined }
}

/** Where a CI wants Markdown about the step, for its summary page. */
const SUMMARY_PAGE = 'GITHUB_STEP_SUMMARY'

/**
 * Renders the report in every format that was asked for, to standard output and into files; a format made for a CI with
 * a summary page writes there too. Throws a UsageError for a file that cannot be written.
 */
export async function deliver(view: View, outputs: readonly Output[], delivery: Delivery): Promise<void> {
  const { world } = delivery
  for (const { format, file } of outputs) {
    const reporter = await (REPORTERS.find((each) => each.id === format) as ReporterEntry).load()
    if (file === undefined) world.out(reporter.render(view, screen(delivery)))
    else await writeWhole(resolve(world.cwd, file), reporter.render(view, paper(delivery)))
    const page = world.env[SUMMARY_PAGE]
    if (page && reporter.summary) await addTo(resolve(world.cwd, page), reporter.summary(view, paper(delivery)))
  }
}
