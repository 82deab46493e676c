import { expect, test } from 'vitest'
import { outputsOf } from './outputs.js'

const words = (text: string): readonly string[] => text.split(' ').filter(Boolean)

/** What goes where, as `text>- json>report.json`. */
const routes = (formats: string, files: string): string =>
  outputsOf(words(formats), words(files)).map(({ format, file }) => `${format}>${file ?? '-'}`).join(' ')

test.each<[formats: string, files: string, expected: string]>([
  ['', '', 'text>-'],
  ['json', '', 'json>-'],
  ['', 'report.txt', 'text>report.txt'],
  ['json', 'out/report.json', 'json>out/report.json'],
  ['', 'json=report.json', 'text>- json>report.json'],
  ['text json', 'json=report.json', 'text>- json>report.json'],
  ['json', 'json=report.json', 'json>report.json'],
  ['text json', 'report.json', 'text>- json>report.json'],
  ['json text', 'text=a.txt b.json', 'json>b.json text>a.txt'],
  ['json text', 'b.json text=a.txt', 'json>b.json text>a.txt'],
  ['json', './a=b', 'json>./a=b'],
  ['json', 'C:\\a=b.json', 'json>C:\\a=b.json'],
])('--format "%s" --output-file "%s": %s', (formats, files, expected) => {
  expect(routes(formats, files)).toBe(expected)
})

test.each<[formats: string, files: string, message: string]>([
  ['text json', '', 'text and json cannot both go to standard output.'],
  ['', 'jsno=report.json', 'There is no format "jsno". Did you mean "json"?'],
  ['', 'json=', '--output-file json= names no file.'],
  ['', 'json=a json=b', 'There are two files for the format json: "a" and "b".'],
  ['', 'json=a text=a', 'Two formats would be written to "a".'],
  ['json', 'a b', 'Every format has its file already, so nothing is left for "b".'],
])('--format "%s" --output-file "%s" cannot be: %s', (formats, files, message) => {
  expect(() => routes(formats, files)).toThrow(message)
})
