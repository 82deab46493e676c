// npm runs this after `npm ci`, and when saydo is installed straight from its repository (`npm install -g git+https://…`,
// or by pre-commit), where nothing is built yet.
import { execSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const run = (command) => execSync(command, { stdio: 'inherit', env: { ...process.env, npm_config_global: 'false' } })

const BUILT_WITH = ['@types/node', '@valibot/to-json-schema', 'esbuild', 'typescript']
// npm installs what a repository needs for building, but not with -g, since the flag reaches that step too and leads it elsewhere,
// and not where NODE_ENV is production
if (BUILT_WITH.some((name) => !existsSync(`node_modules/${name}`))) run('npm ci --include=dev --ignore-scripts --no-audit --no-fund')
run('npm run --silent build')
