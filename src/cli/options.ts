import { InvalidArgumentError } from 'commander'

/** Reads a whole number from 0 up. */
export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It should be a whole number, such as 10.')
  return Number(text)
}
