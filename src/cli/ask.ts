import type { Readable, Writable } from 'node:stream'

/** Asks a person one question, and gives the answer without the space around it; undefined when the terminal was closed. */
export type Ask = (question: string) => Promise<string | undefined>

/** Asks on a terminal. */
export function asker(input: Readable, output: Writable): Ask {
  return async (question) => {
    const { createInterface } = await import('node:readline')
    const lines = createInterface({ input, output })
    try {
      return await new Promise((answer) => {
        lines.on('close', () => { answer(undefined) })
        lines.question(question, (text) => { answer(text.trim()) })
      })
    } finally {
      lines.close()
    }
  }
}
