import { ConfigError } from '../host/errors.js'
import type { CheckOptions } from './commands/check-options.js'
import { tellTrouble, troubleView } from './config-trouble.js'
import { deliver, type Delivery } from './deliver.js'
import { type Output, outputsOf } from './outputs.js'
import { report } from './report.js'
import { EXIT, type Exit, type World } from './world.js'

/** Tells what is wrong with a configuration: to people on the error stream, to programs as a report with problems. */
async function showConfigError(world: World, outputs: readonly Output[], options: CheckOptions, error: ConfigError): Promise<void> {
  const view = troubleView(error, { world, locale: options.locale })
  const delivery: Delivery = { world, root: error.root, color: options.color }
  const isTold = ({ format, file }: Output): boolean => format === 'text' && file === undefined
  await deliver(view, outputs.filter((output) => !isTold(output)), delivery)
  if (outputs.some(isTold)) tellTrouble(error, view, { world, color: options.color })
}

/** Checks, reports and, where that was asked for, puts right; ends with 2 where the configuration is broken. Throws a UsageError for what cannot be done. */
export async function runCheck(world: World, paths: readonly string[], options: CheckOptions): Promise<Exit> {
  const outputs = outputsOf(options.format, options.outputFile)
  try {
    return await report({ world, outputs, paths, options })
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    await showConfigError(world, outputs, options, error)
    return EXIT.usage
  }
}
