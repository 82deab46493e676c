import { describe, expect, test } from 'vitest'
import { loadPack } from '../host/load-pack.js'
import { recogniser, sightOf } from './index.js'

const pack = loadPack()
const recognise = recogniser({ ...pack.others, ...Object.fromEntries(Object.entries(pack.languages).map(([tag, data]) => [tag, sightOf(tag, data)])) })

describe('a short line shows its language', () => {
  test.each([
    ['en', 'Bring it back within a month and we refund you.'],
    ['de', 'Wir liefern innerhalb von drei Tagen.'],
    ['fr', 'Votre commande est livrée chez vous en deux jours.'],
    ['cs', 'Zboží můžete vrátit do čtrnácti dnů.'],
    ['pl', 'Zamówienie możesz zwrócić bez podania przyczyny.'],
    ['uk', 'Ми повернемо вам гроші, якщо щось не так.'],
  ])('%s: %s', (tag, line) => expect(recognise(line)).toBe(tag))
})

test('a line that could be in several languages is left open, or taken as the one that was expected', () => {
  expect(recognise('24/7')).toBeUndefined()
  expect(recognise('Porto Lisboa 24/7', 'en')).toBe('en')
})
