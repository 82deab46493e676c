import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { configText, schemaPath, type NewConfig } from '../host/config-text.js'
import { DEFAULT_BUSINESS } from '../host/config-value.js'
import { UsageError } from '../host/errors.js'
import { noSuch } from '../host/nearest.js'
import { survey, type Survey } from '../host/survey.js'
import { writeWhole } from '../host/write-file.js'
import { BUSINESSES } from '../model/config.js'
import { harmless } from '../reporters/harmless.js'
import { say, type Messages } from '../reporters/phrase.js'
import { found } from './found.js'
import { EXIT, messagesOf, type Exit, type World } from './world.js'

/** What can be said after `saydo init`. */
export interface InitOptions {
  readonly yes?: boolean
  readonly say?: readonly string[]
  readonly do?: readonly string[]
  readonly business?: string
  readonly force?: boolean
  readonly locale?: string
}

const NAME = 'saydo.yaml'

const isBusiness = (name: string): boolean => (BUSINESSES as readonly string[]).includes(name)
const noBusiness = (name: string): string => noSuch('business', name, BUSINESSES)

function refuseEarly(world: World, path: string, options: InitOptions): void {
  if (options.business !== undefined && !isBusiness(options.business)) throw new UsageError(noBusiness(options.business))
  const isAsked = world.ask !== undefined && !options.yes
  if (existsSync(path) && !options.force && !isAsked) throw new UsageError(`There is a ${NAME} already, and saydo init does not write over it.`, 'Add --force if it should.')
  if (!isAsked && !options.yes && !(options.say && options.do)) throw new UsageError('saydo init asks a few questions, but there is nobody at a terminal to answer them.', 'saydo init --yes takes what it finds; --say and --do say which documents are which.')
}

/** The survey of a folder, without its documents where the flags say which are which. */
async function lookAt(world: World, folder: string, options: InitOptions): Promise<Survey> {
  const seen = await survey(folder, world.extensions, world.loadPack())
  const here = seen.guesses.length
  if (here === 0 && !options.say && !options.do) throw new UsageError(`There is no document in ${folder === world.cwd ? 'this folder' : harmless(folder)} that saydo can read (it reads ${world.extensions.join(', ')}).`, 'Go to the folder that holds your texts, or name it: saydo init FOLDER')
  return { ...seen, patterns: { ...seen.patterns, ...(options.say ? { say: options.say } : {}), ...(options.do ? { do: options.do } : {}) } }
}

/** What goes into the file: as proposed, or as answered; undefined when the terminal was closed. */
async function settled(world: World, proposed: NewConfig, messages: Messages): Promise<NewConfig | undefined> {
  const ask = async (id: string, now: string): Promise<string | undefined> => {
    const answer = await world.ask?.(`${say({ id, slots: {} }, messages)} [${harmless(now)}] `)
    return answer === '' ? now : answer
  }
  const sideOf = async (id: string, now: readonly string[]): Promise<readonly string[] | undefined> => {
    const answer = await ask(id, now.join(', '))
    return answer === now.join(', ') ? now : answer?.split(/\s*,\s*|\s+/).filter(Boolean)
  }
  const forCustomers = await sideOf('init.ask-say', proposed.say)
  const forStaff = forCustomers && await sideOf('init.ask-do', proposed.do)
  if (!forStaff) return undefined
  for (;;) {
    const business = await ask('init.ask-business', proposed.business)
    if (business === undefined) return undefined
    if (isBusiness(business)) return { ...proposed, say: forCustomers, do: forStaff, business }
    world.err(`${noBusiness(business)}\n`)
  }
}

async function mayWrite(world: World, path: string, options: InitOptions, messages: Messages): Promise<boolean> {
  if (!existsSync(path) || options.force) return true
  const answer = await world.ask?.(`${say({ id: 'init.ask-overwrite', slots: { file: NAME } }, messages)} `)
  return answer !== undefined && say({ id: 'init.yes', slots: {} }, messages).split(' ').includes(answer.toLowerCase())
}

const REMARKS = ['head', 'business', 'say', 'do', 'none', 'ignore', 'more', 'terms', 'rules'] as const

function textOf(config: NewConfig, folder: string, messages: Messages): string {
  const remarks = Object.fromEntries(REMARKS.map((key) => [key, say({ id: `init.file-${key}`, slots: { businesses: BUSINESSES.join(', ') } }, messages)])) as Record<(typeof REMARKS)[number], string>
  return configText(config, remarks, schemaPath(folder))
}

/** `saydo init`: shows what stands in a folder, asks, and writes its configuration. */
export async function runInit(world: World, given: string, options: InitOptions): Promise<Exit> {
  const folder = resolve(world.cwd, given)
  if (!existsSync(folder)) throw new UsageError(`There is no folder "${given}".`)
  const path = join(folder, NAME)
  refuseEarly(world, path, options)
  const messages = messagesOf(world.loadPack(), options.locale)
  const seen = await lookAt(world, folder, options)
  if (!options.say || !options.do) world.out(found(seen, messages, options.locale ?? 'en'))
  const proposed: NewConfig = { ...seen.patterns, business: options.business ?? seen.business?.business ?? DEFAULT_BUSINESS }
  const chosen = world.ask && !options.yes ? await settled(world, proposed, messages) : proposed
  if (!chosen || !await mayWrite(world, path, options, messages)) {
    world.err(`${say({ id: 'init.not-written', slots: {} }, messages)}\n`)
    return EXIT.usage
  }
  await writeWhole(path, textOf(chosen, folder, messages))
  const file = harmless(relative(world.cwd, path))
  // whoever runs saydo by npx need not have it on the PATH
  const command = `${world.env['npm_command'] === 'exec' ? 'npx ' : ''}saydo check${folder === world.cwd ? '' : ` --config ${file}`}`
  world.out(`${say({ id: 'init.written', slots: { file } }, messages)}\n${say({ id: 'init.next', slots: { command } }, messages)}\n`)
  return EXIT.clean
}
