import { createHmac } from 'node:crypto'
import { HIDDEN, type Rename } from '../engine/redact.js'

const LENGTH = 32
const made = (secret: string, of: string): string => createHmac('sha256', secret).update(of).digest('hex').slice(0, LENGTH)

/** Makes words unrecognisable to all who lack the secret; without one, leaves them out. */
export const hider = (secret: string | undefined): Rename => (secret === undefined ? () => undefined : (key) => HIDDEN + made(secret, key))

/** Tells whether two secrets are the same, and nothing else of them. */
export const signOf = (secret: string): string => made(secret, 'saydo')
