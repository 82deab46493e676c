import { Chalk, type ChalkInstance } from 'chalk'
import type { ColourLevel, World } from './world.js'

const isSet = (value: string | undefined): boolean => value !== undefined && value !== ''

/** FORCE_COLOR as other tools read it: 0 and false turn colours off, 1 to 3 name a level, all else is yes. */
function forced(value: string, detected: ColourLevel): ColourLevel {
  if (value === '0' || value === 'false') return 0
  if (value === '1' || value === '2' || value === '3') return Number(value) as ColourLevel
  return detected > 0 ? detected : 1
}

/** How many colours to use: the flag decides, then FORCE_COLOR, then NO_COLOR, then whether a terminal is there to show them. */
export function colourLevel(flag: boolean | undefined, { env, terminal }: Pick<World, 'env' | 'terminal'>): ColourLevel {
  if (flag === false) return 0
  if (flag === true) return terminal.colours > 0 ? terminal.colours : 1
  if (env.FORCE_COLOR !== undefined) return forced(env.FORCE_COLOR, terminal.colours)
  if (isSet(env.NO_COLOR) || !terminal.isTTY) return 0
  return terminal.colours
}

/** The brush for that many colours. */
export function brush(flag: boolean | undefined, world: Pick<World, 'env' | 'terminal'>): ChalkInstance {
  return new Chalk({ level: colourLevel(flag, world) })
}
