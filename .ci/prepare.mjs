// npm runs this after `npm ci`, and when saydo is installed straight from its repository (`npm install -g git+https://…`,
// or by pre-commit), where nothing is built yet.
import { execSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const run = (command) => execSync(command, { stdio: 'inherit', env: { ...process.env, npm_config_global: 'false' } })

// npm installs what a repository needs for building, but not with -g: the flag reaches that step too and leads it elsewhere
if (!existsSync('node_modules/typescript')) run('npm ci --include=dev --ignore-scripts --no-audit --no-fund')
run('npm run --silent build')
