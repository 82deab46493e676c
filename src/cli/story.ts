import { resolve } from 'node:path'
import { UsageError } from '../host/errors.js'
import { writeWhole } from '../host/write-file.js'
import type { Asked } from '../model/understood.js'
import type { View } from '../reporters/reporter.js'
import { renderStory, storyOf } from '../reporters/silences.js'
import { deliver, type Delivery, paper, screen } from './deliver.js'
import type { Output } from './outputs.js'

/** Tells what was made of a line, as text and as JSON. Throws a UsageError for other formats. */
export async function tellStory(view: View, asked: Asked, outputs: readonly Output[], delivery: Delivery): Promise<void> {
  const other = outputs.find(({ format }) => format !== 'text' && format !== 'json')
  if (other) throw new UsageError(`--why-not answers as text or as json, not as ${other.format}.`)
  const { world } = delivery
  for (const output of outputs) {
    const { format, file } = output
    if (format === 'json') await deliver({ ...view, report: { ...view.report, ...storyOf(view, asked) } }, [output], delivery)
    else if (file === undefined) world.out(renderStory(view, asked, screen(delivery)))
    else await writeWhole(resolve(world.cwd, file), renderStory(view, asked, paper(delivery)))
  }
}
