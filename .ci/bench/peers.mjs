import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGES = ['alex', 'textlint', 'textlint-rule-terminology', 'write-good', 'remark-cli', 'remark-preset-lint-recommended', 'markdownlint-cli2']

/** Other tools that read prose or Markdown, as commands over a tree; they are installed into a folder of their own. */
export function peers(folder, tree) {
  if (!existsSync(join(folder, 'node_modules'))) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"private": true}')
    spawnSync('npm', ['install', '--no-audit', '--no-fund', ...PACKAGES], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' })
  }
  const bin = (path) => join(folder, 'node_modules', path)
  writeFileSync(join(tree, '.textlintrc.json'), '{"rules": {"terminology": true}}')
  const command = (name, path, words) => ({ name, words: [process.execPath, bin(path), ...words], cwd: tree, mayFind: true })
  return [
    command('alex', 'alex/cli.js', ['say', 'do']),
    command('textlint', 'textlint/bin/textlint.js', ['--rules-base-directory', join(folder, 'node_modules'), 'say/**/*.md', 'do/**/*.md']),
    command('write-good', 'write-good/bin/write-good.js', ['say/**/*.md', 'do/**/*.md']),
    command('remark-lint', 'remark-cli/cli.js', ['--frail', '--use', bin('remark-preset-lint-recommended/index.js'), 'say', 'do']),
    command('markdownlint-cli2', 'markdownlint-cli2/markdownlint-cli2-bin.mjs', ['say/**/*.md', 'do/**/*.md']),
  ]
}
