import type { Trail } from '../model/document.js'

/** The headings and the question that stand above the place where a reader is. */
export interface Sections {
  /** Trail for a heading of this level, which is then the innermost. */
  enter(level: number, text: string): readonly Trail[]
  /** A question that is set like a heading without being one, such as a bold line; undefined when it is answered. */
  ask(text: string | undefined): void
  /** Trail for text at this place. */
  trail(): readonly Trail[]
}

/** True when the text is put as a question, in any of the scripts we read. */
export function isQuestion(text: string): boolean {
  return /[?\u037E？]["'”’»)\s]*$/.test(text)
}

/** True when the text announces what comes next. */
export function isLead(text: string): boolean {
  return /[:：]\s*$/.test(text)
}

/** The sentence that announces a list: the last one of its paragraph. */
export function leadOf(text: string): string {
  return text.split(/(?<=[.!?…])\s+/).at(-1) ?? text
}

/** An empty stack of headings. */
export function sections(): Sections {
  let above: { readonly level: number; readonly text: string }[] = []
  let asked: string | undefined
  const headings = (): Trail[] => above.map(({ text }) => ({ kind: 'heading', text }))
  return {
    enter: (level, text) => {
      above = above.filter((heading) => heading.level < level)
      const trail = headings()
      above.push({ level, text })
      asked = undefined
      return trail
    },
    ask: (text) => {
      asked = text
    },
    trail: () => {
      const question = asked ?? above.findLast(({ text }) => isQuestion(text))?.text
      return question === undefined ? headings() : [...headings(), { kind: 'question', text: question }]
    },
  }
}
