import type { Silence, Spot } from '../model/finding.js'
import type { Near, Understood } from '../model/understood.js'
import { say } from './phrase.js'
import type { Places } from './places.js'
import { topicTitle } from './promises/rows.js'
import type { View } from './reporter.js'
import { nothingText, reasonText, roleText, scopeNames, sharedNames, signWords, takenText } from './understood.js'

interface Page {
  readonly view: View
  readonly places: Places
}

const spotOf = ({ file, span, quote }: Pick<Spot, 'file' | 'span' | 'quote'>, places: Places): object => ({ file, ...places.of(file, span), quote })

const nearOf = (near: Near, quote: string, { view, places }: Page): object =>
  ({ ...spotOf(near.spot, places), words: sharedNames(near, view, quote), code: near.reason.code, message: reasonText(near.reason, view) })

function statementOf(one: Understood, page: Page): object {
  const { view, places } = page
  return {
    ...spotOf(one.spot, places), side: one.side, taken: one.taken, message: takenText(one, view),
    topics: one.topics.map((topic) => ({ id: topic, title: topicTitle(topic, view) })),
    amounts: one.amounts.map((amount) => ({ text: amount.text, role: amount.role, yes: amount.yes, message: roleText(amount, view) })),
    signs: one.signs.map((sign) => ({ id: sign.cue, words: signWords(sign, one.spot.file, view), message: say({ id: `cue.${sign.cue}`, slots: {} }, view.messages) })),
    scope: scopeNames(one, view),
    untold: one.untold && { code: one.untold.code, message: reasonText(one.untold, view) },
    near: one.near?.map((near) => nearOf(near, one.spot.quote, page)),
  }
}

const silenceOf = (silence: Silence, view: View, places: Places): object =>
  ({ ...spotOf(silence, places), related: silence.related && spotOf(silence.related, places), code: silence.code, message: reasonText(silence, view) })

/** What was made of the line that was asked about, for programs; nothing where none was. */
export function understoodData(view: View, places: Places): object {
  const { understood, silences } = view.report
  if (!understood) return {}
  return {
    understood: {
      file: understood.file, line: understood.line, nothing: understood.nothing, message: nothingText(understood, view),
      statements: understood.statements.map((one) => statementOf(one, { view, places })),
    },
    silences: silences.map((silence) => silenceOf(silence, view, places)),
  }
}
