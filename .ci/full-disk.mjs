// Loaded before a program (`node --import`): the disk has room for as many new files as FULL_AFTER says. For src/testing/faults.test.ts.
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

const { open } = promises
let left = Number(process.env.FULL_AFTER)
promises.open = async (path, flags, ...more) => {
  const file = await open(path, flags, ...more)
  if (flags === 'wx' && left-- <= 0) {
    file.writeFile = async (text) => {
      await file.write(String(text).slice(0, 10))
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    }
  }
  return file
}
syncBuiltinESMExports()
