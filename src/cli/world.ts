import { Option } from 'commander'
import { UsageError } from '../host/errors.js'
import type { Effort } from '../host/run-check.js'
import type { Report } from '../model/finding.js'
import type { Pack } from '../model/pack.js'
import type { CheckInput } from '../model/program.js'
import type { Ask } from './ask.js'

/** Everything that the commands need from outside; tests bring a world of their own. */
export interface World {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** What standard output leads to: whether a person's terminal, how many colours and columns it has, and, if it can show links, the URL of a rule. */
  readonly terminal: { readonly isTTY: boolean; readonly colours: ColourLevel; readonly columns?: number; linkTo?(ruleId: string): string | undefined }
  readonly today: string
  readonly version: string
  /** Endings of the formats that can be read, lower case, with the dot. */
  readonly extensions: readonly string[]
  out(text: string): void
  err(text: string): void
  /** Asks whoever sits at the terminal; absent where nobody does. */
  readonly ask?: Ask
  /** All that comes in on standard input; absent where that is a keyboard. */
  readonly stdin?: () => Promise<Uint8Array>
  /** A line on the error stream that takes the place of the one before, and a clock in milliseconds; absent where no person's terminal is there. */
  readonly line?: { show(text: string): void; now(): number }
  /** Resolves when whoever started saydo wants it to end. */
  stopped?(): Promise<void>
  loadPack(): Pack
  /** Without `effort`, in this thread and from nothing: for small inputs. */
  check(input: CheckInput, effort?: Effort): Promise<Report>
}

export type ColourLevel = 0 | 1 | 2 | 3

/** What a process ends with. */
export const EXIT = { clean: 0, findings: 1, usage: 2, bug: 3 } as const
export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** A command's way to say how the process is to end. */
export type Finish = (exit: Exit) => void

/** The secret that makes words unrecognisable in claims files; from the environment, since everybody on a machine can see the words of a command. */
export const secretOf = ({ env }: Pick<World, 'env'>): string | undefined => (env['SAYDO_SECRET'] === '' ? undefined : env['SAYDO_SECRET'])

/** The language in which saydo speaks when none is asked for. */
const LOCALE = 'en'

/** What saydo itself says, in one of the languages it speaks. Throws a UsageError for any other. */
export function messagesOf(pack: Pack, locale: string = LOCALE): Readonly<Record<string, string>> {
  const known = Object.keys(pack.messages)
  if (locale !== LOCALE && !known.includes(locale)) throw new UsageError(`saydo cannot speak "${locale}". It speaks ${known.join(', ')}.`)
  return { ...pack.messages[LOCALE], ...pack.messages[locale] }
}

/** `--locale`, the same for every command. */
export const localeOption = (): Option => new Option('--locale <language>', 'the language that saydo answers in, such as sk or lt').default(LOCALE, 'en')
