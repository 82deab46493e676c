import { expect, test } from 'vitest'
import { inOneAlphabet } from './look-alikes.js'

test.each([
  ['a Latin a among Cyrillic letters', 'безплaтна', 'безплатна'],
  ['a small word of two letters', 'нa', 'на'],
  ['capitals that look alike', 'bъзстановяване', 'възстановяване'],
  ['a Cyrillic о in a Latin word', 'refоund', 'refound'],
])('%s', (_, typed, meant) => {
  expect(inOneAlphabet(typed)).toBe(meant)
})

test.each(['безплатна', 'refund', 'smsка', 'wifi', 'größe', '5g'])('%s stays as it is', (word) => {
  expect(inOneAlphabet(word)).toBe(word)
})
