import type { Reporter } from '../reporter.js'
import { deskOf } from './desk.js'
import { page } from './page.js'

/** For people who never open a terminal: one file that needs nothing else, with every promise and what became of it. */
export const html: Reporter = {
  id: 'html',
  render: (view) => page(deskOf(view)),
}
