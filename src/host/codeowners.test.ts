import { expect, test } from 'vitest'
import { tempFolder } from '../testing/temp-folder.js'
import { codeowners, readCodeowners } from './codeowners.js'

const FILE = `
# who looks after what
*               @shop/editors
/site/          @vera  pia@shop.example
handbook/*      @shop/training # only the folder itself
*.txt           @tom
/site/legal/    
[Section][2] @somebody
**/phone.md     @desk
`

test.each<[path: string, owner: string | undefined]>([
  ['readme.md', '@shop/editors'],
  ['site/returns.md', '@vera, pia@shop.example'],
  ['old/site/returns.md', '@shop/editors'],
  ['handbook/store.md', '@shop/training'],
  ['handbook/deeper/store.md', '@shop/editors'],
  ['handbook/deeper/phone.md', '@desk'],
  ['site/notes.txt', '@tom'],
  ['site/legal/terms.md', undefined],
])('%s belongs to %s', (path, owner) => {
  expect(readCodeowners(FILE)(path)).toBe(owner)
})

test('the file is looked for at the top of the repository, and paths are those of the project in it', () => {
  const folder = tempFolder({ '.git/HEAD': '', '.github/CODEOWNERS': '/shop/do/ @desk\n', CODEOWNERS: '* @nobody\n' })
  expect(codeowners(`${folder}/shop`, ['do/phone.md', 'say/a.md'])).toEqual(new Map([['do/phone.md', '@desk']]))
})
