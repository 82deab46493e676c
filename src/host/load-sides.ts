import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { parse } from 'yaml'
import { sidesFile, type SidesFile } from '../packs/schema.js'

/** What `saydo init` guesses by. */
export const loadSides = (): SidesFile => v.parse(sidesFile, parse(readFileSync(new URL('../../rules/sides.yaml', import.meta.url), 'utf8')))
