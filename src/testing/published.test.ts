import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { KNOWN, licenceOf } from '../../.ci/licences.mjs'
import { sharedFolder } from './temp-folder.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const company = {
  'saydo.yaml': 'business: retail\ntoday: 2025-11-22\nsay: say\ndo: do\n', 'say/bells.md': '# Bells\n\nSend any bell back within 30 days.\n',
  'do/bells.md': '# Bells\n\nAccept returned bells within 14 days.\n',
}

interface Packed {
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

const folder = sharedFolder(company)
let packed: Packed = { filename: '', files: [] }

beforeAll(() => {
  const { stdout } = spawnSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' })
  packed = (JSON.parse(stdout) as readonly [Packed])[0]
  spawnSync('tar', ['xzf', packed.filename], { cwd: folder })
}, 120_000)

describe('what npm publishes', () => {
  test('is the program, its data and what tells of it, and nothing else', () => {
    const rooms = new Set(packed.files.map(({ path }) => path.replace(/^(dist\/[^/]+|rules(?=\/)|[^/]+).*$/, '$1')))
    expect([...rooms].sort()).toEqual(['LICENSE', 'README.md', 'bin', 'dist/bin', 'dist/build-id', 'dist/licences.txt', 'dist/pack.json', 'dist/schemas', 'dist/words', 'package.json', 'rules'])
    expect(packed.files.filter(({ path }) => /\.test\.|\.ts$|\.map$|\.corpus\./.test(path))).toEqual([])
  })

  test('runs with nothing beside it', () => {
    const saydo = (...words: readonly string[]): string => spawnSync(process.execPath, ['package/bin/saydo.js', ...words], { cwd: folder, encoding: 'utf8' }).stdout
    expect(existsSync(join(folder, 'package/node_modules'))).toBe(false)
    expect(saydo('--version').trim()).toBe((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version)
    expect(saydo('check', '-o', 'html=page.html')).toContain('promise/contradicted')
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toContain('</html>')
    expect(saydo('explain', 'promise/weakened')).toContain('promise/weakened')
    expect(saydo('init', '--yes', '--force')).toContain('saydo.yaml')
  })
})

interface Locked {
  readonly dev?: boolean
  readonly peer?: boolean
}

describe('licences', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Readonly<Record<string, Locked>> }
  const about = (path: string): Parameters<typeof licenceOf>[0] => JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')) as Parameters<typeof licenceOf>[0]
  const production = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev && existsSync(join(root, path))).map(([path]) => path)

  test('of everything that is installed with saydo are known', () => {
    expect(production.length).toBeGreaterThan(10)
    for (const path of production) expect(KNOWN).toContain(licenceOf(about(path)))
  })

  test('one that is not known is refused', () => {
    expect(() => licenceOf({ name: 'bell-ringer', version: '1.0.0', license: 'GPL-3.0' })).toThrow('bell-ringer 1.0.0 has the licence "GPL-3.0"')
    expect(() => licenceOf({ name: 'bell-ringer', version: '1.0.0' })).toThrow('"none"')
  })

  test('go with the bundle, in words', () => {
    const text = readFileSync(join(root, 'dist/licences.txt'), 'utf8')
    for (const name of ['commander', 'yaml', 'parse5']) expect(text).toMatch(new RegExp(`^${name} [\\d.]+ \\(`, 'm'))
    expect(text).toContain('Permission is hereby granted')
    expect(readdirSync(join(folder, 'package/dist'))).toContain('licences.txt')
  })

  test('every dependency is in the README, with what it is for', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object }
    const table = readme.slice(readme.indexOf('## What it is built on'))
    for (const name of Object.keys(dependencies)) expect(table).toMatch(new RegExp(`^\\| .*\`${name}\`.* \\| \\S.* \\|$`, 'm'))
  })
})
