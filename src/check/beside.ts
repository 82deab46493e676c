import type { Extract, Statement } from '../model/claim.js'
import { has, LIMITED } from './cues.js'
import { content } from './promise.js'

/** What stands around a promise in its document and helps people to understand it. */
export interface Beside {
  /** Sentences behind it in its block that limit it. */
  readonly limits: readonly Statement[]
  /** The sentence before it, where the promise leans on it: "We bring those too." */
  readonly before?: Statement
  /** The title of its document. */
  readonly page?: string
  /** The text below a heading, where it holds a promise. */
  readonly below?: Statement
}

/** A sentence with a pronoun and no more words of its own is hardly understood alone. */
const LEANING = 3

const isLimit = (statement: Statement): boolean => statement.kind === 'said' && has(statement, ...LIMITED, 'limit')
const leans = (promise: Statement): boolean => !promise.title && promise.cues.has('pronoun') && content(promise) <= LEANING

/** Sentences behind a promise in its block that limit it, up to the next promise. */
function limitsAfter(at: number, statements: readonly Statement[], isListed: (statement: Statement) => boolean): readonly Statement[] {
  const promise = statements[at] as Statement
  const rest = statements.slice(at + 1)
  const end = rest.findIndex((other) => other.block !== promise.block || isListed(other))
  return rest.slice(0, end < 0 ? rest.length : end).filter(isLimit)
}

function besideIn({ statements, title }: Extract, isListed: (statement: Statement) => boolean): [Statement, Beside][] {
  return statements.flatMap((promise, at): [Statement, Beside][] => {
    if (!isListed(promise)) return []
    const before = statements[at - 1]
    return [[promise, {
      limits: limitsAfter(at, statements, isListed), page: title?.quote,
      before: leans(promise) && before?.block === promise.block ? before : undefined,
      below: promise.title ? statements.find((other) => !other.title && other.section === promise.block && isListed(other)) : undefined,
    }]]
  })
}

/** What stands around each of the promises. */
export function besideOf(extracts: readonly Extract[], promises: ReadonlySet<Statement>): ReadonlyMap<Statement, Beside> {
  return new Map(extracts.flatMap((extract) => (extract.side === 'say' ? besideIn(extract, (statement) => promises.has(statement)) : [])))
}
