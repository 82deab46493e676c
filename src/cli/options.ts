import { type Command, InvalidArgumentError } from 'commander'
import { localeOption } from './world.js'

/** Reads a whole number from 0 up. */
export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It should be a whole number, such as 10.')
  return Number(text)
}

/** In which language a command answers, and whether in colours; the same for all that print for people. */
export interface VoiceFlags {
  readonly locale?: string
  readonly color?: boolean
}

/** Adds the options for these. */
export function addVoiceOptions(command: Command): Command {
  return command
    .addOption(localeOption())
    .option('--color', 'use colours')
    .option('--no-color', 'use no colours')
}
